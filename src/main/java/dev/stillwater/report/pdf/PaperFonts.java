package dev.stillwater.report.pdf;

import dev.stillwater.drawing.Typeface;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;

/// The fonts of pages, without their table of substitutions. The PDF library would look each piece
/// of text up in it, which takes four fifths of all the time, while the layout measures text
/// without it.
final class PaperFonts {
  /// The tags of the table, and of one that nobody looks for.
  private static final int SUBSTITUTIONS = tag("GSUB");

  private static final int NONE = tag("none");

  /// A font begins with its version, the number of its tables, and three numbers to search by; then
  /// follow the tables: tag, checksum, place and length.
  private static final int COUNT_AT = 4;

  private static final int TABLES_AT = 12;
  private static final int TABLE_SIZE = 16;

  private static final Map<Typeface.Weight, byte[]> FONTS = read();

  private PaperFonts() {}

  static InputStream open(Typeface.Weight weight) {
    return new ByteArrayInputStream(FONTS.get(weight));
  }

  private static Map<Typeface.Weight, byte[]> read() {
    Map<Typeface.Weight, byte[]> fonts = new EnumMap<>(Typeface.Weight.class);
    for (Typeface.Weight weight : Typeface.Weight.values()) {
      try (InputStream in = PaperFonts.class.getResourceAsStream(weight.resource())) {
        if (in == null) {
          throw new IllegalStateException("missing resource " + weight.resource());
        }
        fonts.put(weight, plain(in.readAllBytes()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return fonts;
  }

  private static byte[] plain(byte[] font) {
    ByteBuffer bytes = ByteBuffer.wrap(font);
    int tables = bytes.getShort(COUNT_AT);
    for (int i = 0; i < tables; i++) {
      int at = TABLES_AT + i * TABLE_SIZE;
      if (bytes.getInt(at) == SUBSTITUTIONS) {
        bytes.putInt(at, NONE);
      }
    }
    return font;
  }

  private static int tag(String name) {
    return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
  }
}

package dev.stillwater.io;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The characters of a file, and the lines that offsets in it belong to.
final class SourceText {
  /// A text, or why the bytes are none.
  sealed interface Decoded {
    record Text(SourceText text) implements Decoded {}

    record NotText(Position position, String message, String advice) implements Decoded {}
  }

  private static final String SAVE_AS_UTF_8 = "Save the file as UTF-8.";
  private static final char BYTE_ORDER_MARK = '\ufeff';

  final char[] chars;
  final int length;

  /// A position is found by counting from the beginning of its block.
  private static final int BLOCK = 4_096;

  /// For each block the number of the line that it begins in, and the offset at which that line
  /// begins, by turns; made when somebody asks.
  private int @Nullable [] blocks;

  private SourceText(char[] chars, int length) {
    this.chars = chars;
    this.length = length;
  }

  static SourceText of(String text) {
    return new SourceText(text.toCharArray(), text.length());
  }

  /// Reads UTF-8, and nothing else; a byte-order mark in front is passed over.
  static Decoded decode(byte[] bytes) {
    if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
      return new Decoded.NotText(
          new Position(1, 1), "expected UTF-8, found the byte-order mark of UTF-16", SAVE_AS_UTF_8);
    }
    CharBuffer out = CharBuffer.allocate(bytes.length);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult end =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    int skip = out.position() > 0 && out.array()[0] == BYTE_ORDER_MARK ? 1 : 0;
    char[] chars = out.array();
    SourceText text =
        skip == 0
            ? new SourceText(chars, out.position())
            : new SourceText(Arrays.copyOfRange(chars, 1, chars.length), out.position() - 1);
    if (end.isError()) {
      int found = bytes[in.position()] & 0xff;
      return new Decoded.NotText(
          text.at(text.length),
          String.format(
              Locale.ROOT, "expected UTF-8, found the byte 0x%02X%s", found, latin(found)),
          SAVE_AS_UTF_8);
    }
    return new Decoded.Text(text);
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }

  private static String latin(int found) {
    return found >= 0xa0 ? ", which is " + (char) found + " in Latin-1" : "";
  }

  /// Where an offset lies; past the end, where the text ends.
  Position at(int offset) {
    int[] known = blocks;
    if (known == null) {
      known = blocks();
      blocks = known;
    }
    int clipped = Math.clamp(offset, 0, length);
    int block = clipped / BLOCK;
    int line = known[2 * block];
    int start = known[2 * block + 1];
    for (int i = block * BLOCK; i < clipped; i++) {
      if (endsLine(i)) {
        line++;
        start = i + 1;
      }
    }
    return new Position(line + 1, clipped - start + 1);
  }

  private int[] blocks() {
    int[] result = new int[2 * (length / BLOCK + 1)];
    int line = 0;
    int start = 0;
    for (int i = 0; i < length; i++) {
      if (i % BLOCK == 0) {
        result[2 * (i / BLOCK)] = line;
        result[2 * (i / BLOCK) + 1] = start;
      }
      if (endsLine(i)) {
        line++;
        start = i + 1;
      }
    }
    if (length % BLOCK == 0) {
      result[2 * (length / BLOCK)] = line;
      result[2 * (length / BLOCK) + 1] = start;
    }
    return result;
  }

  private boolean endsLine(int offset) {
    char c = chars[offset];
    return c == '\n' || (c == '\r' && charAt(offset + 1) != '\n');
  }

  /// The character, or 0 past the end.
  char charAt(int offset) {
    return offset < length ? chars[offset] : 0;
  }

  String substring(int from, int to) {
    return new String(chars, from, to - from);
  }
}

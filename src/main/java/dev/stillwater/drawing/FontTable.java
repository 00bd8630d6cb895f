package dev.stillwater.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// The advance widths of one TrueType font, read from its own tables: which glyph draws a character
/// (`cmap`) and how wide it is (`hmtx`). Kerning is left out, because not every painter applies it.
///
/// Format: OpenType specification 1.9, tables `head`, `hhea`, `hmtx`, `cmap` formats 4 and 12.
/// Reading four tables takes milliseconds, a toolkit's font system hundreds, and it gives the same
/// numbers on every machine.
final class FontTable {
  private static final int CACHED = 0x2300;
  private static final int NO_GLYPH = -1;

  private final ByteBuffer data;
  private final int unitsPerEm;
  private final int metrics;
  private final int metricCount;
  private final int characterMap;
  private final int mapFormat;
  private final short[] cache = new short[CACHED];

  private FontTable(ByteBuffer data) {
    this.data = data;
    this.unitsPerEm = unsigned(table("head") + 18);
    this.metricCount = unsigned(table("hhea") + 34);
    this.metrics = table("hmtx");
    int map = table("cmap");
    int best = 0;
    int format = 0;
    int count = unsigned(map + 2);
    for (int i = 0; i < count; i++) {
      int at = map + data.getInt(map + 4 + i * 8 + 4);
      int found = unsigned(at);
      if ((found == 4 || found == 12) && found > format) {
        best = at;
        format = found;
      }
    }
    this.characterMap = best;
    this.mapFormat = format;
    if (format == 0) {
      throw new IllegalStateException("the font has no Unicode character map");
    }
    Arrays.fill(cache, (short) -2);
  }

  static FontTable load(String resource) {
    try (InputStream in = FontTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      return new FontTable(ByteBuffer.wrap(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The advance in ems; negative when the font cannot draw the character.
  double advance(int codePoint) {
    int units;
    if (codePoint < CACHED) {
      units = cache[codePoint];
      if (units == -2) {
        units = units(codePoint);
        cache[codePoint] = (short) units;
      }
    } else {
      units = units(codePoint);
    }
    return units == NO_GLYPH ? -1 : (double) units / unitsPerEm;
  }

  private int units(int codePoint) {
    int glyph = mapFormat == 12 ? glyph12(codePoint) : glyph4(codePoint);
    return glyph == 0 ? NO_GLYPH : unsigned(metrics + 4 * Math.min(glyph, metricCount - 1));
  }

  private int glyph12(int codePoint) {
    int low = 0;
    int high = data.getInt(characterMap + 12) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int group = characterMap + 16 + middle * 12;
      if (codePoint < data.getInt(group)) {
        high = middle - 1;
      } else if (codePoint > data.getInt(group + 4)) {
        low = middle + 1;
      } else {
        return data.getInt(group + 8) + codePoint - data.getInt(group);
      }
    }
    return 0;
  }

  private int glyph4(int codePoint) {
    if (codePoint > 0xffff) {
      return 0;
    }
    int doubled = unsigned(characterMap + 6);
    int ends = characterMap + 14;
    int starts = ends + doubled + 2;
    int deltas = starts + doubled;
    int offsets = deltas + doubled;
    for (int i = 0; i < doubled; i += 2) {
      if (codePoint <= unsigned(ends + i)) {
        int start = unsigned(starts + i);
        if (codePoint < start) {
          return 0;
        }
        int offset = unsigned(offsets + i);
        if (offset == 0) {
          return codePoint + unsigned(deltas + i) & 0xffff;
        }
        int glyph = unsigned(offsets + i + offset + 2 * (codePoint - start));
        return glyph == 0 ? 0 : glyph + unsigned(deltas + i) & 0xffff;
      }
    }
    return 0;
  }

  private int table(String tag) {
    int count = unsigned(4);
    for (int i = 0; i < count; i++) {
      int record = 12 + i * 16;
      if (data.get(record) == tag.charAt(0)
          && data.get(record + 1) == tag.charAt(1)
          && data.get(record + 2) == tag.charAt(2)
          && data.get(record + 3) == tag.charAt(3)) {
        return data.getInt(record + 8);
      }
    }
    throw new IllegalStateException("the font has no table " + tag);
  }

  private int unsigned(int at) {
    return data.getShort(at) & 0xffff;
  }
}

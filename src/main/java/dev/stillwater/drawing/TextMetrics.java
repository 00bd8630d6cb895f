package dev.stillwater.drawing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How wide text is in the bundled font, with no display and no toolkit.
public final class TextMetrics {
  private static final String ELLIPSIS = "…";

  /// What a painter's fallback font takes for a character that the bundled one lacks, in ems.
  private static final double WIDE = 1.0;

  private static final double NARROW = 0.62;

  /// One table for each weight, read when first asked for.
  private static final Map<Typeface.Weight, FontTable> TABLES = new ConcurrentHashMap<>();

  private TextMetrics() {}

  private static FontTable table(Typeface.Weight weight) {
    return TABLES.computeIfAbsent(weight, w -> FontTable.load(w.resource()));
  }

  /// Whether the bundled font draws this character.
  public static boolean draws(int codePoint) {
    return table(Typeface.Weight.REGULAR).advance(codePoint) >= 0;
  }

  /// The width in units of the drawing.
  public static double width(String text, Typeface typeface) {
    FontTable table = table(typeface.weight());
    double ems = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      ems += advance(table, codePoint);
      i += Character.charCount(codePoint);
    }
    return ems * typeface.size();
  }

  private static double advance(FontTable table, int codePoint) {
    double known = table.advance(codePoint);
    if (known >= 0) {
      return known;
    }
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return Character.isIdeographic(codePoint)
            || codePoint >= 0x1100 && codePoint <= 0x115f
            || codePoint >= 0x3000 && codePoint <= 0xd7ff
            || codePoint >= 0xff00 && codePoint <= 0xff60
            || codePoint >= 0x1f000
        ? WIDE
        : NARROW;
  }

  /// The text, or as much of its beginning as fits together with an ellipsis. Never splits a
  /// character from the marks that belong to it.
  public static String cut(String text, Typeface typeface, double width) {
    FontTable table = table(typeface.weight());
    double limit = width / typeface.size();
    double room = limit - advance(table, ELLIPSIS.codePointAt(0));
    double ems = 0;
    int end = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      double advance = advance(table, codePoint);
      ems += advance;
      i += Character.charCount(codePoint);
      if (ems <= room) {
        end = i;
      } else if (ems > limit) {
        return text.substring(0, boundary(text, end)).stripTrailing() + ELLIPSIS;
      }
    }
    return text;
  }

  /// The nearest place at or before one in a text that does not part a character from its marks.
  static int boundary(String text, int end) {
    int at = end;
    while (at > 0 && at < text.length() && joins(text, at)) {
      at -= Character.charCount(text.codePointBefore(at));
    }
    return at;
  }

  private static boolean joins(String text, int at) {
    int type = Character.getType(text.codePointAt(at));
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.FORMAT
        || text.codePointBefore(at) == 0x200d;
  }
}

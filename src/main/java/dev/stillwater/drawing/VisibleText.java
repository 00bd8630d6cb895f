package dev.stillwater.drawing;

import java.util.Locale;

/// Text of a design with everything visible that would hide or reorder it on a screen: control
/// characters, bidirectional marks, invisible spaces and halves of characters become `‹U+202E›`.
public final class VisibleText {
  private VisibleText() {}

  public static String of(String text) {
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      if (hides(codePoint)) {
        return spelled(text, i);
      }
      i += Character.charCount(codePoint);
    }
    return text;
  }

  private static String spelled(String text, int from) {
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, from);
    for (int i = from; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      if (hides(codePoint)) {
        String hex = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
        out.append("‹U+").append("0".repeat(Math.max(0, 4 - hex.length()))).append(hex).append('›');
      } else {
        out.appendCodePoint(codePoint);
      }
      i += Character.charCount(codePoint);
    }
    return out.toString();
  }

  /// Joiners inside words (U+200C, U+200D) stay: some scripts cannot be written without them.
  private static boolean hides(int codePoint) {
    if (codePoint < 0x7f) {
      return codePoint < 0x20;
    }
    if (codePoint < 0xa0) {
      return true;
    }
    int type = Character.getType(codePoint);
    return type == Character.FORMAT && codePoint != 0x200c && codePoint != 0x200d
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || (codePoint & 0xfffe) == 0xfffe
        || codePoint >= 0xfdd0 && codePoint <= 0xfdef;
  }
}

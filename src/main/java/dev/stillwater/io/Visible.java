package dev.stillwater.io;

/// Text in which nothing hides: control characters, marks that turn the direction of writing, other
/// invisible formatting and halves of surrogate pairs are spelled `\u202e`.
final class Visible {
  private Visible() {}

  static String text(String text) {
    StringBuilder result = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (hidden(text, i)) {
        if (result == null) {
          result = new StringBuilder(text.length() + 16).append(text, 0, i);
        }
        result.append(escape(c));
      } else if (result != null) {
        result.append(c);
      }
    }
    return result == null ? text : result.toString();
  }

  /// The first character in a text of several lines that would not be seen; -1 where there is none.
  static int firstHidden(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("\n\r\t".indexOf(text.charAt(i)) < 0 && hidden(text, i)) {
        return i;
      }
    }
    return -1;
  }

  /// Whether the character at this index would not be seen, or would change how others are seen.
  static boolean hidden(String text, int index) {
    char c = text.charAt(index);
    return (c < ' ' || c > '~') && (hidden(c) || (Character.isSurrogate(c) && halved(text, index)));
  }

  private static boolean hidden(char c) {
    return c < 0x20
        || (c >= 0x7f && c < 0xa0)
        || c == 0x61c
        || (c >= 0x200e && c <= 0x200f)
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2060 && c <= 0x206f)
        || c == 0xfeff
        || (c >= 0xfff9 && c <= 0xfffb)
        || c >= 0xfffe;
  }

  /// Whether half of a surrogate pair stands here without its other half.
  static boolean halved(String text, int index) {
    char c = text.charAt(index);
    if (Character.isHighSurrogate(c)) {
      return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
    }
    return Character.isLowSurrogate(c)
        && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
  }

  static String escape(char c) {
    String hex = Integer.toHexString(c);
    return "\\u" + "0".repeat(4 - hex.length()) + hex;
  }
}

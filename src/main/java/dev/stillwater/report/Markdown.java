package dev.stillwater.report;

/// Text as Markdown that shows it as it is: nothing in it becomes a link, an image, markup or a
/// table border, wherever it stands in a line.
final class Markdown {
  private static final String SPECIAL = "\\`*_[]<>|~&$#!{}^";

  private Markdown() {}

  /// One line of text.
  static String text(String text) {
    String line = Wording.line(text);
    StringBuilder out = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (SPECIAL.indexOf(c) >= 0 || i == 0 && "+-=:".indexOf(c) >= 0) {
        out.append('\\');
      }
      if (breaksNumberedList(line, i) || breaksAddress(line, i)) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }

  /// `1.` or `1)` at the beginning would start a list.
  private static boolean breaksNumberedList(String line, int i) {
    char c = line.charAt(i);
    return i > 0 && (c == '.' || c == ')') && line.chars().limit(i).allMatch(Character::isDigit);
  }

  /// `http://…` and `www.…` would become links by themselves.
  private static boolean breaksAddress(String line, int i) {
    return line.startsWith("//", i) && i > 0 && line.charAt(i - 1) == ':'
        || line.charAt(i) == '.' && i >= 3 && line.regionMatches(true, i - 3, "www", 0, 3);
  }

  /// Text in a fixed-width font, with a fence longer than any inside.
  static String code(String text) {
    String line = Wording.line(text);
    int longest = 0;
    int run = 0;
    for (int i = 0; i < line.length(); i++) {
      run = line.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    String pad = line.startsWith("`") || line.endsWith("`") || line.isBlank() ? " " : "";
    return fence + pad + line + pad + fence;
  }
}

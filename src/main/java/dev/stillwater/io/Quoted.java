package dev.stillwater.io;

/// Finds where a character of a scalar stands in the text of a file, whatever quotes, escapes and
/// folds stand around it.
final class Quoted {
  private Quoted() {}

  /// The offset in the text of the character at an index of the value.
  ///
  /// White space may differ between a value and its spelling, where lines are folded or indented;
  /// all other characters come in the same order, so these are counted.
  ///
  /// @param start where the spelling begins, with its quote or its `|` or `>`
  static int offset(SourceText text, int start, String value, int index) {
    int before = 0;
    for (int i = 0; i < Math.min(index, value.length()); i++) {
      before += isBlank(value.charAt(i)) ? 0 : 1;
    }
    char quote = text.charAt(start);
    int at = start;
    switch (quote) {
      case '"', '\'' -> at++;
      case '|', '>' -> {
        while (at < text.length && text.charAt(at) != '\n') {
          at++;
        }
      }
      default -> {}
    }
    int end = at;
    while (at < text.length) {
      if (isBlank(text.charAt(at))) {
        at++;
        continue;
      }
      if (before == 0) {
        return index < value.length() ? at : end;
      }
      before--;
      at += width(text, at, quote);
      end = at;
    }
    return end;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  /// How many characters of the spelling stand for one of the value.
  private static int width(SourceText text, int at, char quote) {
    char c = text.charAt(at);
    char next = text.charAt(at + 1);
    if (quote == '"' && c == '\\') {
      return next == 'u' ? 6 : next == 'x' ? 4 : 2;
    }
    return quote == '\'' && c == '\'' && next == '\'' ? 2 : 1;
  }
}

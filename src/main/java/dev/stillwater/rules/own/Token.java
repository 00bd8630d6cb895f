package dev.stillwater.rules.own;

/// A word, number, text or sign of an expression.
///
/// @param text for a text what stands between the quotes, else the spelling
/// @param at the offset in the expression
record Token(Sort sort, String text, int at) {
  /// What a token is.
  enum Sort {
    WORD,
    NUMBER,
    TEXT,
    SIGN,
    END
  }

  boolean is(String sign) {
    return (sort == Sort.SIGN || sort == Sort.WORD) && text.equals(sign);
  }

  /// For a message.
  String shown() {
    return switch (sort) {
      case END -> "the end";
      case TEXT -> "the text \"" + cut() + "\"";
      case WORD, NUMBER, SIGN -> "`" + cut() + "`";
    };
  }

  private String cut() {
    return text.length() <= 40
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, 39))) + "…";
  }
}

package dev.stillwater.rules.own;

/// What is wrong with an expression; thrown and caught inside of this package, at the boundary of
/// one expression.
final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int at;
  private final String advice;

  /// @param at the offset in the expression
  /// @param advice a way out, as a sentence
  Fault(int at, String message, String advice) {
    super(message, null, false, false);
    this.at = at;
    this.advice = advice;
  }

  int at() {
    return at;
  }

  String message() {
    return String.valueOf(getMessage());
  }

  String advice() {
    return advice;
  }
}

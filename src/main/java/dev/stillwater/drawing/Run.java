package dev.stillwater.drawing;

/// A line of text, already cut to its room.
///
/// @param x the left end of the baseline
/// @param y the baseline
/// @param width what the text takes in the bundled font
/// @param struck whether a line goes through it
public record Run(
    String text, double x, double y, Typeface typeface, Token token, double width, boolean struck) {
  /// Text that begins at a point and ends with an ellipsis where the room does.
  static Run in(String text, double x, double y, double room, Typeface typeface, Token token) {
    String shown = TextMetrics.cut(VisibleText.of(text), typeface, room);
    return new Run(shown, x, y, typeface, token, TextMetrics.width(shown, typeface), false);
  }

  Run crossedOut() {
    return new Run(text, x, y, typeface, token, width, true);
  }

  Run coloured(Token other) {
    return new Run(text, x, y, typeface, other, width, struck);
  }
}

package dev.stillwater.drawing;

/// The colour of a whole area.
///
/// @param opacity 0 to 1
public record Fill(Token token, double opacity) {
  public Fill(Token token) {
    this(token, 1);
  }
}

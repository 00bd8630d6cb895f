package dev.stillwater.drawing.layout;

import dev.stillwater.drawing.Card;

/// The room between cards in an automatic layout.
final class Spacing {
  /// Between two cards above each other: room for lines and a badge.
  static final double ROW = 40;

  /// Between two columns: room for a trunk and a label.
  static final double COLUMN = 144;

  /// The least room around a card that is put among others.
  static final double TIGHT = 24;

  private Spacing() {}

  static int snap(double value) {
    return (int) Math.round(value / Card.GRID) * Card.GRID;
  }
}

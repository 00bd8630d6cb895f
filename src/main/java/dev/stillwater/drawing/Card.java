package dev.stillwater.drawing;

import dev.stillwater.model.Layout;

/// The measures of a component's card and of the grid that automatic positions stand on.
public final class Card {
  public static final double WIDTH = Layout.CARD_WIDTH;
  public static final double HEIGHT = Layout.CARD_HEIGHT;
  public static final int GRID = 8;

  private Card() {}

  /// The place of the card whose top left corner stands at a position.
  public static Box at(Layout.Position position) {
    return new Box(position.x(), position.y(), WIDTH, HEIGHT);
  }
}

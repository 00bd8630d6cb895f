package dev.stillwater.drawing;

/// How much of an element is worth drawing at a size.
public enum Detail {
  /// Everything: text, labels, glyphs.
  CARD,
  /// Cards with a large icon and their state, thick links, no text: for thumbnails, and where a
  /// card is narrower than about 45 pixels.
  COMPACT,
  /// One plain rectangle a component and no links: where a card is narrower than about 12 pixels.
  BLOCK;

  /// What suits a scale, in pixels for one unit of the drawing.
  public static Detail at(double zoom) {
    double pixels = Card.WIDTH * zoom;
    return pixels >= 45 ? CARD : pixels >= 12 ? COMPACT : BLOCK;
  }
}

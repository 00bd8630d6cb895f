package dev.stillwater.editor;

import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;

/// A rectangle of the drawing.
public record Box(double x, double y, double width, double height) {
  /// The rectangle between two corners.
  public static Box between(Point a, Point b) {
    return new Box(
        Math.min(a.x(), b.x()),
        Math.min(a.y(), b.y()),
        Math.abs(a.x() - b.x()),
        Math.abs(a.y() - b.y()));
  }

  /// The card that stands at a position.
  public static Box card(Position at) {
    return new Box(at.x(), at.y(), Layout.CARD_WIDTH, Layout.CARD_HEIGHT);
  }

  public boolean overlaps(Box other) {
    return x < other.x + other.width
        && other.x < x + width
        && y < other.y + other.height
        && other.y < y + height;
  }

  public boolean contains(Point point) {
    return point.x() >= x && point.x() <= x + width && point.y() >= y && point.y() <= y + height;
  }

  public Box around(Box other) {
    double left = Math.min(x, other.x);
    double top = Math.min(y, other.y);
    return new Box(
        left,
        top,
        Math.max(x + width, other.x + other.width) - left,
        Math.max(y + height, other.y + other.height) - top);
  }

  public Point center() {
    return new Point(x + width / 2, y + height / 2);
  }
}

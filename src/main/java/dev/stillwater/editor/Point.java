package dev.stillwater.editor;

import dev.stillwater.model.Layout.Position;

/// A point of the drawing or of the window.
public record Point(double x, double y) {
  public Point plus(double dx, double dy) {
    return new Point(x + dx, y + dy);
  }

  public double distance(Point other) {
    return Math.hypot(x - other.x, y - other.y);
  }

  /// The nearest corner of the grid.
  public Position snapped() {
    return new Position(snap(x), snap(y));
  }

  /// The nearest line of the grid.
  static int snap(double value) {
    return (int) Math.round(value / GRID) * GRID;
  }

  /// The distance of two lines of the grid.
  static final int GRID = 8;
}

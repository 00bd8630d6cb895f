package dev.stillwater.drawing;

/// A side of a card, and the frame of thought of whoever leaves through it: u grows outward, v
/// grows along the side. All routing is done in that frame once, instead of four times.
enum Side {
  RIGHT,
  LEFT,
  BOTTOM,
  TOP;

  /// The side of a box at which a point of its edge lies.
  static Side at(Box box, double x, double y) {
    double right = box.right() - x;
    double left = x - box.x();
    double bottom = box.bottom() - y;
    double top = y - box.y();
    double least = Math.min(Math.min(right, left), Math.min(bottom, top));
    return bottom == least ? BOTTOM : top == least ? TOP : right == least ? RIGHT : LEFT;
  }

  boolean isUpright() {
    return this == RIGHT || this == LEFT;
  }

  Side opposite() {
    return switch (this) {
      case RIGHT -> LEFT;
      case LEFT -> RIGHT;
      case BOTTOM -> TOP;
      case TOP -> BOTTOM;
    };
  }

  double u(double x, double y) {
    return switch (this) {
      case RIGHT -> x;
      case LEFT -> -x;
      case BOTTOM -> y;
      case TOP -> -y;
    };
  }

  double v(double x, double y) {
    return isUpright() ? y : x;
  }

  double x(double u, double v) {
    return switch (this) {
      case RIGHT -> u;
      case LEFT -> -u;
      case BOTTOM, TOP -> v;
    };
  }

  double y(double u, double v) {
    return switch (this) {
      case RIGHT, LEFT -> v;
      case BOTTOM -> u;
      case TOP -> -u;
    };
  }

  /// The box around two points given in this frame.
  Box box(double u0, double v0, double u1, double v1) {
    return Box.between(x(u0, v0), y(u0, v0), x(u1, v1), y(u1, v1));
  }

  /// The least u of a box: where it begins for whoever comes along.
  double near(Box box) {
    return -opposite().edge(box);
  }

  /// The coordinate of the side itself: u of its points.
  double edge(Box box) {
    return switch (this) {
      case RIGHT -> box.right();
      case LEFT -> -box.x();
      case BOTTOM -> box.bottom();
      case TOP -> -box.y();
    };
  }

  /// Where the side begins: the least v.
  double start(Box box) {
    return isUpright() ? box.y() : box.x();
  }

  double length(Box box) {
    return isUpright() ? box.height() : box.width();
  }
}

package dev.stillwater.drawing.layout;

import dev.stillwater.drawing.Card;
import java.util.ArrayList;
import java.util.List;

/// Puts the parts of a drawing beside and below each other: the first at the top, the others on
/// shelves under it, no wider than the first or than the whole is high.
final class Packing {
  private record Part(int[] cards, double[] corners, double width, double height) {}

  private static final double ASIDE = 96;
  private static final double BELOW = 72;

  private final List<Part> parts = new ArrayList<>();

  /// @param corners x and y by turns
  void add(int[] cards, double[] corners) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < corners.length; i += 2) {
      left = Math.min(left, corners[i]);
      top = Math.min(top, corners[i + 1]);
      right = Math.max(right, corners[i] + Card.WIDTH);
      bottom = Math.max(bottom, corners[i + 1] + Card.HEIGHT);
    }
    double[] moved = new double[corners.length];
    for (int i = 0; i < corners.length; i += 2) {
      moved[i] = corners[i] - left;
      moved[i + 1] = corners[i + 1] - top;
    }
    parts.add(new Part(cards, moved, right - left, bottom - top));
  }

  /// The corners of all cards.
  double[] corners(int count) {
    double[] result = new double[2 * count];
    double area = 0;
    double widest = 0;
    for (Part part : parts) {
      area += (part.width + ASIDE) * (part.height + BELOW);
      widest = Math.max(widest, part.width);
    }
    double limit = Math.max(widest, Math.sqrt(area * 1.6));
    double x = 0;
    double y = 0;
    double shelf = 0;
    for (Part part : parts) {
      if (x > 0 && x + part.width > limit) {
        x = 0;
        y += shelf + BELOW;
        shelf = 0;
      }
      for (int i = 0; i < part.cards.length; i++) {
        result[2 * part.cards[i]] = x + part.corners[2 * i];
        result[2 * part.cards[i] + 1] = y + part.corners[2 * i + 1];
      }
      x += part.width + ASIDE;
      shelf = Math.max(shelf, part.height);
    }
    return result;
  }
}

package dev.stillwater.drawing;

/// Patterns as plain paths, cut to a rectangle with round corners, so that no painter needs
/// clipping or tiles of its own.
final class Patterns {
  private static final int HALVINGS = 20;

  private Patterns() {}

  /// Parallel lines at 45 degrees.
  ///
  /// @param gap the horizontal distance between two lines
  /// @param slope 1 for falling lines, -1 for rising ones
  static Outline hatch(Box box, double radius, double gap, int slope) {
    Outline.Builder out = new Outline.Builder();
    double height = box.height();
    for (double offset = gap / 2 - height; offset < box.width(); offset += gap) {
      double start = Math.max(0, -offset);
      double end = Math.min(height, box.width() - offset);
      if (end <= start) {
        continue;
      }
      double x0 = box.x() + offset;
      double y0 = slope > 0 ? box.y() : box.bottom();
      double middle = (start + end) / 2;
      if (!inside(box, radius, x0 + middle, y0 + slope * middle)) {
        continue;
      }
      double from = boundary(box, radius, x0, y0, slope, middle, start);
      double to = boundary(box, radius, x0, y0, slope, middle, end);
      out.move(x0 + from, y0 + slope * from).line(x0 + to, y0 + slope * to);
    }
    return out.build();
  }

  /// The parameter at which a line leaves the shape; convex, so halving finds it.
  private static double boundary(
      Box box, double radius, double x0, double y0, int slope, double in, double out) {
    double good = in;
    double bad = out;
    if (inside(box, radius, x0 + bad, y0 + slope * bad)) {
      return bad;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (good + bad) / 2;
      if (inside(box, radius, x0 + middle, y0 + slope * middle)) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return good;
  }

  private static boolean inside(Box box, double radius, double x, double y) {
    double dx = Math.max(Math.max(box.x() + radius - x, x - box.right() + radius), 0);
    double dy = Math.max(Math.max(box.y() + radius - y, y - box.bottom() + radius), 0);
    return Math.hypot(dx, dy) <= radius + 1e-9;
  }

  static Outline dots(Box box, double radius, double gap, double size) {
    Outline.Builder out = new Outline.Builder();
    boolean odd = false;
    for (double y = box.y() + gap / 2; y < box.bottom(); y += gap / 2) {
      for (double x = box.x() + (odd ? gap : gap / 2); x < box.right(); x += gap) {
        if (inside(box.grown(-size - 1), Math.max(0, radius - size - 1), x, y)) {
          out.circle(x, y, size);
        }
      }
      odd = !odd;
    }
    return out.build();
  }

  /// The lower part of the shape, as if it were filled with a liquid.
  static Outline lower(Box box, double radius, double part) {
    double r = Math.min(radius, box.height() / 2);
    double k = r * 0.4477152502;
    double level = Math.min(box.bottom() - r, box.bottom() - box.height() * part);
    if (r >= box.height() / 2) {
      return halfRound(box, part);
    }
    return new Outline.Builder()
        .move(box.x(), level)
        .line(box.right(), level)
        .line(box.right(), box.bottom() - r)
        .curve(
            box.right(),
            box.bottom() - k,
            box.right() - k,
            box.bottom(),
            box.right() - r,
            box.bottom())
        .line(box.x() + r, box.bottom())
        .curve(box.x() + k, box.bottom(), box.x(), box.bottom() - k, box.x(), box.bottom() - r)
        .close()
        .build();
  }

  /// The same for a shape whose ends are half circles.
  private static Outline halfRound(Box box, double part) {
    double r = box.height() / 2;
    double angle = Math.toDegrees(Math.asin(Math.clamp(1 - 2 * part, -1, 1)));
    Outline.Builder out = new Outline.Builder();
    double dx = r * Math.cos(Math.toRadians(angle));
    double y = box.centerY() + r * Math.sin(Math.toRadians(angle));
    double left = box.x() + r;
    double right = box.right() - r;
    out.move(left - dx, y).line(right + dx, y);
    for (double a = angle; a <= 180 - angle + 1e-9; a += (180 - 2 * angle) / 24) {
      double x = a <= 90 ? right : left;
      out.line(
          x + r * Math.cos(Math.toRadians(a)), box.centerY() + r * Math.sin(Math.toRadians(a)));
    }
    return out.close().build();
  }
}

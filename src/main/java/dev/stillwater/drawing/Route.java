package dev.stillwater.drawing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The way of a link: points from the caller's edge to the callee's, joined by horizontal and
/// vertical lines. Immutable.
public final class Route {
  private final double[] points;

  /// @param points x and y by turns, at least two points; points within a straight line are dropped
  Route(double... points) {
    this.points = simplified(points);
  }

  private static double[] simplified(double[] in) {
    double[] out = new double[in.length];
    int count = 0;
    for (int i = 0; i < in.length; i += 2) {
      if (count >= 2 && same(in[i], out[count - 2]) && same(in[i + 1], out[count - 1])) {
        continue;
      }
      if (count >= 4
          && (same(in[i], out[count - 2]) && same(in[i], out[count - 4])
              || same(in[i + 1], out[count - 1]) && same(in[i + 1], out[count - 3]))) {
        count -= 2;
      }
      out[count++] = in[i];
      out[count++] = in[i + 1];
    }
    if (count == 2) {
      out[count++] = in[in.length - 2];
      out[count++] = in[in.length - 1];
    }
    return Arrays.copyOf(out, count);
  }

  private static boolean same(double a, double b) {
    return Math.abs(a - b) < 0.01;
  }

  /// How many points there are.
  public int size() {
    return points.length / 2;
  }

  public double x(int point) {
    return points[2 * point];
  }

  public double y(int point) {
    return points[2 * point + 1];
  }

  public double length(int segment) {
    return Math.abs(x(segment + 1) - x(segment)) + Math.abs(y(segment + 1) - y(segment));
  }

  public boolean isHorizontal(int segment) {
    return same(y(segment), y(segment + 1));
  }

  /// The box around a segment; without an area.
  public Box segment(int segment) {
    return Box.between(x(segment), y(segment), x(segment + 1), y(segment + 1));
  }

  public Box bounds() {
    Box box = segment(0);
    for (int i = 1; i < size() - 1; i++) {
      box = box.union(segment(i));
    }
    return box;
  }

  /// How far a point is from the nearest segment.
  public double distance(double px, double py) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < size() - 1; i++) {
      double left = Math.min(x(i), x(i + 1));
      double right = Math.max(x(i), x(i + 1));
      double top = Math.min(y(i), y(i + 1));
      double bottom = Math.max(y(i), y(i + 1));
      double dx = Math.max(Math.max(left - px, px - right), 0);
      double dy = Math.max(Math.max(top - py, py - bottom), 0);
      best = Math.min(best, Math.hypot(dx, dy));
    }
    return best;
  }

  /// The line with round corners, its end drawn back to leave room for an arrow.
  public Outline outline(double radius, double shorter) {
    Outline.Builder out = new Outline.Builder().move(x(0), y(0));
    int last = size() - 1;
    for (int i = 1; i < last; i++) {
      double before = length(i - 1) / (i == 1 ? 1 : 2);
      double after = i == last - 1 ? length(i) - shorter : length(i) / 2;
      double r = Math.max(0, Math.min(radius, Math.min(before, after)));
      double inX = Math.signum(x(i) - x(i - 1));
      double inY = Math.signum(y(i) - y(i - 1));
      double outX = Math.signum(x(i + 1) - x(i));
      double outY = Math.signum(y(i + 1) - y(i));
      double k = r * 0.4477152502;
      out.line(x(i) - inX * r, y(i) - inY * r);
      if (r > 0) {
        out.curve(
            x(i) - inX * k,
            y(i) - inY * k,
            x(i) + outX * k,
            y(i) + outY * k,
            x(i) + outX * r,
            y(i) + outY * r);
      }
    }
    double dx = Math.signum(x(last) - x(last - 1));
    double dy = Math.signum(y(last) - y(last - 1));
    double back = Math.min(shorter, length(last - 1));
    return out.line(x(last) - dx * back, y(last) - dy * back).build();
  }

  /// The tip of an arrow of a length at the end of the way.
  Outline arrow(double length, double half) {
    int last = size() - 1;
    double x = x(last);
    double y = y(last);
    double dx = Math.signum(x - x(last - 1));
    double dy = Math.signum(y - y(last - 1));
    return Outline.polygon(
        x,
        y,
        x - dx * length - dy * half,
        y - dy * length + dx * half,
        x - dx * length + dy * half,
        y - dy * length - dx * half);
  }

  /// A stretch of a way.
  ///
  /// @param ends whether it reaches to the callee
  record Part(Route route, boolean ends) {}

  /// The part between the first and the last point that lie in a box; null where none does.
  ///
  /// @param period the part begins where so many units go into what is left out before it without a
  ///   rest, so that dashes stay where they are; 0 for any place
  @Nullable Part within(Box box, double period) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < size() - 1; i++) {
      Box segment = segment(i);
      if (segment.x() <= box.right()
          && segment.right() >= box.x()
          && segment.y() <= box.bottom()
          && segment.bottom() >= box.y()) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first < 0) {
      return null;
    }
    double[] part = Arrays.copyOfRange(points, 2 * first, 2 * last + 4);
    double left = 0;
    for (int i = 0; i < first; i++) {
      left += length(i);
    }
    double startX = Math.clamp(part[0], box.x(), box.right());
    double startY = Math.clamp(part[1], box.y(), box.bottom());
    double skipped = Math.abs(startX - part[0]) + Math.abs(startY - part[1]);
    double back = period > 0 ? Math.min(skipped, (left + skipped) % period) : 0;
    part[0] = startX - back * Math.signum(startX - part[0]);
    part[1] = startY - back * Math.signum(startY - part[1]);
    int end = part.length - 2;
    boolean ends = last == size() - 2 && box.contains(part[end], part[end + 1]);
    if (!ends) {
      part[end] = Math.clamp(part[end], box.x(), box.right());
      part[end + 1] = Math.clamp(part[end + 1], box.y(), box.bottom());
    }
    return new Part(new Route(part), ends);
  }

  Route moved(double dx, double dy) {
    double[] copy = points.clone();
    for (int i = 0; i < copy.length; i += 2) {
      copy[i] += dx;
      copy[i + 1] += dy;
    }
    return new Route(copy);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Route that && Arrays.equals(points, that.points);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(points);
  }

  @Override
  public String toString() {
    return Arrays.toString(points);
  }
}

package dev.stillwater.drawing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A path of straight lines and cubic curves, perhaps in several parts. Immutable.
public final class Outline {
  private static final byte MOVE = 0;
  private static final byte LINE = 1;
  private static final byte CURVE = 2;
  private static final byte CLOSE = 3;

  /// The distance of control points that makes a cubic curve follow a quarter of a circle.
  private static final double QUARTER = 0.5522847498;

  private final byte[] steps;
  private final double[] points;

  private Outline(byte[] steps, double[] points) {
    this.steps = steps;
    this.points = points;
  }

  /// Whoever follows a path: a canvas, a file.
  public interface Pen {
    void moveTo(double x, double y);

    void lineTo(double x, double y);

    void curveTo(double x1, double y1, double x2, double y2, double x, double y);

    void close();
  }

  /// Leads a pen along the path, moved by an offset.
  public void draw(double dx, double dy, Pen pen) {
    int at = 0;
    for (byte step : steps) {
      switch (step) {
        case MOVE -> pen.moveTo(dx + points[at], dy + points[at + 1]);
        case LINE -> pen.lineTo(dx + points[at], dy + points[at + 1]);
        case CURVE ->
            pen.curveTo(
                dx + points[at],
                dy + points[at + 1],
                dx + points[at + 2],
                dy + points[at + 3],
                dx + points[at + 4],
                dy + points[at + 5]);
        default -> pen.close();
      }
      at += step == CURVE ? 6 : step == CLOSE ? 0 : 2;
    }
  }

  /// The same path, scaled about the origin and then moved.
  public Outline placed(double dx, double dy, double scale) {
    double[] moved = new double[points.length];
    for (int i = 0; i < moved.length; i += 2) {
      moved[i] = points[i] * scale + dx;
      moved[i + 1] = points[i + 1] * scale + dy;
    }
    return new Outline(steps, moved);
  }

  /// The path in the notation of SVG, with at most two decimals.
  public String svg() {
    StringBuilder out = new StringBuilder(points.length * 6);
    draw(
        0,
        0,
        new Pen() {
          @Override
          public void moveTo(double x, double y) {
            pair(out.append('M'), x, y);
          }

          @Override
          public void lineTo(double x, double y) {
            pair(out.append('L'), x, y);
          }

          @Override
          public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
            pair(out.append('C'), x1, y1);
            pair(out.append(' '), x2, y2);
            pair(out.append(' '), x, y);
          }

          @Override
          public void close() {
            out.append('Z');
          }
        });
    return out.toString();
  }

  private static void pair(StringBuilder out, double x, double y) {
    Numbers.append(out, x);
    out.append(' ');
    Numbers.append(out, y);
  }

  /// A box around all points, control points among them.
  public Box bounds() {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < points.length; i += 2) {
      left = Math.min(left, points[i]);
      right = Math.max(right, points[i]);
      top = Math.min(top, points[i + 1]);
      bottom = Math.max(bottom, points[i + 1]);
    }
    return points.length == 0
        ? new Box(0, 0, 0, 0)
        : new Box(left, top, right - left, bottom - top);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Outline that
        && Arrays.equals(steps, that.steps)
        && Arrays.equals(points, that.points);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(steps) + Arrays.hashCode(points);
  }

  @Override
  public String toString() {
    return svg();
  }

  public static Outline line(double x0, double y0, double x1, double y1) {
    return new Builder().move(x0, y0).line(x1, y1).build();
  }

  public static Outline circle(double x, double y, double radius) {
    return new Builder().circle(x, y, radius).build();
  }

  public static Outline polygon(double... xy) {
    Builder builder = new Builder().move(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      builder.line(xy[i], xy[i + 1]);
    }
    return builder.close().build();
  }

  /// Collects the steps of a path.
  public static final class Builder {
    private byte[] steps = new byte[8];
    private double[] points = new double[16];
    private int stepCount;
    private int pointCount;

    public Builder move(double x, double y) {
      step(MOVE);
      return point(x, y);
    }

    public Builder line(double x, double y) {
      step(LINE);
      return point(x, y);
    }

    public Builder curve(double x1, double y1, double x2, double y2, double x, double y) {
      step(CURVE);
      return point(x1, y1).point(x2, y2).point(x, y);
    }

    public Builder close() {
      step(CLOSE);
      return this;
    }

    /// A part of a circle as a path of its own; degrees grow clockwise from the right.
    public Builder arc(double x, double y, double radius, double start, double sweep) {
      int pieces = (int) Math.ceil(Math.abs(sweep) / 90 - 1e-9);
      double step = Math.toRadians(sweep / pieces);
      double reach = 4.0 / 3 * Math.tan(step / 4) * radius;
      double angle = Math.toRadians(start);
      move(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
      for (int i = 0; i < pieces; i++) {
        double next = angle + step;
        curve(
            x + radius * Math.cos(angle) - reach * Math.sin(angle),
            y + radius * Math.sin(angle) + reach * Math.cos(angle),
            x + radius * Math.cos(next) + reach * Math.sin(next),
            y + radius * Math.sin(next) - reach * Math.cos(next),
            x + radius * Math.cos(next),
            y + radius * Math.sin(next));
        angle = next;
      }
      return this;
    }

    public Builder circle(double x, double y, double radius) {
      return arc(x, y, radius, 0, 360).close();
    }

    public Builder roundRect(Box box, double radius) {
      double r = Math.min(radius, Math.min(box.width(), box.height()) / 2);
      double k = r * (1 - QUARTER);
      double left = box.x();
      double top = box.y();
      double right = box.right();
      double bottom = box.bottom();
      return move(left + r, top)
          .line(right - r, top)
          .curve(right - k, top, right, top + k, right, top + r)
          .line(right, bottom - r)
          .curve(right, bottom - k, right - k, bottom, right - r, bottom)
          .line(left + r, bottom)
          .curve(left + k, bottom, left, bottom - k, left, bottom - r)
          .line(left, top + r)
          .curve(left, top + k, left + k, top, left + r, top)
          .close();
    }

    public Outline build() {
      return new Outline(Arrays.copyOf(steps, stepCount), Arrays.copyOf(points, pointCount));
    }

    private void step(byte step) {
      if (stepCount == steps.length) {
        steps = Arrays.copyOf(steps, stepCount * 2);
      }
      steps[stepCount++] = step;
    }

    private Builder point(double x, double y) {
      if (pointCount + 2 > points.length) {
        points = Arrays.copyOf(points, pointCount * 2);
      }
      points[pointCount++] = x;
      points[pointCount++] = y;
      return this;
    }
  }
}

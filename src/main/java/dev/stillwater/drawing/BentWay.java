package dev.stillwater.drawing;

import dev.stillwater.model.Layout.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The way of a link whose corners a person chose. The corners stay where they were put; only the
/// two stretches at the cards follow, so a line keeps its shape while a card moves.
///
/// A stretch leaves through the side that faces its corner, level with it where the side reaches so
/// far, else from the middle of the side; the corner then gives way along the next stretch. Corners
/// that a card has covered are dropped.
final class BentWay {
  /// How near the corner of a card a line may end.
  static final double MARGIN = 8;

  private final List<double[]> corners = new ArrayList<>();

  /// Whether the last stretch that was attached to a card is horizontal.
  private boolean startsLevel;

  private BentWay(List<Position> chosen) {
    chosen.forEach(at -> corners.add(new double[] {at.x(), at.y()}));
  }

  /// The whole way; empty where no corner is left that says anything.
  static Optional<Route> of(
      Box from, boolean roundFrom, Box to, boolean roundTo, List<Position> chosen) {
    BentWay way = new BentWay(chosen);
    way.square();
    if (way.corners.size() == 1) {
      way.resolveSingle(from, to);
    }
    Optional<double[]> start = way.attach(from, roundFrom, true);
    Optional<double[]> end = way.attach(to, roundTo, false);
    if (start.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    double[] points = new double[2 * way.corners.size() + 4];
    int count = 0;
    points[count++] = start.get()[0];
    points[count++] = start.get()[1];
    for (double[] corner : way.corners) {
      points[count++] = corner[0];
      points[count++] = corner[1];
    }
    points[count++] = end.get()[0];
    points[count] = end.get()[1];
    return Optional.of(new Route(points));
  }

  /// Puts a corner in wherever two neighbours are joined aslant, as a file written by hand may have
  /// it, and takes those away that lie on a straight line.
  private void square() {
    for (int i = 1; i < corners.size(); i++) {
      double[] before = corners.get(i - 1);
      double[] at = corners.get(i);
      if (before[0] != at[0] && before[1] != at[1]) {
        corners.add(i, new double[] {before[0], at[1]});
      }
    }
    for (int i = corners.size() - 1; i > 0; i--) {
      double[] before = corners.get(i - 1);
      double[] at = corners.get(i);
      boolean same = before[0] == at[0] && before[1] == at[1];
      boolean straight =
          i + 1 < corners.size()
              && (before[0] == at[0] && at[0] == corners.get(i + 1)[0]
                  || before[1] == at[1] && at[1] == corners.get(i + 1)[1]);
      if (same || straight) {
        corners.remove(i);
      }
    }
  }

  /// One corner between two cards side by side, or above each other, stands for the whole middle
  /// stretch.
  private void resolveSingle(Box from, Box to) {
    double[] at = corners.getFirst();
    boolean asideX = outside(at[0], from.x(), from.right()) && outside(at[0], to.x(), to.right());
    boolean asideY = outside(at[1], from.y(), from.bottom()) && outside(at[1], to.y(), to.bottom());
    if (asideX) {
      corners.clear();
      corners.add(new double[] {at[0], within(at[1], from.y(), from.bottom())});
      corners.add(new double[] {at[0], within(at[1], to.y(), to.bottom())});
    } else if (asideY) {
      corners.clear();
      corners.add(new double[] {within(at[0], from.x(), from.right()), at[1]});
      corners.add(new double[] {within(at[0], to.x(), to.right()), at[1]});
    }
  }

  private static boolean outside(double value, double low, double high) {
    return value <= low || value >= high;
  }

  /// The value itself where a line may end there, else the middle.
  private static double within(double value, double low, double high) {
    return value >= low + MARGIN && value <= high - MARGIN ? value : (low + high) / 2;
  }

  /// The point at which the line meets a card; corners move or go as needed.
  private Optional<double[]> attach(Box card, boolean round, boolean first) {
    while (!corners.isEmpty()) {
      double[] corner = first ? corners.getFirst() : corners.getLast();
      boolean level = leavesLevel(card, corner, first);
      boolean free =
          level
              ? outside(corner[0], card.x(), card.right())
              : outside(corner[1], card.y(), card.bottom());
      if (!first && corners.size() == 1 && level == startsLevel && free) {
        // The line came in the direction in which it must go on: it needs a stretch across.
        corner =
            level
                ? new double[] {corner[0], within(corner[1], card.y(), card.bottom())}
                : new double[] {within(corner[0], card.x(), card.right()), corner[1]};
        corners.add(corner);
      }
      if (level && outside(corner[0], card.x(), card.right())) {
        double y = within(corner[1], card.y(), card.bottom());
        corner[1] = y;
        boolean right = corner[0] >= card.right();
        double edge = right ? card.right() : card.x();
        double inset = round ? inset(card, y) : 0;
        startsLevel = true;
        return Optional.of(new double[] {right ? edge - inset : edge + inset, y});
      }
      if (!level && outside(corner[1], card.y(), card.bottom())) {
        double x = within(corner[0], card.x(), card.right());
        corner[0] = x;
        startsLevel = false;
        return Optional.of(new double[] {x, corner[1] >= card.bottom() ? card.bottom() : card.y()});
      }
      if (first) {
        corners.removeFirst();
      } else {
        corners.removeLast();
      }
    }
    return Optional.empty();
  }

  /// How far a half circle stands back from the edge of its box.
  private static double inset(Box card, double y) {
    double radius = card.height() / 2;
    double off = Math.min(radius, Math.abs(y - card.centerY()));
    return radius - Math.sqrt(radius * radius - off * off);
  }

  /// Whether the stretch between a card and its corner is horizontal: across the next stretch, or,
  /// for a lonely corner, wherever the corner lies.
  private boolean leavesLevel(Box card, double[] corner, boolean first) {
    if (corners.size() == 1) {
      boolean across = !first && startsLevel && outside(corner[1], card.y(), card.bottom());
      return !across && outside(corner[0], card.x(), card.right());
    }
    double[] next = first ? corners.get(1) : corners.get(corners.size() - 2);
    return next[0] == corner[0];
  }
}

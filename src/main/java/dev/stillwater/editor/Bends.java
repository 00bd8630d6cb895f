package dev.stillwater.editor;

import dev.stillwater.model.Layout.Position;
import java.util.ArrayList;
import java.util.List;

/// The corners of a line after one of its stretches was moved across. Pure geometry: a way is made
/// of level and upright stretches; its first and last points lie at the two cards.
final class Bends {
  /// How long the stretch is that stays at a card when the rest of it moves away.
  private static final double STUB = 24;

  /// How near the corner of a card a line may end.
  private static final double MARGIN = 8;

  /// How near another stretch of the same direction must be to join it.
  private static final double JOIN = 6;

  private Bends() {}

  /// The corners, without the two ends.
  ///
  /// @param from the card of the caller
  /// @param to the card of the callee
  /// @param at where the pointer took the stretch
  /// @param free whether it may lie off the grid
  static List<Position> moved(Hit.Grip grip, Box from, Box to, Point at, boolean free) {
    List<Point> way = new ArrayList<>(grip.way());
    int segment = Math.min(grip.segment(), way.size() - 2);
    boolean level = isLevel(way, segment);
    double wanted = level ? at.y() : at.x();
    double place = free ? Math.rint(wanted) : joined(way, segment, level, Point.snap(wanted));
    boolean first = segment == 0;
    boolean last = segment == way.size() - 2;
    Point start = way.get(segment);
    Point end = way.get(segment + 1);
    boolean startSlides = first && reaches(from, level, place);
    boolean endSlides = last && reaches(to, level, place);
    if (startSlides && endSlides && first && last) {
      return List.of(position(middle(start, end, level, place)));
    }
    List<Point> moved = new ArrayList<>(way.subList(0, segment));
    double stub = Math.min(STUB, start.distance(end) / 3);
    if (first && !startSlides) {
      moved.add(start);
      moved.add(towards(start, end, stub));
      moved.add(across(towards(start, end, stub), level, place));
    } else {
      moved.add(across(start, level, place));
    }
    if (last && !endSlides) {
      moved.add(across(towards(end, start, stub), level, place));
      moved.add(towards(end, start, stub));
      moved.add(end);
    } else {
      moved.add(across(end, level, place));
    }
    moved.addAll(way.subList(segment + 2, way.size()));
    return corners(moved);
  }

  private static boolean isLevel(List<Point> way, int segment) {
    return Math.abs(way.get(segment).y() - way.get(segment + 1).y()) < 0.01;
  }

  /// The place of a parallel stretch two further on or back, where that is near.
  private static double joined(List<Point> way, int segment, boolean level, double place) {
    for (int other : new int[] {segment - 2, segment + 2}) {
      if (other >= 0 && other < way.size() - 1) {
        double theirs = level ? way.get(other).y() : way.get(other).x();
        if (Math.abs(theirs - place) <= JOIN) {
          return theirs;
        }
      }
    }
    return place;
  }

  /// Whether a card's side reaches so far that the line can end there.
  private static boolean reaches(Box card, boolean level, double place) {
    double low = level ? card.y() : card.x();
    double high = low + (level ? card.height() : card.width());
    return place >= low + MARGIN && place <= high - MARGIN;
  }

  private static Point across(Point point, boolean level, double place) {
    return level ? new Point(point.x(), place) : new Point(place, point.y());
  }

  private static Point middle(Point start, Point end, boolean level, double place) {
    return across(new Point((start.x() + end.x()) / 2, (start.y() + end.y()) / 2), level, place);
  }

  private static Point towards(Point from, Point to, double length) {
    return new Point(
        from.x() + Math.signum(to.x() - from.x()) * length,
        from.y() + Math.signum(to.y() - from.y()) * length);
  }

  /// Without the ends, and without points on a straight line.
  private static List<Position> corners(List<Point> way) {
    List<Position> result = new ArrayList<>();
    for (int i = 1; i < way.size() - 1; i++) {
      Position at = position(way.get(i));
      Position before = result.isEmpty() ? position(way.get(i - 1)) : result.getLast();
      Position after = position(way.get(i + 1));
      boolean straight =
          before.x() == at.x() && at.x() == after.x()
              || before.y() == at.y() && at.y() == after.y();
      if (!straight && !at.equals(before)) {
        result.add(at);
      }
    }
    return result;
  }

  private static Position position(Point point) {
    return new Position((int) Math.round(point.x()), (int) Math.round(point.y()));
  }
}

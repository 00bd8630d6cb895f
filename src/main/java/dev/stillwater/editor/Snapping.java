package dev.stillwater.editor;

import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Where dragged or new components come to stand: aligned with their neighbours where that is near,
/// else as far from a neighbour as that one is from the next, else on the grid.
final class Snapping {
  /// How near a neighbour's line must be, in pixels.
  private static final double NEAR = 6;

  private Snapping() {}

  /// Positions of what is dragged, and the lines that it was aligned with.
  record Snapped(Map<String, Position> positions, List<Tool.Guide> guides) {}

  /// The place of a new card about a point.
  record New(Position position, List<Tool.Guide> guides) {}

  static New card(Layout layout, Point middle, boolean free, Viewport viewport) {
    Position corner =
        new Position(
            (int) Math.round(middle.x() - Layout.CARD_WIDTH / 2.0),
            (int) Math.round(middle.y() - Layout.CARD_HEIGHT / 2.0));
    Snapped snapped = of(layout, Map.of("", corner), 0, 0, free, viewport);
    return new New(Objects.requireNonNull(snapped.positions().get("")), snapped.guides());
  }

  static Snapped of(
      Layout layout,
      Map<String, Position> origins,
      double dx,
      double dy,
      boolean free,
      Viewport viewport) {
    if (origins.isEmpty()) {
      return new Snapped(Map.of(), List.of());
    }
    Box moved = moved(origins, dx, dy);
    List<Box> others = free ? List.of() : others(layout, origins, viewport);
    Line x = nearest(others, moved, viewport, true);
    Line y = nearest(others, moved, viewport, false);
    double shiftX = shift(moved.x(), x, free);
    double shiftY = shift(moved.y(), y, free);
    Map<String, Position> positions = new LinkedHashMap<>();
    origins.forEach((id, at) ->
        positions.put(
            id,
            new Position(
                (int) Math.round(at.x() + dx + shiftX), (int) Math.round(at.y() + dy + shiftY))));
    List<Tool.Guide> guides = new ArrayList<>(x.lines());
    guides.addAll(y.lines());
    return new Snapped(positions, guides);
  }

  private static double shift(double edge, Line line, boolean free) {
    if (free) {
      return 0;
    }
    return line.found ? line.shift : Point.snap(edge) - edge;
  }

  private static Box moved(Map<String, Position> origins, double dx, double dy) {
    Box all = null;
    for (Position at : origins.values()) {
      Box card = new Box(at.x() + dx, at.y() + dy, Layout.CARD_WIDTH, Layout.CARD_HEIGHT);
      all = all == null ? card : all.around(card);
    }
    return Objects.requireNonNull(all);
  }

  /// The cards in view that are not dragged. Where they are too small to aim at, there are none.
  private static List<Box> others(Layout layout, Map<String, Position> origins, Viewport viewport) {
    if (viewport.zoom() < 0.1) {
      return List.of();
    }
    Box seen = viewport.visible();
    List<Box> result = new ArrayList<>();
    layout
        .positions()
        .forEach((id, at) -> {
          Box card = Box.card(at);
          if (seen.overlaps(card) && !origins.containsKey(id)) {
            result.add(card);
          }
        });
    return result;
  }

  private record Line(boolean found, double shift, List<Tool.Guide> lines) {
    static final Line NONE = new Line(false, 0, List.of());
  }

  private static Line nearest(List<Box> others, Box moved, Viewport viewport, boolean vertical) {
    double best = NEAR / viewport.zoom();
    Line result = Line.NONE;
    double[] own = marks(moved, vertical);
    for (Box card : others) {
      double[] theirs = marks(card, vertical);
      for (int i = 0; i < own.length; i++) {
        double shift = theirs[i] - own[i];
        if (Math.abs(shift) < best) {
          best = Math.abs(shift);
          Box both = moved.around(card);
          Tool.Guide guide =
              vertical
                  ? new Tool.Guide(true, theirs[i], both.y(), both.y() + both.height())
                  : new Tool.Guide(false, theirs[i], both.x(), both.x() + both.width());
          result = new Line(true, shift, List.of(guide));
        }
      }
    }
    return result.found ? result : spaced(others, moved, NEAR / viewport.zoom(), vertical);
  }

  private static double[] marks(Box box, boolean vertical) {
    return vertical
        ? new double[] {box.x(), box.center().x(), box.x() + box.width()}
        : new double[] {box.y(), box.center().y(), box.y() + box.height()};
  }

  /// A card's extent along the axis on which equal gaps are looked for.
  private record Span(double low, double high) {}

  /// The place at which the gap to a neighbour equals the next gap of the same row or column.
  ///
  /// @param alongX whether the row lies level
  private static Line spaced(List<Box> others, Box moved, double near, boolean alongX) {
    List<Span> row = new ArrayList<>();
    for (Box card : others) {
      boolean beside =
          alongX
              ? card.y() < moved.y() + moved.height() && moved.y() < card.y() + card.height()
              : card.x() < moved.x() + moved.width() && moved.x() < card.x() + card.width();
      if (beside) {
        row.add(
            alongX
                ? new Span(card.x(), card.x() + card.width())
                : new Span(card.y(), card.y() + card.height()));
      }
    }
    row.sort(Comparator.comparingDouble(Span::low));
    double low = alongX ? moved.x() : moved.y();
    double size = alongX ? moved.width() : moved.height();
    double line = alongX ? moved.center().y() : moved.center().x();
    int after = 0;
    while (after < row.size() && row.get(after).low() < low + size / 2) {
      after++;
    }
    Optional<Span> before = after > 0 ? Optional.of(row.get(after - 1)) : Optional.empty();
    Optional<Span> behind = after < row.size() ? Optional.of(row.get(after)) : Optional.empty();
    if (before.isPresent() && behind.isPresent()) {
      double place = (before.get().high() + behind.get().low() - size) / 2;
      if (place > before.get().high() && Math.abs(place - low) < near) {
        return gaps(
            alongX,
            line,
            place - low,
            before.get().high(),
            place,
            place + size,
            behind.get().low());
      }
    }
    if (after > 1) {
      Span other = row.get(after - 2);
      double gap = row.get(after - 1).low() - other.high();
      double place = row.get(after - 1).high() + gap;
      if (gap > 0 && Math.abs(place - low) < near) {
        return gaps(
            alongX,
            line,
            place - low,
            other.high(),
            row.get(after - 1).low(),
            row.get(after - 1).high(),
            place);
      }
    }
    if (after + 1 < row.size()) {
      Span other = row.get(after + 1);
      double gap = other.low() - row.get(after).high();
      double place = row.get(after).low() - gap - size;
      if (gap > 0 && Math.abs(place - low) < near) {
        return gaps(
            alongX,
            line,
            place - low,
            place + size,
            row.get(after).low(),
            row.get(after).high(),
            other.low());
      }
    }
    return Line.NONE;
  }

  private static Line gaps(
      boolean alongX, double line, double shift, double a, double b, double c, double d) {
    return new Line(
        true,
        shift,
        List.of(
            new Tool.Guide(!alongX, line, a, b, true), new Tool.Guide(!alongX, line, c, d, true)));
  }
}

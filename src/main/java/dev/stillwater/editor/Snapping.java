package dev.stillwater.editor;

import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Where dragged components come to stand: aligned with their neighbours where that is near, else
/// on the grid.
final class Snapping {
  /// How near a neighbour's line must be, in pixels.
  private static final double NEAR = 6;

  private Snapping() {}

  /// Positions of what is dragged, and the lines that it was aligned with.
  record Snapped(Map<String, Position> positions, List<Tool.Guide> guides) {}

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
    Line x = free ? Line.NONE : nearest(layout, origins, moved, viewport, true);
    Line y = free ? Line.NONE : nearest(layout, origins, moved, viewport, false);
    double shiftX = shift(moved.x(), x, free);
    double shiftY = shift(moved.y(), y, free);
    Map<String, Position> positions = new LinkedHashMap<>();
    origins.forEach((id, at) ->
        positions.put(
            id,
            new Position(
                (int) Math.round(at.x() + dx + shiftX), (int) Math.round(at.y() + dy + shiftY))));
    List<Tool.Guide> guides = new ArrayList<>();
    x.guide().ifPresent(guides::add);
    y.guide().ifPresent(guides::add);
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

  private record Line(boolean found, double shift, List<Tool.Guide> lines) {
    static final Line NONE = new Line(false, 0, List.of());

    Optional<Tool.Guide> guide() {
      return lines.stream().findFirst();
    }
  }

  private static Line nearest(
      Layout layout,
      Map<String, Position> origins,
      Box moved,
      Viewport viewport,
      boolean vertical) {
    double near = NEAR / viewport.zoom();
    Box seen = viewport.visible();
    double best = near;
    Line result = Line.NONE;
    for (Map.Entry<String, Position> entry : layout.positions().entrySet()) {
      Box card = Box.card(entry.getValue());
      if (origins.containsKey(entry.getKey()) || !seen.overlaps(card)) {
        continue;
      }
      double[] own =
          vertical
              ? new double[] {moved.x(), moved.center().x(), moved.x() + moved.width()}
              : new double[] {moved.y(), moved.center().y(), moved.y() + moved.height()};
      double[] theirs =
          vertical
              ? new double[] {card.x(), card.center().x(), card.x() + card.width()}
              : new double[] {card.y(), card.center().y(), card.y() + card.height()};
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
    return result;
  }
}

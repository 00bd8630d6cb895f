package dev.stillwater.ui;

import dev.stillwater.drawing.Folds;
import dev.stillwater.drawing.Item;
import dev.stillwater.drawing.Route;
import dev.stillwater.drawing.Scene;
import dev.stillwater.drawing.SpatialIndex;
import dev.stillwater.editor.Box;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Hit;
import dev.stillwater.editor.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What lies under a point of the drawing: handles of what is selected or hovered first, then what
/// was painted last, then the frames of zones.
record CanvasHits(EditorState state, Scene scene, SpatialIndex index, Hit hover) {
  /// How near a link the pointer must be, in pixels.
  private static final double REACH = 7;

  private static final double HANDLE_REACH = 9;
  private static final double END_REACH = 7;

  /// The height of the heading of a zone's frame, in units of the drawing.
  private static final double HEADING = 26;

  Hit at(Point at) {
    double zoom = state.viewport().zoom();
    return end(at, zoom)
        .or(() -> frameHandle(at, zoom))
        .or(() -> handle(at, zoom))
        .or(() -> item(at, zoom))
        .or(() -> zone(at, zoom))
        .orElseGet(Hit.Nothing::new);
  }

  private Optional<Hit> end(Point at, double zoom) {
    if (state.selection().links().size() != 1 || state.drill().isPresent()) {
      return Optional.empty();
    }
    String link = state.selection().links().getFirst();
    return scene
        .body(link)
        .flatMap(Item::route)
        .flatMap(route -> {
          if (SelectionMarks.end(route, false, zoom).distance(at) * zoom <= END_REACH) {
            return Optional.of(new Hit.OnEnd(link, false));
          }
          return SelectionMarks.end(route, true, zoom).distance(at) * zoom <= END_REACH
              ? Optional.of(new Hit.OnEnd(link, true))
              : Optional.empty();
        });
  }

  private Optional<Hit> frameHandle(Point at, double zoom) {
    return state
        .selection()
        .zone()
        .flatMap(zone ->
            SelectionMarks.frame(scene, zone)
                .flatMap(box ->
                    SelectionMarks.frameHandles(box).stream()
                        .filter(handle -> handle.at().distance(at) * zoom <= HANDLE_REACH)
                        .findFirst()
                        .map(handle -> new Hit.OnFrame(zone, handle.dx(), handle.dy()))));
  }

  private Optional<Hit> handle(Point at, double zoom) {
    return SelectionMarks.handleOwner(hover, state)
        .filter(id ->
            state.shown().layout().of(id).stream()
                .flatMap(position -> SelectionMarks.handles(Box.card(position)).stream())
                .anyMatch(point -> point.distance(at) * zoom <= HANDLE_REACH))
        .map(Hit.OnHandle::new);
  }

  private Optional<Hit> item(Point at, double zoom) {
    for (Item item : index.at(at.x(), at.y(), REACH / zoom)) {
      if (item.kind() == Item.Kind.ZONE) {
        continue;
      }
      Optional<String> zone = folds().zoneOf(item.id());
      if (zone.isPresent()) {
        return zone.map(Hit.OnZone::new);
      }
      if (state.design().components().contains(item.id())) {
        return Optional.of(new Hit.OnComponent(item.id()));
      }
      if (state.design().links().contains(item.id())) {
        return Optional.of(link(item.id(), at));
      }
      return Optional.empty();
    }
    return Optional.empty();
  }

  private Folds folds() {
    return Folds.of(state.shown());
  }

  private Hit link(String id, Point at) {
    return new Hit.OnLink(id, scene.body(id).flatMap(Item::route).map(route -> grip(route, at)));
  }

  /// The stretch of a way that is nearest to a point.
  static Hit.Grip grip(Route route, Point at) {
    List<Point> way = new ArrayList<>();
    int best = 0;
    double distance = Double.POSITIVE_INFINITY;
    for (int i = 0; i < route.size(); i++) {
      way.add(new Point(route.x(i), route.y(i)));
      if (i < route.size() - 1) {
        double to = route.segment(i).distance(at.x(), at.y());
        if (to < distance) {
          distance = to;
          best = i;
        }
      }
    }
    return new Hit.Grip(way, best);
  }

  /// A zone is met at its heading and its border; what is inside belongs to the rubber band.
  private Optional<Hit> zone(Point at, double zoom) {
    for (Item item : index.at(at.x(), at.y(), 0)) {
      if (item.kind() == Item.Kind.ZONE && state.design().zones().contains(item.id())) {
        var box = item.bounds();
        double edge =
            Math.min(
                Math.min(at.x() - box.x(), box.right() - at.x()),
                Math.min(at.y() - box.y(), box.bottom() - at.y()));
        if (at.y() - box.y() <= HEADING || edge * zoom <= REACH) {
          return Optional.of(new Hit.OnZone(item.id()));
        }
      }
    }
    return Optional.empty();
  }
}

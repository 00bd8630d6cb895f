package dev.stillwater.ui;

import dev.stillwater.drawing.Detail;
import dev.stillwater.drawing.Figure;
import dev.stillwater.drawing.Folds;
import dev.stillwater.drawing.Item;
import dev.stillwater.drawing.Mark;
import dev.stillwater.drawing.Outline;
import dev.stillwater.drawing.Route;
import dev.stillwater.drawing.Scene;
import dev.stillwater.drawing.Stroke;
import dev.stillwater.drawing.Token;
import dev.stillwater.editor.Box;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Hit;
import dev.stillwater.editor.Point;
import dev.stillwater.editor.Tool;
import dev.stillwater.editor.Viewport;
import dev.stillwater.model.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// What shows that something is selected and where it can be taken hold of: rings around cards,
/// lines along links with their ends and stretches, frames of zones with their handles.
final class SelectionMarks {
  static final double RING = 2;
  static final double RADIUS = 8;
  private static final double HANDLE = 4.5;

  /// More selected components than these get one frame together.
  private static final int MOST_RINGS = 1000;

  /// How far from a card the end of a link is taken hold of, in pixels.
  private static final double END_OFF = 18;

  private final FigurePainter painter;

  SelectionMarks(FigurePainter painter) {
    this.painter = painter;
  }

  /// The card that shows handles: the hovered one, unless something else is going on.
  static Optional<String> handleOwner(Hit hover, EditorState state) {
    boolean waits =
        state.tool() instanceof Tool.Selecting || state.tool() instanceof Tool.Connecting;
    return waits && state.drill().isEmpty() ? hover.touched() : Optional.empty();
  }

  /// Where the handles of a card stand: the middles of its sides.
  static List<Point> handles(Box card) {
    Point center = card.center();
    return List.of(
        new Point(card.x() + card.width(), center.y()),
        new Point(card.x(), center.y()),
        new Point(center.x(), card.y()),
        new Point(center.x(), card.y() + card.height()));
  }

  void paint(GraphicsContext g, EditorState state, Scene scene, Viewport viewport) {
    g.setStroke(painter.color(Token.ACCENT));
    g.setLineWidth(RING);
    if (state.selection().components().size() > MOST_RINGS) {
      together(g, state, viewport);
      return;
    }
    Box seen = viewport.visible();
    Folds folds = Folds.of(state.shown());
    Layout drawn = folds.layout(state.shown().layout());
    state
        .selection()
        .zone()
        .map(Folds::boxOf)
        .ifPresent(box ->
            drawn
                .of(box)
                .ifPresent(at -> {
                  ring(g, state, "", Box.card(at), viewport, 0);
                  over(g, scene, box, viewport);
                }));
    for (String id : state.selection().components()) {
      drawn
          .of(folds.shownAs(id))
          .map(Box::card)
          .filter(seen::overlaps)
          .ifPresent(card -> ring(g, state, folds.shownAs(id), card, viewport, 0));
    }
    state.selection().components().forEach(id -> over(g, scene, folds.shownAs(id), viewport));
    g.setLineDashes();
    for (String id : state.selection().links()) {
      scene
          .body(id)
          .flatMap(Item::route)
          .ifPresent(route -> route(g, route.outline(8, 2), viewport));
      over(g, scene, id, viewport);
    }
    if (state.selection().links().size() == 1 && state.drill().isEmpty()) {
      String link = state.selection().links().getFirst();
      scene
          .body(link)
          .flatMap(Item::route)
          .ifPresent(route -> grips(g, route, scene.of(link), viewport));
    }
    state
        .selection()
        .zone()
        .flatMap(zone -> frame(scene, zone))
        .ifPresent(box -> {
          rectangle(g, box, viewport, painter.color(Token.ACCENT));
          for (FrameHandle handle : frameHandles(box)) {
            knob(g, viewport.toScreen(handle.at()), true);
          }
        });
  }

  /// Paints again what stands on a selected card or line, because the ring lies over it.
  private void over(GraphicsContext g, Scene scene, String id, Viewport viewport) {
    for (Item item : scene.of(id)) {
      boolean stands =
          switch (item.kind()) {
            case BADGE, SHIELD -> true;
            case SIGN -> scene.detail() == Detail.CARD;
            case ZONE, LINK, COMPONENT, LABEL -> false;
          };
      if (stands) {
        double x = Math.round((item.x() - viewport.x()) * viewport.zoom());
        double y = Math.round((item.y() - viewport.y()) * viewport.zoom());
        painter.figure(g, item.figure(), x, y, viewport.zoom());
        painter.runs(g, item, x, y, viewport.zoom());
      }
    }
  }

  /// One frame around very many selected components.
  private void together(GraphicsContext g, EditorState state, Viewport viewport) {
    Box all = null;
    for (String id : state.selection().components()) {
      Layout.Position at = state.shown().layout().of(id).orElse(null);
      if (at != null) {
        all = all == null ? Box.card(at) : all.around(Box.card(at));
      }
    }
    if (all != null) {
      rectangle(g, all, viewport, painter.color(Token.ACCENT));
    }
  }

  /// A handle of a zone's frame, and which edges it moves.
  record FrameHandle(Point at, int dx, int dy) {}

  /// The frame of a zone that is drawn alone.
  static Optional<Box> frame(Scene scene, String zone) {
    return scene
        .body(zone)
        .filter(item -> item.kind() == Item.Kind.ZONE)
        .map(item ->
            new Box(
                item.bounds().x(),
                item.bounds().y(),
                item.bounds().width(),
                item.bounds().height()));
  }

  static List<FrameHandle> frameHandles(Box box) {
    List<FrameHandle> handles = new ArrayList<>();
    for (int dx = -1; dx <= 1; dx++) {
      for (int dy = -1; dy <= 1; dy++) {
        if (dx != 0 || dy != 0) {
          handles.add(
              new FrameHandle(
                  new Point(
                      box.x() + (dx + 1) * box.width() / 2, box.y() + (dy + 1) * box.height() / 2),
                  dx,
                  dy));
        }
      }
    }
    return handles;
  }

  /// The ends of a selected link, to be taken elsewhere, and the stretches that can be moved.
  private void grips(GraphicsContext g, Route route, List<Item> own, Viewport viewport) {
    for (int i = 0; i < route.size() - 1; i++) {
      if (route.length(i) * viewport.zoom() > 28) {
        knob(g, viewport.toScreen(middle(route, i, own, 5 / viewport.zoom())), true);
      }
    }
    knob(g, viewport.toScreen(end(route, true, viewport.zoom())), false);
    knob(g, viewport.toScreen(end(route, false, viewport.zoom())), false);
  }

  /// Where a stretch shows that it can be moved: in its middle, unless something of the link stands
  /// there.
  private static Point middle(Route route, int segment, List<Item> own, double room) {
    for (double t : new double[] {0.5, 0.28, 0.72, 0.15, 0.85}) {
      Point at =
          new Point(
              route.x(segment) + t * (route.x(segment + 1) - route.x(segment)),
              route.y(segment) + t * (route.y(segment + 1) - route.y(segment)));
      if (own.stream()
          .noneMatch(item ->
              item.route().isEmpty() && item.bounds().grown(room).contains(at.x(), at.y()))) {
        return at;
      }
    }
    var middle = route.segment(segment);
    return new Point(middle.centerX(), middle.centerY());
  }

  /// Where the end of a link is taken hold of: a little off the card, whose own handles are there.
  static Point end(Route route, boolean caller, double zoom) {
    int segment = caller ? 0 : route.size() - 2;
    int near = caller ? 0 : segment + 1;
    int far = caller ? 1 : segment;
    double length = Math.max(1e-6, route.length(segment));
    double part = Math.min(0.4, END_OFF / zoom / length);
    return new Point(
        route.x(near) + (route.x(far) - route.x(near)) * part,
        route.y(near) + (route.y(far) - route.y(near)) * part);
  }

  private void knob(GraphicsContext g, Point at, boolean square) {
    g.setLineDashes();
    g.setLineWidth(1.5);
    g.setFill(painter.color(Token.PANEL));
    g.setStroke(painter.color(Token.ACCENT));
    double half = square ? 3.5 : HANDLE;
    double round = square ? 2 : 2 * HANDLE;
    g.fillRoundRect(at.x() - half, at.y() - half, 2 * half, 2 * half, round, round);
    g.strokeRoundRect(at.x() - half, at.y() - half, 2 * half, 2 * half, round, round);
  }

  static void rectangle(GraphicsContext g, Box box, Viewport viewport, Color color) {
    Point corner = viewport.toScreen(new Point(box.x(), box.y()));
    g.setStroke(color);
    g.setLineWidth(RING);
    g.setLineDashes();
    g.strokeRoundRect(
        Math.round(corner.x()),
        Math.round(corner.y()),
        box.width() * viewport.zoom(),
        box.height() * viewport.zoom(),
        24 * viewport.zoom(),
        24 * viewport.zoom());
  }

  static void ring(
      GraphicsContext g, EditorState state, String id, Box card, Viewport viewport, double out) {
    Point corner = viewport.toScreen(new Point(card.x(), card.y()));
    double width = card.width() * viewport.zoom();
    double height = card.height() * viewport.zoom();
    boolean round =
        state
            .shown()
            .design()
            .components()
            .find(id)
            .filter(component -> component.kind().isEdge())
            .isPresent();
    double arc = round ? height + 2 * out : 2 * (RADIUS * viewport.zoom() + out);
    g.strokeRoundRect(
        Math.round(corner.x()) - out,
        Math.round(corner.y()) - out,
        width + 2 * out,
        height + 2 * out,
        arc,
        arc);
  }

  private void route(GraphicsContext g, Outline outline, Viewport viewport) {
    Figure line =
        new Figure(
            List.of(
                new Mark.Trace(
                    outline,
                    null,
                    new Stroke(Token.ACCENT, Math.max(2.5, 2.5 / viewport.zoom())))));
    painter.figure(
        g,
        line,
        Math.round(-viewport.x() * viewport.zoom()),
        Math.round(-viewport.y() * viewport.zoom()),
        viewport.zoom());
  }

  void handles(GraphicsContext g, Box card, Viewport viewport) {
    if (viewport.zoom() < 0.25) {
      return;
    }
    g.setLineWidth(1.5);
    for (Point point : handles(card)) {
      Point at = viewport.toScreen(point);
      g.setFill(painter.color(Token.PANEL));
      g.setStroke(painter.color(Token.ACCENT));
      g.fillOval(at.x() - HANDLE, at.y() - HANDLE, 2 * HANDLE, 2 * HANDLE);
      g.strokeOval(at.x() - HANDLE, at.y() - HANDLE, 2 * HANDLE, 2 * HANDLE);
    }
  }
}

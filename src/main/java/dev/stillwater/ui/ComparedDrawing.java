package dev.stillwater.ui;

import dev.stillwater.drawing.Box;
import dev.stillwater.drawing.Detail;
import dev.stillwater.drawing.Item;
import dev.stillwater.drawing.Route;
import dev.stillwater.drawing.Scene;
import dev.stillwater.drawing.SceneBuilder;
import dev.stillwater.drawing.SceneInput;
import dev.stillwater.drawing.SpatialIndex;
import dev.stillwater.drawing.Theme;
import dev.stillwater.drawing.Token;
import dev.stillwater.editor.ChangeRow;
import dev.stillwater.editor.Point;
import dev.stillwater.editor.Viewport;
import dev.stillwater.model.Difference;
import dev.stillwater.model.Document;
import dev.stillwater.model.Presets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/// One of two drawings that are compared: to look at, with a mark on everything that differs. A
/// mark is a frame of its own pattern and a sign in a circle, so that it can be told without
/// colour.
final class ComparedDrawing extends Pane {
  private static final double ROOM = 5;
  private static final double RADIUS = 9;
  private static final double HALO = 10;
  private static final double HALO_OPACITY = 0.6;

  private final Document document;
  private final Map<String, Difference.Kind> marks;
  private final Presets presets;
  private final FigurePainter painter;
  private final Canvas canvas = new Canvas();
  private final Runnable resized;
  private Viewport viewport = Viewport.initial();
  private Set<String> pointedAt = Set.of();
  private Scene scene = Scene.EMPTY;
  private SpatialIndex index = SpatialIndex.of(scene);

  /// @param resized is told when there is another size to show something in
  ComparedDrawing(
      Document document,
      Map<String, Difference.Kind> marks,
      Presets presets,
      Theme theme,
      Runnable resized) {
    this.document = document.withLayout(document.layout().expanded());
    this.marks = marks;
    this.presets = presets;
    this.painter = new FigurePainter(theme);
    this.resized = resized;
    getChildren().add(canvas);
    setMinSize(120, 80);
    build(Detail.CARD);
  }

  private void build(Detail detail) {
    scene = new SceneBuilder().build(SceneInput.of(document, presets).with(detail));
    index = SpatialIndex.of(scene);
  }

  Optional<Box> bounds() {
    return scene.items().isEmpty() ? Optional.empty() : Optional.of(scene.bounds());
  }

  /// What some components and links cover together; empty where none of them is drawn.
  Optional<Box> boundsOf(Set<String> ids) {
    return scene.bounds(ids);
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      resized.run();
    }
  }

  /// Shows the same part of the drawing as the other side does.
  ///
  /// @param pointed the ids of what stands out; empty for nothing
  void show(Viewport seen, Set<String> pointed) {
    viewport = seen;
    pointedAt = pointed;
    Detail detail = Detail.at(seen.zoom());
    if (scene.detail() != detail) {
      build(detail);
    }
    paint();
  }

  private void paint() {
    double zoom = viewport.zoom();
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.setGlobalAlpha(1);
    g.setFill(painter.color(Token.CANVAS));
    g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    halo(g);
    Box seen =
        new Box(viewport.x(), viewport.y(), canvas.getWidth() / zoom, canvas.getHeight() / zoom);
    for (Item item : index.in(seen)) {
      if (item.kind() == Item.Kind.LABEL && zoom < 1) {
        continue;
      }
      double x = Math.round((item.x() - viewport.x()) * zoom);
      double y = Math.round((item.y() - viewport.y()) * zoom);
      g.setGlobalAlpha(item.opacity());
      painter.figure(g, item.figure(), x, y, zoom);
      painter.runs(g, item, x, y, zoom);
    }
    g.setGlobalAlpha(1);
    marks.forEach((id, kind) -> scene.body(id).ifPresent(item -> mark(g, item, kind)));
  }

  /// What is asked about glows from below; in one stroke, or it would be darker where two meet.
  private void halo(GraphicsContext g) {
    g.beginPath();
    for (String id : pointedAt) {
      scene
          .body(id)
          .ifPresent(item ->
              item.route().ifPresentOrElse(route -> path(g, route), () -> outline(g, item)));
    }
    g.setGlobalAlpha(HALO_OPACITY);
    g.setStroke(painter.color(Token.ACCENT));
    g.setLineWidth(HALO);
    g.setLineCap(StrokeLineCap.ROUND);
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.stroke();
    g.setLineJoin(StrokeLineJoin.MITER);
    g.setGlobalAlpha(1);
  }

  private void outline(GraphicsContext g, Item item) {
    Box box = item.bounds();
    Point at = viewport.toScreen(new Point(box.x(), box.y()));
    double room = ROOM / 2;
    g.rect(
        at.x() - room,
        at.y() - room,
        box.width() * viewport.zoom() + 2 * room,
        box.height() * viewport.zoom() + 2 * room);
  }

  private void mark(GraphicsContext g, Item item, Difference.Kind kind) {
    g.setStroke(painter.color(token(kind)));
    g.setLineWidth(2);
    g.setLineCap(StrokeLineCap.BUTT);
    g.setLineDashes(dashes(kind));
    Point sign;
    Optional<Route> route = item.route();
    if (route.isPresent()) {
      sign = trace(g, route.get());
    } else {
      Box box = item.bounds();
      Point at = viewport.toScreen(new Point(box.x(), box.y()));
      g.strokeRoundRect(
          Math.round(at.x()) - ROOM + 0.5,
          Math.round(at.y()) - ROOM + 0.5,
          box.width() * viewport.zoom() + 2 * ROOM,
          box.height() * viewport.zoom() + 2 * ROOM,
          12,
          12);
      sign = new Point(at.x() - ROOM, at.y() - ROOM);
    }
    g.setLineDashes((double[]) null);
    g.setFill(painter.color(token(kind)));
    g.fillOval(sign.x() - RADIUS, sign.y() - RADIUS, 2 * RADIUS, 2 * RADIUS);
    g.setFill(painter.color(Token.CANVAS));
    g.setFont(Font.font("Inter", FontWeight.BOLD, 14));
    g.setTextAlign(TextAlignment.CENTER);
    g.fillText(ChangeRow.mark(kind), sign.x(), sign.y() + 5);
    g.setTextAlign(TextAlignment.LEFT);
  }

  /// Draws along a link; the middle of its longest part.
  private Point trace(GraphicsContext g, Route route) {
    g.beginPath();
    path(g, route);
    g.stroke();
    int longest = 0;
    for (int i = 1; i < route.size() - 1; i++) {
      if (route.length(i) > route.length(longest)) {
        longest = i;
      }
    }
    int end = Math.min(longest + 1, route.size() - 1);
    return viewport.toScreen(
        new Point((route.x(longest) + route.x(end)) / 2, (route.y(longest) + route.y(end)) / 2));
  }

  private void path(GraphicsContext g, Route route) {
    for (int i = 0; i < route.size(); i++) {
      Point at = viewport.toScreen(new Point(route.x(i), route.y(i)));
      if (i == 0) {
        g.moveTo(at.x(), at.y());
      } else {
        g.lineTo(at.x(), at.y());
      }
    }
  }

  private static Token token(Difference.Kind kind) {
    return switch (kind) {
      case ADDED -> Token.OK;
      case REMOVED -> Token.HIGH;
      case CHANGED -> Token.MEDIUM;
      case RENAMED -> Token.ACCENT;
    };
  }

  private static double[] dashes(Difference.Kind kind) {
    return switch (kind) {
      case ADDED -> new double[0];
      case REMOVED -> new double[] {7, 5};
      case CHANGED -> new double[] {2, 3};
      case RENAMED -> new double[] {9, 3, 2, 3};
    };
  }
}

package dev.stillwater.ui;

import dev.stillwater.drawing.Folds;
import dev.stillwater.drawing.Theme;
import dev.stillwater.drawing.Token;
import dev.stillwater.editor.Box;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Point;
import dev.stillwater.editor.Viewport;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Layout;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/// The whole drawing in a corner, with a frame around what the window shows: a click or a drag goes
/// there. It is seen only while some of the drawing is out of sight.
final class Minimap {
  private static final double WIDTH = 176;
  private static final double HEIGHT = 116;
  private static final double MARGIN = 6;

  private final Workspace workspace;
  private final Canvas cards = new Canvas(WIDTH, HEIGHT);
  private final Canvas frame = new Canvas(WIDTH, HEIGHT);
  private final StackPane view = new StackPane(cards, frame);
  private FigurePainter colors = new FigurePainter(Theme.LIGHT);
  private boolean wanted = true;
  private Optional<Box> bounds = Optional.empty();

  Minimap(Workspace workspace) {
    this.workspace = workspace;
    view.setId("minimap");
    view.getStyleClass().add("sw-minimap");
    view.setMaxSize(WIDTH, HEIGHT);
    view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    view.setAccessibleText("Map of the whole drawing");
    view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::go);
    view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
    workspace.onChange(this::changed);
    show(workspace.state());
  }

  Node view() {
    return view;
  }

  void setTheme(Theme other) {
    colors = new FigurePainter(other);
    paint(workspace.state());
    frame(workspace.state());
  }

  boolean toggle() {
    wanted = !wanted;
    show(workspace.state());
    return wanted;
  }

  private void changed(EditorState before, EditorState after) {
    boolean moved = before.shown().layout() != after.shown().layout();
    boolean rests = !after.tool().isGesture();
    if (rests && (moved || before.tool().isGesture()) || before.document() != after.document()) {
      show(after);
    } else if (before.viewport() != after.viewport()) {
      frame(after);
    }
  }

  private void show(EditorState state) {
    Box all = null;
    for (Layout.Position at : seenPlaces(state)) {
      Box card = Box.card(at);
      all = all == null ? card : all.around(card);
    }
    bounds = Optional.ofNullable(all);
    paint(state);
    frame(state);
  }

  private static boolean isWhole(Box seen, Box all) {
    return seen.x() <= all.x()
        && seen.y() <= all.y()
        && seen.x() + seen.width() >= all.x() + all.width()
        && seen.y() + seen.height() >= all.y() + all.height();
  }

  /// Pixels of the map for one unit of the drawing.
  private double scale(Box all) {
    return Math.min(
        (WIDTH - 2 * MARGIN) / Math.max(1, all.width()),
        (HEIGHT - 2 * MARGIN) / Math.max(1, all.height()));
  }

  private double left(Box all) {
    return (WIDTH - all.width() * scale(all)) / 2;
  }

  private double top(Box all) {
    return (HEIGHT - all.height() * scale(all)) / 2;
  }

  private void paint(EditorState state) {
    GraphicsContext g = cards.getGraphicsContext2D();
    g.setFill(color(Token.PANEL));
    g.fillRect(0, 0, WIDTH, HEIGHT);
    if (bounds.isEmpty()) {
      return;
    }
    Box all = bounds.get();
    double scale = scale(all);
    g.setFill(color(Token.BLOCK));
    for (Layout.Position at : seenPlaces(state)) {
      g.fillRect(
          left(all) + (at.x() - all.x()) * scale,
          top(all) + (at.y() - all.y()) * scale,
          Math.max(1, Layout.CARD_WIDTH * scale),
          Math.max(1, Layout.CARD_HEIGHT * scale));
    }
  }

  private static Iterable<Layout.Position> seenPlaces(EditorState state) {
    return Folds.of(state.document()).layout(state.document().layout()).positions().values();
  }

  private void frame(EditorState state) {
    GraphicsContext g = frame.getGraphicsContext2D();
    g.clearRect(0, 0, WIDTH, HEIGHT);
    boolean shows = wanted && bounds.filter(all -> !isWhole(seen(state), all)).isPresent();
    view.setVisible(shows);
    view.setManaged(shows);
    if (!shows) {
      return;
    }
    Box all = bounds.orElseThrow();
    Box seen = seen(state);
    double scale = scale(all);
    double x = Math.max(1, left(all) + (seen.x() - all.x()) * scale);
    double y = Math.max(1, top(all) + (seen.y() - all.y()) * scale);
    double right = Math.min(WIDTH - 1, left(all) + (seen.x() + seen.width() - all.x()) * scale);
    double bottom = Math.min(HEIGHT - 1, top(all) + (seen.y() + seen.height() - all.y()) * scale);
    g.setFill(color(Token.ACCENT).deriveColor(0, 1, 1, 0.12));
    g.setStroke(color(Token.ACCENT));
    g.setLineWidth(1.5);
    g.fillRect(x, y, Math.max(4, right - x), Math.max(4, bottom - y));
    g.strokeRect(x, y, Math.max(4, right - x), Math.max(4, bottom - y));
  }

  private static Box seen(EditorState state) {
    return state.viewport().visible();
  }

  private void go(MouseEvent event) {
    bounds.ifPresent(all -> {
      double scale = scale(all);
      Point middle =
          new Point(
              all.x() + (event.getX() - left(all)) / scale,
              all.y() + (event.getY() - top(all)) / scale);
      Viewport viewport = workspace.state().viewport();
      workspace.show(
          new Viewport(
              middle.x() - viewport.visible().width() / 2,
              middle.y() - viewport.visible().height() / 2,
              viewport.zoom(),
              viewport.width(),
              viewport.height()));
    });
    event.consume();
  }

  private Color color(Token token) {
    return colors.color(token);
  }
}

package dev.stillwater.ui;

import dev.stillwater.drawing.Figure;
import dev.stillwater.drawing.Folds;
import dev.stillwater.drawing.Icon;
import dev.stillwater.drawing.Mark;
import dev.stillwater.drawing.Scene;
import dev.stillwater.drawing.Stroke;
import dev.stillwater.drawing.Token;
import dev.stillwater.editor.Box;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Gestures;
import dev.stillwater.editor.Hit;
import dev.stillwater.editor.Point;
import dev.stillwater.editor.Tool;
import dev.stillwater.editor.Viewport;
import dev.stillwater.model.Layout;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// What follows the pointer: what is selected, handles to draw links from, alignment lines, the
/// rubber band, and what a gesture is about to make.
final class Overlay {
  private final FigurePainter painter;
  private final SelectionMarks marks;

  Overlay(FigurePainter painter) {
    this.painter = painter;
    this.marks = new SelectionMarks(painter);
  }

  void paint(GraphicsContext g, EditorState state, Hit hover, Scene scene) {
    Viewport viewport = state.viewport();
    g.clearRect(0, 0, g.getCanvas().getWidth(), g.getCanvas().getHeight());
    g.setLineCap(StrokeLineCap.ROUND);
    g.setLineDashes();
    marks.paint(g, state, scene, viewport);
    SelectionMarks.handleOwner(hover, state)
        .flatMap(id -> state.shown().layout().of(id))
        .ifPresent(at -> marks.handles(g, Box.card(at), viewport));
    switch (state.tool()) {
      case Tool.Dragging dragging -> {
        into(g, state, dragging, viewport);
        guides(g, dragging.guides(), viewport);
      }
      case Tool.Reconnecting reconnecting -> reconnecting(g, reconnecting, state, viewport);
      case Tool.Spanning spanning -> band(g, spanning.from(), spanning.at(), viewport);
      case Tool.Brushing brushing -> band(g, brushing.from(), brushing.at(), viewport);
      case Tool.Connecting connecting -> connecting(g, connecting, state, viewport);
      case Tool.Offering offering ->
          line(g, state, offering.from(), offering.at(), viewport, painter.color(Token.ACCENT));
      case Tool.Placing placing -> {
        placing(g, placing, viewport);
        guides(g, placing.guides(), viewport);
      }
      case Tool.Failing f -> hover.touched().ifPresent(id -> aim(g, state, id, viewport));
      case Tool.Selecting s -> {}
      case Tool.Holding h -> {}
      case Tool.Framing f -> {}
      case Tool.Panning p -> {}
      case Tool.Bending b -> {}
      case Tool.Resizing r -> {}
      case Tool.Linking l -> {}
      case Tool.Pointing p -> {}
    }
  }

  /// The frame that would take in what is dragged, with its name.
  private void into(
      GraphicsContext g, EditorState state, Tool.Dragging dragging, Viewport viewport) {
    dragging
        .into()
        .ifPresent(frame -> {
          var box = frame.box();
          SelectionMarks.rectangle(
              g,
              new Box(box.x(), box.y(), box.width(), box.height()),
              viewport,
              painter.color(Token.ACCENT));
        });
  }

  /// An end of a link that follows the pointer.
  private void reconnecting(
      GraphicsContext g, Tool.Reconnecting tool, EditorState state, Viewport viewport) {
    boolean refused = !tool.refusal().isEmpty();
    Color color = painter.color(refused ? Token.HIGH : Token.ACCENT);
    line(g, state, tool.stays(), tool.at(), viewport, color);
    tool.target()
        .flatMap(id -> state.shown().layout().of(id).map(at -> new Target(id, at)))
        .ifPresent(target -> {
          g.setStroke(color);
          g.setLineWidth(SelectionMarks.RING);
          SelectionMarks.ring(g, state, target.id(), Box.card(target.at()), viewport, 2);
        });
    if (refused) {
      Point at = viewport.toScreen(tool.at());
      note(g, tool.refusal(), at.x() + 14, at.y() + 18);
    }
  }

  private void guides(GraphicsContext g, List<Tool.Guide> guides, Viewport viewport) {
    g.setStroke(painter.color(Token.SNAP));
    g.setLineDashes();
    g.setLineWidth(1);
    for (Tool.Guide guide : guides) {
      Point from =
          viewport.toScreen(
              guide.vertical()
                  ? new Point(guide.at(), guide.from())
                  : new Point(guide.from(), guide.at()));
      Point to =
          viewport.toScreen(
              guide.vertical()
                  ? new Point(guide.at(), guide.to())
                  : new Point(guide.to(), guide.at()));
      g.strokeLine(
          Math.round(from.x()) + 0.5,
          Math.round(from.y()) + 0.5,
          Math.round(to.x()) + 0.5,
          Math.round(to.y()) + 0.5);
      if (guide.gap()) {
        tick(g, from, guide.vertical());
        tick(g, to, guide.vertical());
      }
    }
  }

  /// The end of a measured gap.
  private static void tick(GraphicsContext g, Point at, boolean vertical) {
    double x = Math.round(at.x()) + 0.5;
    double y = Math.round(at.y()) + 0.5;
    double dx = vertical ? 4 : 0;
    double dy = vertical ? 0 : 4;
    g.strokeLine(x - dx, y - dy, x + dx, y + dy);
  }

  private void band(GraphicsContext g, Point from, Point at, Viewport viewport) {
    Box band = Box.between(viewport.toScreen(from), viewport.toScreen(at));
    Color accent = painter.color(Token.ACCENT);
    g.setFill(accent.deriveColor(0, 1, 1, 0.10));
    g.fillRect(band.x(), band.y(), band.width(), band.height());
    g.setStroke(accent);
    g.setLineWidth(1);
    g.strokeRect(
        Math.round(band.x()) + 0.5,
        Math.round(band.y()) + 0.5,
        Math.round(band.width()),
        Math.round(band.height()));
  }

  /// A link that follows the pointer. What it must not lead to is greyed out, and the one under the
  /// pointer says why.
  private void connecting(
      GraphicsContext g, Tool.Connecting connecting, EditorState state, Viewport viewport) {
    Layout drawn = Folds.of(state.shown()).layout(state.shown().layout());
    for (var entry : drawn.positions().entrySet()) {
      String id = entry.getKey();
      if (!id.equals(connecting.from())
          && state.design().components().contains(id)
          && viewport.visible().overlaps(Box.card(entry.getValue()))
          && !Gestures.refusal(state.design(), connecting.from(), id).isEmpty()) {
        Box card = Box.card(entry.getValue());
        Point corner = viewport.toScreen(new Point(card.x(), card.y()));
        g.setFill(painter.color(Token.CANVAS).deriveColor(0, 1, 1, 0.65));
        g.fillRect(
            corner.x() - 4,
            corner.y() - 4,
            card.width() * viewport.zoom() + 8,
            card.height() * viewport.zoom() + 8);
      }
    }
    boolean refused = !connecting.refusal().isEmpty();
    Color color = painter.color(refused ? Token.HIGH : Token.ACCENT);
    line(g, state, connecting.from(), connecting.at(), viewport, color);
    connecting
        .target()
        .filter(id -> !id.equals(connecting.from()))
        .flatMap(id -> state.shown().layout().of(id).map(at -> new Target(id, at)))
        .ifPresent(target -> {
          g.setStroke(color);
          g.setLineWidth(SelectionMarks.RING);
          SelectionMarks.ring(g, state, target.id(), Box.card(target.at()), viewport, 2);
        });
    if (refused) {
      Point at = viewport.toScreen(connecting.at());
      note(g, connecting.refusal(), at.x() + 14, at.y() + 18);
    }
  }

  private record Target(String id, Layout.Position at) {}

  private void line(
      GraphicsContext g, EditorState state, String from, Point to, Viewport viewport, Color color) {
    state
        .shown()
        .layout()
        .of(from)
        .ifPresent(position -> {
          Box card = Box.card(position);
          Point start = viewport.toScreen(edge(card, to));
          Point end = viewport.toScreen(to);
          g.setStroke(color);
          g.setLineWidth(2);
          g.setLineDashes(6, 5);
          g.strokeLine(start.x(), start.y(), end.x(), end.y());
          g.setLineDashes();
          g.setFill(color);
          g.fillOval(end.x() - 3.5, end.y() - 3.5, 7, 7);
        });
  }

  /// Where a straight line from the middle of a card to a point leaves the card.
  private static Point edge(Box card, Point to) {
    Point center = card.center();
    double dx = to.x() - center.x();
    double dy = to.y() - center.y();
    double scale = Math.max(Math.abs(dx) / (card.width() / 2), Math.abs(dy) / (card.height() / 2));
    return scale <= 1 ? to : new Point(center.x() + dx / scale, center.y() + dy / scale);
  }

  private void placing(GraphicsContext g, Tool.Placing placing, Viewport viewport) {
    if (placing.at().isEmpty()) {
      return;
    }
    Point middle = placing.at().get();
    Box card =
        new Box(
            middle.x() - Layout.CARD_WIDTH / 2.0,
            middle.y() - Layout.CARD_HEIGHT / 2.0,
            Layout.CARD_WIDTH,
            Layout.CARD_HEIGHT);
    Point corner = viewport.toScreen(new Point(card.x(), card.y()));
    double width = card.width() * viewport.zoom();
    double height = card.height() * viewport.zoom();
    double arc = placing.kind().isEdge() ? height : 2 * SelectionMarks.RADIUS * viewport.zoom();
    g.setGlobalAlpha(0.85);
    g.setFill(painter.color(Token.PANEL));
    g.fillRoundRect(corner.x(), corner.y(), width, height, arc, arc);
    g.setStroke(painter.color(Token.ACCENT));
    g.setLineWidth(1.5);
    g.setLineDashes(5, 4);
    g.strokeRoundRect(corner.x(), corner.y(), width, height, arc, arc);
    g.setLineDashes();
    Figure icon =
        new Figure(
            List.of(
                new Mark.Trace(
                    Icon.of(placing.kind()).outline(), null, new Stroke(Token.ICON, Icon.STROKE))));
    painter.figure(
        g,
        icon,
        corner.x() + 12 * viewport.zoom(),
        corner.y() + (height - Icon.SIZE * viewport.zoom()) / 2,
        viewport.zoom());
    g.setFill(painter.color(Token.TEXT));
    g.setFont(Font.font(Fonts.SEMIBOLD, Math.max(8, Math.round(13 * viewport.zoom()))));
    g.fillText(
        placing.kind().title(),
        corner.x() + 38 * viewport.zoom(),
        corner.y() + height / 2 + 4.5 * viewport.zoom());
    g.setGlobalAlpha(1);
  }

  private void aim(GraphicsContext g, EditorState state, String id, Viewport viewport) {
    state
        .shown()
        .layout()
        .of(id)
        .ifPresent(at -> {
          g.setStroke(painter.color(Token.HIGH));
          g.setLineWidth(SelectionMarks.RING);
          SelectionMarks.ring(g, state, id, Box.card(at), viewport, 2);
        });
  }

  private void note(GraphicsContext g, String text, double x, double y) {
    Font font = Font.font(Fonts.FAMILY, 12);
    Text measure = new Text(text);
    measure.setFont(font);
    double width = measure.getLayoutBounds().getWidth() + 16;
    double left = Math.max(4, Math.min(x, g.getCanvas().getWidth() - width - 4));
    g.setFill(painter.color(Token.PANEL));
    g.fillRoundRect(left, y, width, 26, 8, 8);
    g.setStroke(painter.color(Token.HIGH));
    g.setLineWidth(1);
    g.strokeRoundRect(left + 0.5, y + 0.5, width - 1, 25, 8, 8);
    g.setFill(painter.color(Token.TEXT));
    g.setFont(font);
    g.fillText(text, left + 8, y + 17);
  }
}

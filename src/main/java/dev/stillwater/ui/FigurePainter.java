package dev.stillwater.ui;

import dev.stillwater.drawing.Figure;
import dev.stillwater.drawing.Fill;
import dev.stillwater.drawing.Item;
import dev.stillwater.drawing.Mark;
import dev.stillwater.drawing.Outline;
import dev.stillwater.drawing.Run;
import dev.stillwater.drawing.Stroke;
import dev.stillwater.drawing.Theme;
import dev.stillwater.drawing.Token;
import dev.stillwater.drawing.Typeface;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/// Paints items of the display list on a canvas.
///
/// Text is set in whole pixel sizes at whole pixels and never scaled by a transform: glyphs of a
/// fractional size are not cached by the software pipeline and cost ten times as much.
final class FigurePainter {
  private final Theme theme;
  private final Map<Token, Color> colors = new EnumMap<>(Token.class);
  private final Map<Long, Font> fonts = new HashMap<>();

  FigurePainter(Theme theme) {
    this.theme = theme;
    for (Token token : Token.values()) {
      int rgb = theme.rgb(token);
      colors.put(
          token,
          new Color((rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0, 1));
    }
  }

  Theme theme() {
    return theme;
  }

  Color color(Token token) {
    return Objects.requireNonNull(colors.get(token));
  }

  /// Paints the figure of an item about a point of the canvas.
  ///
  /// @param x where the origin of the item stands, in pixels
  void figure(GraphicsContext g, Figure figure, double x, double y, double zoom) {
    if (figure.marks().isEmpty()) {
      return;
    }
    g.save();
    g.translate(x, y);
    g.scale(zoom, zoom);
    g.setLineCap(StrokeLineCap.ROUND);
    g.setLineJoin(StrokeLineJoin.ROUND);
    for (Mark mark : figure.marks()) {
      switch (mark) {
        case Mark.RoundRect rect -> roundRect(g, rect);
        case Mark.Trace trace -> trace(g, trace);
      }
    }
    g.restore();
  }

  private void roundRect(GraphicsContext g, Mark.RoundRect mark) {
    var box = mark.box();
    double arc = 2 * Math.min(mark.radius(), Math.min(box.width(), box.height()) / 2);
    Fill fill = mark.fill();
    if (fill != null) {
      g.setFill(color(fill.token(), fill.opacity()));
      g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
    }
    Stroke stroke = mark.stroke();
    if (stroke != null) {
      use(g, stroke);
      g.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
    }
  }

  private void trace(GraphicsContext g, Mark.Trace mark) {
    g.beginPath();
    mark.outline().draw(0, 0, new CanvasPen(g));
    Fill fill = mark.fill();
    if (fill != null) {
      g.setFill(color(fill.token(), fill.opacity()));
      g.fill();
    }
    Stroke stroke = mark.stroke();
    if (stroke != null) {
      use(g, stroke);
      g.stroke();
    }
  }

  private void use(GraphicsContext g, Stroke stroke) {
    g.setStroke(color(stroke.token(), stroke.opacity()));
    g.setLineWidth(stroke.width());
    g.setLineDashes(stroke.dash().lengths());
  }

  private Color color(Token token, double opacity) {
    Color color = color(token);
    return opacity >= 1 ? color : color.deriveColor(0, 1, 1, opacity);
  }

  /// Paints the text of an item about a point of the canvas.
  void runs(GraphicsContext g, Item item, double x, double y, double zoom) {
    for (Run run : item.runs()) {
      long size = Math.round(run.typeface().size() * zoom);
      if (size < 4) {
        continue;
      }
      g.setFill(color(run.token()));
      g.setFont(font(run.typeface().weight(), size));
      double left = Math.round(x + run.x() * zoom);
      double base = Math.round(y + run.y() * zoom);
      g.fillText(run.text(), left, base);
      if (run.struck()) {
        g.setStroke(color(run.token()));
        g.setLineWidth(1);
        g.setLineDashes();
        double middle = Math.round(base - size * 0.32) + 0.5;
        g.strokeLine(left, middle, left + run.width() * zoom, middle);
      }
    }
  }

  private Font font(Typeface.Weight weight, long size) {
    return fonts.computeIfAbsent(weight.css() * 1000L + size, key -> face(weight, size));
  }

  private static Font face(Typeface.Weight weight, double size) {
    return switch (weight) {
      case REGULAR -> Font.font(Fonts.FAMILY, size);
      case MEDIUM -> Font.font(Fonts.MEDIUM, size);
      case SEMI_BOLD -> Font.font(Fonts.SEMIBOLD, size);
      case BOLD -> Font.font(Fonts.FAMILY, FontWeight.BOLD, size);
    };
  }

  /// A pen on the path of a canvas.
  private record CanvasPen(GraphicsContext g) implements Outline.Pen {
    @Override
    public void moveTo(double x, double y) {
      g.moveTo(x, y);
    }

    @Override
    public void lineTo(double x, double y) {
      g.lineTo(x, y);
    }

    @Override
    public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
      g.bezierCurveTo(x1, y1, x2, y2, x, y);
    }

    @Override
    public void close() {
      g.closePath();
    }
  }
}

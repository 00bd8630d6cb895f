package dev.stillwater.ui;

import dev.stillwater.drawing.Item;
import dev.stillwater.drawing.Mark;
import dev.stillwater.drawing.Route;
import dev.stillwater.drawing.Stroke;
import dev.stillwater.editor.Box;
import dev.stillwater.editor.Point;
import dev.stillwater.editor.Viewport;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/// Lines as plain bars in whole pixels, only where they are in sight: where thousands of them fill
/// a picture, or hundreds follow a drag, nobody sees round corners, and a stroked path costs a
/// tenth of a millisecond, a broken one as much for every pixel of its length that is out of sight.
/// What would be thinner than a pixel, or broken every other pixel, is paler instead.
final class Bars {
  /// How visible a broken line is.
  private static final double BROKEN = 0.6;

  private final FigurePainter painter;

  Bars(FigurePainter painter) {
    this.painter = painter;
  }

  /// How the line of a link is drawn; null for everything else.
  @Nullable Stroke stroke(Item item) {
    return item.route().isPresent()
            && item.figure().marks().getFirst() instanceof Mark.Trace trace
            && trace.stroke() != null
        ? trace.stroke()
        : null;
  }

  void paint(GraphicsContext g, Route route, Stroke stroke, double opacity, Viewport viewport) {
    Box seen = viewport.visible();
    double width = stroke.width() * viewport.zoom();
    double thick = Math.max(1, Math.round(width));
    double full = stroke.dash() == Stroke.Dash.SOLID ? 1 : BROKEN;
    g.setGlobalAlpha(opacity * stroke.opacity() * full * Math.min(1, Math.max(0.25, width)));
    g.setFill(painter.color(stroke.token()));
    for (int i = 0; i < route.size() - 1; i++) {
      var segment = route.segment(i);
      double left = Math.max(segment.x(), seen.x());
      double right = Math.min(segment.right(), seen.x() + seen.width());
      double top = Math.max(segment.y(), seen.y());
      double bottom = Math.min(segment.bottom(), seen.y() + seen.height());
      if (left <= right && top <= bottom) {
        Point corner = viewport.toScreen(new Point(left, top));
        g.fillRect(
            Math.round(corner.x() - thick / 2),
            Math.round(corner.y() - thick / 2),
            Math.round((right - left) * viewport.zoom() + thick),
            Math.round((bottom - top) * viewport.zoom() + thick));
      }
    }
    g.setGlobalAlpha(1);
  }
}

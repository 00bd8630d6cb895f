package dev.stillwater.ui;

import dev.stillwater.drawing.Box;
import dev.stillwater.drawing.Item;
import dev.stillwater.drawing.Scene;
import dev.stillwater.drawing.SceneBuilder;
import dev.stillwater.drawing.SceneInput;
import dev.stillwater.drawing.Theme;
import dev.stillwater.drawing.Token;
import dev.stillwater.model.Document;
import dev.stillwater.model.Presets;
import dev.stillwater.review.Review;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/// Whole drawings as nodes of a size: thumbnails of the gallery, the drawing in a report.
final class Pictures {
  private static final double MARGIN = 16;

  private final FigurePainter painter;
  private final Presets presets;

  Pictures(Theme theme, Presets presets) {
    this.painter = new FigurePainter(theme);
    this.presets = presets;
  }

  /// A drawing that fits a size, in the middle, never larger than life.
  Node of(Document document, Optional<Review> review, double width, double height) {
    Scene scene = scene(document, review);
    Box bounds = scene.bounds();
    double zoom =
        Math.min(
            1,
            Math.min(
                (width - 2 * MARGIN) / Math.max(1, bounds.width()),
                (height - 2 * MARGIN) / Math.max(1, bounds.height())));
    Canvas canvas = new Canvas(width, height);
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.setFill(painter.color(Token.CANVAS));
    g.fillRect(0, 0, width, height);
    double left = (width - bounds.width() * zoom) / 2 - bounds.x() * zoom;
    double top = (height - bounds.height() * zoom) / 2 - bounds.y() * zoom;
    for (Item item : scene.items()) {
      if (item.kind() == Item.Kind.LABEL && zoom < 0.8) {
        continue;
      }
      double x = Math.round(left + item.x() * zoom);
      double y = Math.round(top + item.y() * zoom);
      g.setGlobalAlpha(item.opacity());
      painter.figure(g, item.figure(), x, y, zoom);
      painter.runs(g, item, x, y, zoom);
    }
    return canvas;
  }

  /// The height of a drawing that fits a width.
  double height(Document document, double width) {
    Box bounds = scene(document, Optional.empty()).bounds();
    double zoom = Math.min(1, (width - 2 * MARGIN) / Math.max(1, bounds.width()));
    return bounds.height() * zoom + 2 * MARGIN;
  }

  private Scene scene(Document document, Optional<Review> review) {
    SceneInput input = SceneInput.of(document, presets);
    return new SceneBuilder().build(review.map(input::with).orElse(input));
  }
}

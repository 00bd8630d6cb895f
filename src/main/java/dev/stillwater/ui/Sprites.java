package dev.stillwater.ui;

import dev.stillwater.drawing.Box;
import dev.stillwater.drawing.Figure;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;

/// Pictures of figures at one zoom, made once and painted often: components that look alike share a
/// figure, and a picture costs a tenth of its rounded, anti-aliased paths.
final class Sprites {
  /// Room around a figure for lines that reach over its box.
  static final int MARGIN = 4;

  /// How many pictures are made for one frame; the rest is painted as paths until its turn comes.
  private static final int A_FRAME = 12;

  private static final int MOST = 400;

  private final FigurePainter painter;
  private final Map<Figure, Image> images = new IdentityHashMap<>();
  private double zoom;
  private double density = 1;
  private int budget;

  Sprites(FigurePainter painter) {
    this.painter = painter;
  }

  /// Begins a frame at a zoom; pictures of another zoom are given up.
  ///
  /// @param newDensity pixels of the screen for one of the window: 2 on many laptops
  void begin(double newZoom, double newDensity) {
    if (newZoom != zoom || newDensity != density || images.size() > MOST) {
      images.clear();
      zoom = newZoom;
      density = newDensity;
    }
    budget = A_FRAME;
  }

  /// Whether some figure had to be painted as paths, so that another frame would be cheaper.
  boolean isShort() {
    return budget <= 0;
  }

  /// The picture of a figure, whose origin is [#MARGIN] pixels from its left and upper edge.
  ///
  /// @param size the box of the figure about its origin
  Optional<Image> of(Figure figure, Box size) {
    Image image = images.get(figure);
    if (image == null && budget > 0) {
      budget--;
      image = make(figure, size);
      images.put(figure, image);
    }
    return Optional.ofNullable(image);
  }

  /// Paints a picture about a point of the canvas.
  void paint(GraphicsContext g, Image image, double x, double y) {
    g.drawImage(
        image, x - MARGIN, y - MARGIN, image.getWidth() / density, image.getHeight() / density);
  }

  private Image make(Figure figure, Box size) {
    Canvas canvas =
        new Canvas(
            Math.ceil((Math.ceil(size.width() * zoom) + 2 * MARGIN) * density),
            Math.ceil((Math.ceil(size.height() * zoom) + 2 * MARGIN) * density));
    double margin = MARGIN * density;
    painter.figure(canvas.getGraphicsContext2D(), figure, margin, margin, zoom * density);
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.TRANSPARENT);
    return canvas.snapshot(parameters, null);
  }
}

package dev.stillwater.editor;

/// The part of the drawing that the window shows.
///
/// @param x the left edge, in units of the drawing
/// @param y the upper edge, in units of the drawing
/// @param zoom pixels of the window for one unit of the drawing
/// @param width the width of the window in pixels
/// @param height the height of the window in pixels
public record Viewport(double x, double y, double zoom, double width, double height) {
  public static final double SMALLEST = 0.02;
  public static final double LARGEST = 4;

  /// The room between a fitted drawing and the edge of the window, in pixels.
  private static final double MARGIN = 40;

  public static Viewport initial() {
    return new Viewport(0, 0, 1, 1000, 700);
  }

  public Point toDrawing(double screenX, double screenY) {
    return new Point(x + screenX / zoom, y + screenY / zoom);
  }

  public Point toScreen(Point point) {
    return new Point((point.x() - x) * zoom, (point.y() - y) * zoom);
  }

  public Box visible() {
    return new Box(x, y, width / zoom, height / zoom);
  }

  public Viewport resized(double newWidth, double newHeight) {
    return new Viewport(x, y, zoom, newWidth, newHeight);
  }

  public Viewport panned(double screenDx, double screenDy) {
    return new Viewport(x + screenDx / zoom, y + screenDy / zoom, zoom, width, height);
  }

  /// Zooms so that what is under a point of the window stays under it.
  public Viewport zoomedAt(double screenX, double screenY, double factor) {
    double newZoom = Math.clamp(zoom * factor, SMALLEST, LARGEST);
    Point under = toDrawing(screenX, screenY);
    return new Viewport(
        under.x() - screenX / newZoom, under.y() - screenY / newZoom, newZoom, width, height);
  }

  public Viewport zoomedTo(double newZoom) {
    return zoomedAt(width / 2, height / 2, newZoom / zoom);
  }

  /// Shows a rectangle whole and in the middle, never larger than life.
  public Viewport fitted(Box box) {
    double available = Math.max(50, width - 2 * MARGIN);
    double availableHeight = Math.max(50, height - 2 * MARGIN);
    double fit =
        Math.min(available / Math.max(1, box.width()), availableHeight / Math.max(1, box.height()));
    double newZoom = Math.clamp(Math.min(1, fit), SMALLEST, LARGEST);
    Point center = box.center();
    return new Viewport(
        center.x() - width / newZoom / 2,
        center.y() - height / newZoom / 2,
        newZoom,
        width,
        height);
  }

  /// Moves as little as needed to show a rectangle.
  public Viewport revealing(Box box) {
    Box seen = visible();
    double margin = MARGIN / zoom;
    double newX = x;
    double newY = y;
    if (box.x() < seen.x() + margin) {
      newX = box.x() - margin;
    } else if (box.x() + box.width() > seen.x() + seen.width() - margin) {
      newX = box.x() + box.width() + margin - seen.width();
    }
    if (box.y() < seen.y() + margin) {
      newY = box.y() - margin;
    } else if (box.y() + box.height() > seen.y() + seen.height() - margin) {
      newY = box.y() + box.height() + margin - seen.height();
    }
    return new Viewport(newX, newY, zoom, width, height);
  }
}

package dev.stillwater.report;

import static dev.stillwater.report.Html.attr;
import static dev.stillwater.report.Html.el;

import dev.stillwater.drawing.Box;
import dev.stillwater.drawing.Scene;
import dev.stillwater.report.pdf.PdfPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Drawings on paper: lines and shapes that the printer paints at the size of a page.
final class PdfEasel implements Easel {
  /// The room between the margins of a page of A4, in CSS pixels, less borders.
  private static final double WIDTH = 640;

  private static final double HEIGHT = 820;
  private static final double LARGEST = 0.8;

  private final List<Scene> scenes = new ArrayList<>();
  private final StringBuilder sizes = new StringBuilder();

  @Override
  public Html draw(Scene scene, String name) {
    int number = scenes.size();
    scenes.add(scene);
    Box view = scene.bounds().grown(PdfPrinter.MARGIN);
    double scale = Math.min(LARGEST, Math.min(WIDTH / view.width(), HEIGHT / view.height()));
    sizes.append(
        String.format(
            Locale.ROOT,
            "#v%d{width:%.1fpx;height:%.1fpx}\n",
            number,
            view.width() * scale,
            view.height() * scale));
    return el(
        "object",
        attr("id", "v" + number),
        attr("type", PdfPrinter.DRAWING),
        attr("data", "drawing:" + number));
  }

  List<Scene> scenes() {
    return scenes;
  }

  /// The sizes of the drawings as a style sheet.
  String styles() {
    return sizes.toString();
  }
}

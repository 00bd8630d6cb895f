package dev.stillwater.report;

import dev.stillwater.drawing.SceneBuilder;
import dev.stillwater.drawing.SceneInput;
import dev.stillwater.drawing.SvgWriter;
import dev.stillwater.drawing.layout.AutomaticLayout;
import dev.stillwater.model.Document;
import dev.stillwater.model.Presets;

/// The drawing of a design in a report: the display list of the window, with badges, as SVG.
public final class Drawings {
  private Drawings() {}

  /// The document with a place for every component; those that have one keep it.
  public static Document placed(Document document) {
    return document.withLayout(AutomaticLayout.place(document.design(), document.layout()));
  }

  /// @param prefix begins all ids, so that several drawings can stand in one page
  static String svg(Chapter chapter, String prefix) {
    Document document = placed(chapter.review().document());
    Presets presets = chapter.graph().presets();
    SceneInput input = SceneInput.of(document, presets).with(chapter.review());
    return SvgWriter.write(
        new SceneBuilder().build(input),
        SvgWriter.Options.of(document.design().name())
            .withoutBackground()
            .withMargin(8)
            .withPrefix(prefix));
  }
}

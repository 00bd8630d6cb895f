package dev.stillwater.report;

import dev.stillwater.drawing.Scene;
import dev.stillwater.drawing.SceneBuilder;
import dev.stillwater.drawing.SceneInput;
import dev.stillwater.drawing.layout.AutomaticLayout;
import dev.stillwater.model.Document;
import dev.stillwater.model.Presets;

/// The drawing of a design in a report: the display list of the window, with badges, for whichever
/// format.
public final class Drawings {
  private Drawings() {}

  /// The document with a place for every component; those that have one keep it. Collapsed zones
  /// are open, because a reader looks for the components that findings name.
  public static Document placed(Document document) {
    return document.withLayout(
        AutomaticLayout.place(document.design(), document.layout()).expanded());
  }

  /// The drawing with the badges of the review.
  static Scene scene(Chapter chapter) {
    Document document = placed(chapter.review().document());
    Presets presets = chapter.graph().presets();
    return new SceneBuilder().build(SceneInput.of(document, presets).with(chapter.review()));
  }
}

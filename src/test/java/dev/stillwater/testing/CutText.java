package dev.stillwater.testing;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/// Finds texts that do not fit where they stand: what a person would see with three dots at its
/// end.
public final class CutText {
  private CutText() {}

  /// Every visible label, button or item below a node whose text is cut, with how it is cut.
  public static List<String> in(Parent root) {
    List<String> found = new ArrayList<>();
    collect(root, found);
    return found;
  }

  private static void collect(Node node, List<String> found) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled labeled && labeled.getText() != null && labeled.getWidth() > 0) {
      for (Node child : labeled.getChildrenUnmodifiable()) {
        if (child instanceof Text text
            && child != labeled.getGraphic()
            && !text.getText().equals(labeled.getText())
            && !labeled.getText().isEmpty()
            && text.isVisible()
            && !text.getText().replace("\n", "").equals(labeled.getText().replace("\n", ""))) {
          found.add("\"" + labeled.getText() + "\" shown as \"" + text.getText() + "\"");
        }
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }
}

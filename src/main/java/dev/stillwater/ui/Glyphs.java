package dev.stillwater.ui;

import dev.stillwater.drawing.Icon;
import dev.stillwater.model.ComponentKind;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;

/// Icons of the drawing as nodes, so that a queue looks the same in a list and on the canvas.
final class Glyphs {
  private Glyphs() {}

  static Node of(ComponentKind kind) {
    return of(Icon.of(kind));
  }

  static Node of(Icon icon) {
    SVGPath path = new SVGPath();
    path.setContent(icon.svg());
    path.setFill(null);
    path.getStyleClass().add("sw-glyph");
    // The frame keeps every icon in its square, however small its path is.
    Rectangle frame = new Rectangle(Icon.SIZE, Icon.SIZE);
    frame.setFill(null);
    Group group = new Group(frame, path);
    StackPane box = new StackPane(group);
    box.setMinSize(Icon.SIZE, Icon.SIZE);
    box.setMaxSize(Icon.SIZE, Icon.SIZE);
    return box;
  }
}

package dev.stillwater.ui;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// A titled part of the inspector that can be folded.
final class SectionView {
  private final Button title = new Button();
  private final FontIcon arrow = Icons.of("fth-chevron-down");
  private final VBox content = new VBox();
  private final VBox view = new VBox(title, content);
  private boolean folded;

  /// @param remember told when a person folds or unfolds it
  SectionView(String text, Consumer<Boolean> remember) {
    title.setText(text);
    title.setMnemonicParsing(false);
    title.setGraphic(arrow);
    title.setContentDisplay(ContentDisplay.RIGHT);
    title.setMaxWidth(Double.MAX_VALUE);
    title.getStyleClass().add("sw-section-title");
    title.setAccessibleText(text + ", section");
    title.setOnAction(event -> {
      setFolded(!folded);
      remember.accept(folded);
    });
    content.getStyleClass().add("sw-section-content");
    view.getStyleClass().add("sw-inspector-section");
  }

  Node view() {
    return view;
  }

  void setContent(List<? extends Node> nodes) {
    content.getChildren().setAll(nodes);
  }

  void setFolded(boolean fold) {
    folded = fold;
    content.setVisible(!fold);
    content.setManaged(!fold);
    arrow.setIconLiteral(fold ? "fth-chevron-right" : "fth-chevron-down");
  }
}

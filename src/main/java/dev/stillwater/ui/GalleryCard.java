package dev.stillwater.ui;

import dev.stillwater.model.Document;
import dev.stillwater.templates.Template;
import java.util.function.BiFunction;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.DoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// A design as a card with its picture: a click or the keyboard's coming looks at it, a double
/// click or Enter opens it.
final class GalleryCard {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double PICTURE_SHAPE = 0.5;

  /// What can be done with a card.
  interface Choices {
    void look(Template template);

    void open(Template template);
  }

  private final Template template;
  private final DoubleProperty width;
  private final StackPane picture = new StackPane();
  private final Button button = new Button();

  /// @param width follows the room that there is
  GalleryCard(Template template, DoubleProperty width, Choices choices) {
    this.template = template;
    this.width = width;
    DoubleBinding inner = width.subtract(2);
    picture.getStyleClass().add("sw-gallery-picture");
    picture.minWidthProperty().bind(inner);
    picture.maxWidthProperty().bind(inner);
    picture.minHeightProperty().bind(inner.multiply(PICTURE_SHAPE));
    picture.maxHeightProperty().bind(inner.multiply(PICTURE_SHAPE));
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(inner);
    clip.heightProperty().bind(inner.multiply(PICTURE_SHAPE).add(8));
    clip.setArcWidth(14);
    clip.setArcHeight(14);
    picture.setClip(clip);
    VBox words =
        new VBox(
            text(template.title(), "sw-gallery-title"),
            badge(template.kind()),
            text(template.demonstrates(), "sw-gallery-line"));
    words.getStyleClass().add("sw-gallery-words");
    button.setGraphic(new VBox(picture, words));
    button.setId("gallery-" + template.name());
    button.getStyleClass().add("sw-gallery-card");
    button.minWidthProperty().bind(width);
    button.maxWidthProperty().bind(width);
    button.setMaxHeight(Double.MAX_VALUE);
    button.setAccessibleText(
        kind(template.kind()) + " " + template.title() + ": " + template.demonstrates());
    button.setOnAction(event -> choices.look(template));
    button
        .focusedProperty()
        .addListener((of, was, is) -> {
          if (is) {
            choices.look(template);
          }
        });
    button.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getClickCount() == 2) {
            choices.open(template);
          }
        });
    button.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            choices.open(template);
            event.consume();
          }
        });
  }

  Node view() {
    return button;
  }

  Template template() {
    return template;
  }

  void choose(boolean chosen) {
    button.pseudoClassStateChanged(CHOSEN, chosen);
  }

  void focus() {
    button.requestFocus();
  }

  void paint(BiFunction<Document, Dimension2D, Node> painter) {
    double room = width.get() - 2;
    Dimension2D size = new Dimension2D(room, Math.floor(room * PICTURE_SHAPE));
    picture.getChildren().setAll(painter.apply(template.document(), size));
  }

  /// A wrapped text whose height is known before the layout, because its width is.
  private Text text(String words, String style) {
    Text text = new Text(words);
    text.wrappingWidthProperty().bind(width.subtract(30));
    text.getStyleClass().add(style);
    return text;
  }

  static Label badge(Template.Kind kind) {
    Label badge = new Label(kind(kind));
    badge
        .getStyleClass()
        .addAll(
            "sw-badge",
            switch (kind) {
              case REFERENCE -> "sw-badge-reference";
              case COUNTER_EXAMPLE -> "sw-badge-counter";
              case INCIDENT -> "sw-badge-incident";
              case EXAMPLE -> "sw-badge-example";
            });
    return badge;
  }

  static String kind(Template.Kind kind) {
    return switch (kind) {
      case REFERENCE -> "Reference design";
      case COUNTER_EXAMPLE -> "Counter-example";
      case INCIDENT -> "Incident";
      case EXAMPLE -> "Worked example";
    };
  }
}

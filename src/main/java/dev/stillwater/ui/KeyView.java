package dev.stillwater.ui;

import dev.stillwater.drawing.DrawingKey;
import dev.stillwater.drawing.Theme;
import dev.stillwater.editor.Action;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What lines and signs mean, over a corner of the drawing; hidden until somebody asks.
final class KeyView {
  private final VBox lines = new VBox();
  private final ScrollPane scroll = new ScrollPane(lines);
  private final VBox view = new VBox();
  private FigurePainter painter = new FigurePainter(Theme.LIGHT);

  KeyView() {
    view.setId("key");
    view.getStyleClass().add("sw-legend");
    lines.getStyleClass().add("sw-key-lines");
    scroll.getStyleClass().add("sw-plain-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinHeight(0);
    view.getChildren().addAll(head(), scroll);
    view.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    view.setAccessibleText("What lines and signs of the drawing mean");
    show(false);
    fill();
  }

  Node view() {
    return view;
  }

  void setTheme(Theme theme) {
    painter = new FigurePainter(theme);
    fill();
  }

  Action action() {
    return Action.of("view.key", "What lines and signs mean", "Help", this::toggle).key("Alt+K");
  }

  private void toggle() {
    show(!view.isVisible());
  }

  private void show(boolean shown) {
    view.setVisible(shown);
    view.setManaged(shown);
  }

  private Node head() {
    Label title = new Label("What lines and signs mean");
    title.getStyleClass().add("sw-legend-title");
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    Button close = new Button("×");
    close.getStyleClass().add("sw-legend-button");
    close.setAccessibleText("Close");
    close.setOnAction(event -> show(false));
    HBox head = new HBox(8, title, spring, close);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private void fill() {
    lines.getChildren().clear();
    for (DrawingKey.Part part : DrawingKey.parts()) {
      Label title = new Label(part.title());
      title.getStyleClass().add("sw-secondary");
      lines.getChildren().add(title);
      part.entries().forEach(entry -> lines.getChildren().add(line(entry)));
    }
  }

  private Node line(DrawingKey.Entry entry) {
    Canvas sample = new Canvas(DrawingKey.SAMPLE.width(), DrawingKey.SAMPLE.height());
    painter.figure(sample.getGraphicsContext2D(), entry.sample(), 0, 0, 1);
    Label text = new Label(entry.text());
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    HBox line = new HBox(8, sample, text);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}

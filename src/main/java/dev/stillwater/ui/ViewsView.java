package dev.stillwater.ui;

import dev.stillwater.drawing.Theme;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.FindQuery;
import dev.stillwater.editor.Point;
import dev.stillwater.editor.ViewDrawing;
import dev.stillwater.editor.Viewport;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import dev.stillwater.model.NamedView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The named views of the open design: each shows what it asks for, with cards where they suit this
/// view. Cards are dragged here without moving in the whole drawing.
final class ViewsView {
  private static final int GRID = 8;

  private final Workspace workspace;
  private final Theme theme;
  private final Runnable closed;
  private final Runnable stop;
  private final VBox view;
  private Viewport viewport = Viewport.initial();
  private Document part = Document.of(Design.empty(""));
  private Optional<ComparedDrawing> drawn = Optional.empty();
  private Optional<String> held = Optional.empty();
  private Point2D from = Point2D.ZERO;
  private String current = "";
  private boolean fitted;
  private boolean filling;

  @FXML private ComboBox<String> choice;
  @FXML private Button add;
  @FXML private TextField name;
  @FXML private TextField show;
  @FXML private Button delete;
  @FXML private Label problem;
  @FXML private Button fit;
  @FXML private Button picture;
  @FXML private Button close;
  @FXML private StackPane drawing;

  /// @param save saves a drawing as a picture
  ViewsView(Workspace workspace, Theme theme, Consumer<Document> save, Runnable closed) {
    this.workspace = workspace;
    this.theme = theme;
    this.closed = closed;
    this.view = Views.load("views", this);
    picture.setOnAction(event -> save.accept(part));
    this.stop = workspace.onChange(this::changed);
    view.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            leave();
            event.consume();
          }
        });
    List<NamedView> views = workspace.state().document().views();
    choose(views.isEmpty() ? "" : views.getFirst().name());
  }

  VBox node() {
    return view;
  }

  void focus() {
    (current.isEmpty() ? add : choice).requestFocus();
  }

  @FXML
  private void initialize() {
    choice
        .valueProperty()
        .addListener((of, was, is) -> {
          if (!filling && is != null) {
            choose(is);
          }
        });
    add.setOnAction(event -> add());
    delete.setOnAction(event -> delete());
    fit.setOnAction(event -> fit());
    close.setOnAction(event -> leave());
    name.setOnAction(event -> rename());
    show.setOnAction(event -> ask());
    for (TextField field : List.of(name, show)) {
      field
          .focusedProperty()
          .addListener((of, was, is) -> {
            if (!is && !filling) {
              rename();
              ask();
            }
          });
    }
    drawing.setOnScroll(this::scrolled);
    drawing.setOnMousePressed(this::pressed);
    drawing.setOnMouseDragged(this::dragged);
    drawing.setOnMouseReleased(this::released);
  }

  private void leave() {
    stop.run();
    closed.run();
  }

  private void changed(EditorState before, EditorState after) {
    if (before.history() != after.history()) {
      fill();
    }
  }

  private Document document() {
    return workspace.state().document();
  }

  private Optional<NamedView> shown() {
    return ViewDrawing.find(document(), current);
  }

  private void choose(String wanted) {
    current = wanted;
    fitted = false;
    fill();
  }

  private void fill() {
    filling = true;
    try {
      List<String> names = document().views().stream().map(NamedView::name).toList();
      if (!choice.getItems().equals(names)) {
        choice.getItems().setAll(names);
      }
      Optional<NamedView> now = shown();
      choice.setValue(now.map(NamedView::name).orElse(null));
      name.setText(now.map(NamedView::name).orElse(""));
      show.setText(now.map(NamedView::show).orElse(""));
      for (var control : List.of(name, show, delete)) {
        control.setDisable(now.isEmpty());
      }
      NamedView seen = now.orElseGet(() -> NamedView.of("", ""));
      List<String> problems = FindQuery.parse(seen.show()).problems();
      part = ViewDrawing.of(document(), seen, workspace.presets());
      problem.setText(
          !problems.isEmpty()
              ? problems.getFirst()
              : part.design().components().isEmpty() ? "Nothing fits." : "");
    } finally {
      filling = false;
    }
    draw(part);
  }

  private void draw(Document document) {
    ComparedDrawing now =
        new ComparedDrawing(document, Map.of(), workspace.presets(), theme, this::resized);
    drawn = Optional.of(now);
    drawing.getChildren().setAll(now);
    resized();
  }

  private void resized() {
    viewport = viewport.resized(Math.max(1, drawing.getWidth()), Math.max(1, drawing.getHeight()));
    if (!fitted && drawing.getWidth() > 1) {
      fitted = true;
      fit();
    } else {
      repaint();
    }
  }

  private void repaint() {
    drawn.ifPresent(now -> now.show(viewport, Set.of()));
  }

  private void fit() {
    drawn
        .flatMap(ComparedDrawing::bounds)
        .ifPresent(box ->
            viewport =
                viewport.fitted(
                    new dev.stillwater.editor.Box(box.x(), box.y(), box.width(), box.height())));
    repaint();
  }

  private void add() {
    Document now = document();
    String asked = ViewDrawing.asking(now.design(), workspace.state().selection());
    String wanted =
        ViewDrawing.freeName(
            now,
            asked.isEmpty() ? "View" : asked.substring(asked.indexOf(':') + 1).replace("\"", ""));
    current = wanted;
    fitted = false;
    workspace.commit(
        "Add the view " + wanted, ViewDrawing.with(now, wanted, NamedView.of(wanted, asked)));
    show.requestFocus();
  }

  private void delete() {
    String gone = current;
    current =
        document().views().stream()
            .map(NamedView::name)
            .filter(other -> !other.equals(gone))
            .findFirst()
            .orElse("");
    fitted = false;
    workspace.commit("Delete the view " + gone, ViewDrawing.without(document(), gone));
  }

  private void rename() {
    String typed = name.getText().strip();
    Optional<NamedView> now = shown();
    if (now.isEmpty() || typed.equals(current)) {
      return;
    }
    if (typed.isEmpty() || ViewDrawing.find(document(), typed).isPresent()) {
      name.setText(current);
      return;
    }
    String before = current;
    current = typed;
    workspace.commit(
        "Rename the view " + before,
        ViewDrawing.with(document(), before, now.get().withName(typed)));
  }

  private void ask() {
    Optional<NamedView> now = shown();
    String typed = show.getText().strip();
    if (now.isPresent() && !typed.equals(now.get().show())) {
      fitted = false;
      workspace.commit(
          "Change what the view " + current + " shows",
          ViewDrawing.with(document(), current, now.get().withShow(typed)));
    }
  }

  private void scrolled(ScrollEvent event) {
    viewport =
        event.isShortcutDown()
            ? viewport.zoomedAt(event.getX(), event.getY(), Math.pow(1.0018, event.getDeltaY()))
            : viewport.panned(-event.getDeltaX(), -event.getDeltaY());
    repaint();
    event.consume();
  }

  private void pressed(MouseEvent event) {
    drawing.requestFocus();
    from = new Point2D(event.getX(), event.getY());
    Point at = viewport.toDrawing(event.getX(), event.getY());
    held =
        shown().isEmpty()
            ? Optional.empty()
            : part.layout().positions().entrySet().stream()
                .filter(card -> isIn(card.getValue(), at))
                .map(Map.Entry::getKey)
                .findFirst();
  }

  private static boolean isIn(Layout.Position card, Point at) {
    return at.x() >= card.x()
        && at.x() < card.x() + Layout.CARD_WIDTH
        && at.y() >= card.y()
        && at.y() < card.y() + Layout.CARD_HEIGHT;
  }

  private void dragged(MouseEvent event) {
    if (held.isPresent()) {
      draw(part.withLayout(part.layout().with(held.get(), target(event))));
    } else {
      viewport = viewport.panned(from.getX() - event.getX(), from.getY() - event.getY());
      from = new Point2D(event.getX(), event.getY());
      repaint();
    }
  }

  /// Where the held card would stand, on the grid.
  private Layout.Position target(MouseEvent event) {
    Layout.Position card = part.layout().of(held.orElseThrow()).orElseThrow();
    return new Layout.Position(
        snapped(card.x() + (event.getX() - from.getX()) / viewport.zoom()),
        snapped(card.y() + (event.getY() - from.getY()) / viewport.zoom()));
  }

  private static int snapped(double at) {
    return (int) Math.round(at / GRID) * GRID;
  }

  private void released(MouseEvent event) {
    if (held.isEmpty()) {
      return;
    }
    String card = held.get();
    Layout.Position to = target(event);
    held = Optional.empty();
    if (!part.layout().of(card).equals(Optional.of(to))) {
      workspace.commit(
          "Move " + card + " in the view " + current,
          ViewDrawing.moved(document(), current, card, to));
    }
  }
}

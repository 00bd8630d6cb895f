package dev.stillwater.ui;

import dev.stillwater.drawing.Box;
import dev.stillwater.drawing.Theme;
import dev.stillwater.editor.ChangeRow;
import dev.stillwater.editor.Comparison;
import dev.stillwater.editor.Viewport;
import dev.stillwater.model.Document;
import dev.stillwater.model.Presets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Two versions side by side: what differs is listed and marked on both drawings, which are panned
/// and zoomed as one.
final class CompareView {
  /// Something to compare.
  ///
  /// @param name what people call it
  /// @param document read when it is chosen; empty when it cannot be had
  record Source(String name, Supplier<Optional<Document>> document) {}

  private final Presets presets;
  private final Theme theme;
  private final Runnable closed;
  private final VBox view;
  private Viewport viewport = Viewport.initial();
  private Optional<ComparedDrawing> first = Optional.empty();
  private Optional<ComparedDrawing> second = Optional.empty();
  private boolean fitted;
  private Point2D dragged = Point2D.ZERO;

  @FXML private ComboBox<Source> before;
  @FXML private ComboBox<Source> after;
  @FXML private Label summary;
  @FXML private Button fit;
  @FXML private Button close;
  @FXML private StackPane left;
  @FXML private StackPane right;
  @FXML private ListView<ChangeRow> list;

  /// @param sources everything that can be compared
  /// @param from the index of the earlier one
  /// @param to the index of the later one
  CompareView(
      List<Source> sources, int from, int to, Presets presets, Theme theme, Runnable closed) {
    this.presets = presets;
    this.theme = theme;
    this.closed = closed;
    this.view = Views.load("compare", this);
    for (ComboBox<Source> box : List.of(before, after)) {
      box.setConverter(
          new StringConverter<>() {
            @Override
            public String toString(@Nullable Source source) {
              return source == null ? "" : source.name();
            }

            @Override
            public @Nullable Source fromString(String text) {
              return null;
            }
          });
      box.getItems().setAll(sources);
    }
    before.getSelectionModel().select(from);
    after.getSelectionModel().select(to);
    before.valueProperty().addListener((of, was, is) -> compare());
    after.valueProperty().addListener((of, was, is) -> compare());
    view.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            closed.run();
            event.consume();
          }
        });
    compare();
  }

  @FXML
  private void initialize() {
    list.setCellFactory(of -> new RowCell());
    Label same = new Label("Nothing differs.");
    same.getStyleClass().add("sw-secondary");
    list.setPlaceholder(same);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((of, was, is) -> {
          if (is != null) {
            reveal(is);
          }
        });
    fit.setOnAction(event -> fit());
    close.setOnAction(event -> closed.run());
    for (StackPane side : List.of(left, right)) {
      side.setOnScroll(this::scrolled);
      side.setOnMousePressed(event -> dragged = new Point2D(event.getX(), event.getY()));
      side.setOnMouseDragged(this::dragged);
    }
  }

  /// Gives the list the keyboard.
  void focus() {
    list.requestFocus();
  }

  VBox node() {
    return view;
  }

  private void compare() {
    Optional<Document> one = document(before);
    Optional<Document> other = document(after);
    if (one.isEmpty() || other.isEmpty()) {
      summary.setText("One of the two cannot be read.");
      list.getItems().clear();
      left.getChildren().clear();
      right.getChildren().clear();
      first = Optional.empty();
      second = Optional.empty();
      return;
    }
    Comparison comparison =
        Comparison.of(before.getValue().name(), one.get(), after.getValue().name(), other.get());
    summary.setText(ChangeRow.summary(comparison.rows()));
    list.getItems().setAll(comparison.rows());
    ComparedDrawing drawn =
        new ComparedDrawing(
            comparison.before(), comparison.marksBefore(), presets, theme, this::resized);
    ComparedDrawing drawnAfter =
        new ComparedDrawing(
            comparison.after(), comparison.marksAfter(), presets, theme, this::resized);
    left.getChildren().setAll(drawn);
    right.getChildren().setAll(drawnAfter);
    first = Optional.of(drawn);
    second = Optional.of(drawnAfter);
    fitted = false;
    resized();
  }

  private static Optional<Document> document(ComboBox<Source> box) {
    return Optional.ofNullable(box.getValue()).flatMap(source -> source.document().get());
  }

  private void resized() {
    viewport = viewport.resized(Math.max(1, left.getWidth()), Math.max(1, left.getHeight()));
    if (!fitted && left.getWidth() > 1 && right.getWidth() > 1) {
      fitted = true;
      fit();
    } else {
      show();
    }
  }

  private void show() {
    ChangeRow row = list.getSelectionModel().getSelectedItem();
    first.ifPresent(
        drawing -> drawing.show(viewport, row == null ? Optional.empty() : row.before()));
    second.ifPresent(
        drawing -> drawing.show(viewport, row == null ? Optional.empty() : row.after()));
  }

  private void fit() {
    List<Box> boxes = new ArrayList<>();
    first.flatMap(ComparedDrawing::bounds).ifPresent(boxes::add);
    second.flatMap(ComparedDrawing::bounds).ifPresent(boxes::add);
    boxes.stream()
        .reduce(CompareView::around)
        .ifPresent(box -> viewport = viewport.fitted(editorBox(box)));
    show();
  }

  private static Box around(Box a, Box b) {
    double x = Math.min(a.x(), b.x());
    double y = Math.min(a.y(), b.y());
    return new Box(
        x,
        y,
        Math.max(a.x() + a.width(), b.x() + b.width()) - x,
        Math.max(a.y() + a.height(), b.y() + b.height()) - y);
  }

  private static dev.stillwater.editor.Box editorBox(Box box) {
    return new dev.stillwater.editor.Box(box.x(), box.y(), box.width(), box.height());
  }

  private void reveal(ChangeRow row) {
    Optional<Box> there =
        row.after()
            .flatMap(id -> second.flatMap(drawing -> drawing.boundsOf(id)))
            .or(() -> row.before().flatMap(id -> first.flatMap(drawing -> drawing.boundsOf(id))));
    there.ifPresent(box -> viewport = viewport.revealing(editorBox(box)));
    show();
  }

  private void scrolled(ScrollEvent event) {
    if (event.isShortcutDown()) {
      viewport = viewport.zoomedAt(event.getX(), event.getY(), Math.pow(1.0018, event.getDeltaY()));
    } else {
      viewport = viewport.panned(-event.getDeltaX(), -event.getDeltaY());
    }
    show();
    event.consume();
  }

  private void dragged(MouseEvent event) {
    viewport = viewport.panned(dragged.getX() - event.getX(), dragged.getY() - event.getY());
    dragged = new Point2D(event.getX(), event.getY());
    show();
  }

  private static final class RowCell extends ListCell<ChangeRow> {
    RowCell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ChangeRow row, boolean isEmpty) {
      super.updateItem(row, isEmpty);
      setText(row == null || isEmpty ? null : row.text());
    }
  }
}

package dev.stillwater.ui;

import dev.stillwater.analysis.Progress;
import dev.stillwater.drawing.Box;
import dev.stillwater.drawing.Theme;
import dev.stillwater.editor.ChangeRow;
import dev.stillwater.editor.ComparedRow;
import dev.stillwater.editor.Comparison;
import dev.stillwater.editor.FixSummary;
import dev.stillwater.editor.PlanWords;
import dev.stillwater.editor.Turns;
import dev.stillwater.editor.Viewport;
import dev.stillwater.model.Document;
import dev.stillwater.review.ReviewDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Two versions side by side: what differs, and what that does to findings and journeys, is listed
/// and marked on both drawings, which are panned and zoomed as one.
final class CompareView {
  /// Something to compare.
  ///
  /// @param name what people call it
  /// @param document read when it is chosen; empty when it cannot be had
  record Source(String name, Supplier<Optional<Document>> document) {}

  private final Engines engines;
  private final Turns turns = new Turns();
  private final Theme theme;
  private final Runnable closed;
  private final VBox view;
  private Viewport viewport = Viewport.initial();
  private Optional<ComparedDrawing> first = Optional.empty();
  private Optional<ComparedDrawing> second = Optional.empty();
  private boolean fitted;
  private Point2D dragged = Point2D.ZERO;
  private final ToggleGroup group = new ToggleGroup();
  private List<ComparedRow> drawn = List.of();
  private List<ComparedRow> effects = List.of();

  /// What is pointed to: one line, or all of a section.
  private List<ComparedRow> pointed = List.of();

  @FXML private ComboBox<Source> before;
  @FXML private ComboBox<Source> after;
  @FXML private Label summary;
  @FXML private FlowPane figures;
  @FXML private HBox sections;
  @FXML private Label judging;
  @FXML private Button fit;
  @FXML private Button close;
  @FXML private StackPane left;
  @FXML private StackPane right;
  @FXML private ListView<ComparedRow> list;

  /// @param sources everything that can be compared
  /// @param from the index of the earlier one
  /// @param to the index of the later one
  /// @param engines judge both, away from the thread of the window
  CompareView(
      List<Source> sources, int from, int to, Engines engines, Theme theme, Runnable closed) {
    this.engines = engines;
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
    // before the list, which takes Esc for itself
    view.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            leave();
            event.consume();
          }
        });
    compare();
  }

  @FXML
  private void initialize() {
    list.setCellFactory(of -> new ComparedCell());
    Label same = new Label("Nothing differs.");
    same.getStyleClass().add("sw-secondary");
    list.setPlaceholder(same);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((of, was, is) -> {
          if (is != null) {
            point(List.of(is));
          }
        });
    fit.setOnAction(event -> fit());
    close.setOnAction(event -> leave());
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

  /// Nobody waits for the judgement any more.
  private void leave() {
    turns.begin();
    closed.run();
  }

  private void compare() {
    Progress turn = turns.begin();
    effects = List.of();
    pointed = List.of();
    figures.getChildren().clear();
    Optional<Document> one = document(before);
    Optional<Document> other = document(after);
    if (one.isEmpty() || other.isEmpty()) {
      summary.setText("One of the two cannot be read.");
      judging.setText("");
      drawn = List.of();
      list();
      left.getChildren().clear();
      right.getChildren().clear();
      first = Optional.empty();
      second = Optional.empty();
      return;
    }
    Comparison comparison =
        Comparison.of(before.getValue().name(), one.get(), after.getValue().name(), other.get());
    summary.setText(ChangeRow.summary(comparison.rows()));
    drawn = ComparedRow.drawn(comparison);
    ComparedDrawing was =
        new ComparedDrawing(
            comparison.before(), comparison.marksBefore(), engines.presets(), theme, this::resized);
    ComparedDrawing is =
        new ComparedDrawing(
            comparison.after(), comparison.marksAfter(), engines.presets(), theme, this::resized);
    left.getChildren().setAll(was);
    right.getChildren().setAll(is);
    first = Optional.of(was);
    second = Optional.of(is);
    fitted = false;
    list();
    resized();
    judging.setText("Judging both…");
    engines.background().execute(() -> judge(one.get(), other.get(), turn));
  }

  /// Runs beside the window; what nobody waits for any more is dropped.
  private void judge(Document one, Document other, Progress turn) {
    try {
      ReviewDiff diff = engines.compare(one, other, turn);
      List<ComparedRow> rows = ComparedRow.effects(diff, one, other, engines.presets());
      tell(turn, () -> judged(diff, rows));
    } catch (CancellationException e) {
      // something else is compared by now, or nothing
    } catch (RuntimeException | StackOverflowError e) {
      tell(turn, () -> judging.setText("The findings could not be compared: " + e.getMessage()));
    }
  }

  private void tell(Progress turn, Runnable what) {
    engines
        .foreground()
        .execute(() -> {
          if (!turn.isCancelled()) {
            what.run();
          }
        });
  }

  private void judged(ReviewDiff diff, List<ComparedRow> rows) {
    judging.setText(rows.isEmpty() ? "No finding and no journey differs." : "");
    effects = rows;
    list();
    PlanWords.figures(diff.before(), diff.after()).stream()
        .filter(delta -> !delta.before().equals(delta.after()))
        .forEach(delta -> figures.getChildren().add(figure(delta)));
  }

  private static HBox figure(FixSummary.Delta delta) {
    Label name = new Label(delta.label());
    name.getStyleClass().add("sw-small");
    Label before = new Label(delta.before() + " →");
    before.getStyleClass().add("sw-trial-before");
    Label after = new Label(delta.after());
    after.getStyleClass().add(ComparedCell.turn(delta.turn()));
    HBox figure = new HBox(name, before, after);
    figure.getStyleClass().add("sw-trial-figure");
    return figure;
  }

  /// One button for each section that has lines, and the lines of all of them.
  private void list() {
    List<ComparedRow> all = new ArrayList<>(effects);
    all.addAll(drawn);
    List<ToggleButton> buttons = new ArrayList<>();
    ToggleButton everything = button("Everything", all, false);
    buttons.add(everything);
    for (ComparedRow.Section section : ComparedRow.Section.values()) {
      List<ComparedRow> rows = all.stream().filter(row -> row.section() == section).toList();
      if (!rows.isEmpty()) {
        buttons.add(button(section.title(), rows, true));
      }
    }
    sections.getChildren().setAll(buttons);
    sections.setVisible(!all.isEmpty());
    everything.setSelected(true);
    list.getItems().setAll(all);
  }

  private ToggleButton button(String title, List<ComparedRow> rows, boolean points) {
    ToggleButton button = new ToggleButton(title + "  " + rows.size());
    button.getStyleClass().add("sw-doc-small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setToggleGroup(group);
    button.setOnAction(event -> {
      button.setSelected(true);
      list.getItems().setAll(rows);
      point(points ? rows : List.of());
    });
    return button;
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
    first.ifPresent(drawing -> drawing.show(viewport, ComparedRow.before(pointed)));
    second.ifPresent(drawing -> drawing.show(viewport, ComparedRow.after(pointed)));
  }

  private void fit() {
    List<Box> boxes = new ArrayList<>();
    first.flatMap(ComparedDrawing::bounds).ifPresent(boxes::add);
    second.flatMap(ComparedDrawing::bounds).ifPresent(boxes::add);
    boxes.stream().reduce(Box::union).ifPresent(box -> viewport = viewport.fitted(editorBox(box)));
    show();
  }

  private static dev.stillwater.editor.Box editorBox(Box box) {
    return new dev.stillwater.editor.Box(box.x(), box.y(), box.width(), box.height());
  }

  /// Marks what lines concern on the sides where it is, and brings it into sight.
  private void point(List<ComparedRow> rows) {
    pointed = rows;
    second
        .flatMap(drawing -> drawing.boundsOf(ComparedRow.after(rows)))
        .or(() -> first.flatMap(drawing -> drawing.boundsOf(ComparedRow.before(rows))))
        .ifPresent(box -> viewport = viewport.revealing(editorBox(box)));
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
}

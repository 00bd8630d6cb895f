package dev.stillwater.ui;

import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.TrendColumn;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Document;
import dev.stillwater.review.Review;
import dev.stillwater.review.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How the design came along: findings by severity and journeys at risk in every snapshot and now.
final class TrendPane {
  /// The height of the highest column in pixels.
  private static final double HEIGHT = 88;

  private static final double BAR = 34;

  private final Workspace workspace;
  private final SnapshotsBeside store;
  private final Supplier<Optional<Path>> file;
  private final BiFunction<Document, String, Snapshot> take;
  private final Consumer<String> notice;
  private final Parent view;
  private Optional<Path> shownOf = Optional.empty();
  private List<Snapshot> snapshots = List.of();

  @FXML private TextField name;
  @FXML private Button button;
  @FXML private Label hint;
  @FXML private HBox chart;

  /// @param file where the design lies; empty when it was never saved
  /// @param take judges a document and gives it a name
  TrendPane(
      Workspace workspace,
      SnapshotsBeside store,
      Supplier<Optional<Path>> file,
      BiFunction<Document, String, Snapshot> take,
      Consumer<String> notice) {
    this.workspace = workspace;
    this.store = store;
    this.file = file;
    this.take = take;
    this.notice = notice;
    this.view = Views.load("trend", this);
    workspace.onChange(this::changed);
  }

  Parent view() {
    return view;
  }

  @FXML
  private void initialize() {
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> take());
    name.setOnAction(event -> take());
  }

  private void changed(EditorState before, EditorState after) {
    if (EditorState.differs(before.review(), after.review())) {
      if (!shownOf.equals(file.get())) {
        reload();
      }
      fill();
    }
  }

  /// Reads the snapshots of the open design again.
  void reload() {
    shownOf = file.get();
    snapshots = shownOf.flatMap(store::read).orElse(List.of());
    fill();
  }

  private void take() {
    String typed = name.getText().strip();
    Optional<Path> design = file.get();
    if (typed.isEmpty()) {
      notice.accept("Name the snapshot: a milestone, a date, a version.");
      name.requestFocus();
    } else if (design.isEmpty()) {
      notice.accept("Save the design first; its snapshots lie beside it.");
    } else {
      store
          .add(design.get(), take.apply(workspace.state().document(), typed))
          .ifPresentOrElse(
              notice,
              () -> {
                name.clear();
                notice.accept("Took the snapshot " + typed + ".");
                reload();
              });
    }
  }

  private void fill() {
    Review review = workspace.state().review().orElse(null);
    if (review == null) {
      chart.getChildren().clear();
      return;
    }
    List<TrendColumn> columns = TrendColumn.of(snapshots, review);
    int highest = columns.stream().mapToInt(TrendColumn::total).max().orElse(0);
    List<HBox> bars = new ArrayList<>();
    for (TrendColumn column : columns) {
      bars.add(bar(column, highest));
    }
    chart.getChildren().setAll(bars);
    hint.setText(
        snapshots.isEmpty()
            ? "A snapshot writes down how the design stands; the next ones show how it comes along."
            : "");
  }

  private static HBox bar(TrendColumn column, int highest) {
    VBox stack = new VBox();
    stack.setAlignment(Pos.BOTTOM_CENTER);
    stack.setMinHeight(HEIGHT + 18);
    Label total = new Label(Integer.toString(column.total()));
    total.getStyleClass().add("sw-trend-total");
    stack.getChildren().add(total);
    for (TrendColumn.Part part : column.parts(highest).reversed()) {
      double height = Math.max(3, part.share() * HEIGHT);
      Label segment = new Label(height < 13 ? "" : part.severity().mark() + " " + part.count());
      segment.setMinSize(BAR, height);
      segment.setPrefSize(BAR, height);
      segment.setMaxSize(BAR, height);
      segment.getStyleClass().addAll("sw-trend-segment", "sw-trend-" + part.severity().word());
      stack.getChildren().add(segment);
    }
    Label name = new Label(column.name());
    name.getStyleClass().add("sw-trend-name");
    name.setMaxWidth(110);
    Label day = new Label(column.day());
    day.getStyleClass().add("sw-small");
    Label risk = new Label(column.atRisk() + " of " + column.journeys() + " at risk");
    risk.getStyleClass().add(column.atRisk() > 0 ? "sw-trend-risk" : "sw-trend-safe");
    VBox words = new VBox(name, day, risk);
    words.setAlignment(Pos.BOTTOM_LEFT);
    if (column.day().isEmpty()) {
      words.getChildren().remove(day);
    }
    HBox all = new HBox(stack, words);
    all.getStyleClass().add("sw-trend-column");
    all.setAccessibleText(column.sentence());
    all.setFocusTraversable(true);
    return all;
  }
}

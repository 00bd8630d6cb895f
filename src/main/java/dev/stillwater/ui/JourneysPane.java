package dev.stillwater.ui;

import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Figures;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.review.JourneyVerdict;
import dev.stillwater.review.Review;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The journeys as a table: what each promises and what comes of it.
public final class JourneysPane {
  private final Workspace workspace;
  private final Consumer<String> reveal;
  private final Parent view;
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
  private boolean filling;

  @FXML private TableView<Line> table;
  @FXML private TableColumn<Line, String> name;
  @FXML private TableColumn<Line, String> real;
  @FXML private TableColumn<Line, Double> deadline;
  @FXML private TableColumn<Line, Double> target;
  @FXML private TableColumn<Line, Double> latency;
  @FXML private TableColumn<Line, String> importance;
  @FXML private TableColumn<Line, Line> stoppers;
  @FXML private VBox empty;

  /// A journey with its judgement, if it is judged.
  public record Line(Journey journey, Optional<JourneyVerdict> verdict) {}

  /// @param reveal brings a component of the drawing into view
  public JourneysPane(Workspace workspace, Consumer<String> reveal) {
    this.workspace = workspace;
    this.reveal = reveal;
    this.view = Views.load("journeys", this);
    workspace.onChange(this::changed);
    fill(workspace.state());
  }

  public Parent view() {
    return view;
  }

  public ReadOnlyIntegerProperty count() {
    return count.getReadOnlyProperty();
  }

  @FXML
  private void initialize() {
    text(name, line -> line.journey().name());
    text(real, line -> RealTimeWords.both(line.journey().realTimeClass()));
    text(importance, line -> line.journey().importance().word().replace('-', ' '));
    number(
        deadline,
        line -> line.journey().get(JourneyAttributes.DEADLINE).map(span -> span.millis()),
        line -> line.journey().get(JourneyAttributes.DEADLINE).map(Verdicts::deadline).orElse("–"));
    number(
        target,
        line -> line.journey().get(JourneyAttributes.SLO),
        line -> line.journey().get(JourneyAttributes.SLO).map(Figures::percent).orElse("–"));
    number(
        latency,
        line -> line.verdict().map(JourneyVerdict::worstLatency).filter(l -> !Double.isNaN(l)),
        line ->
            line.verdict()
                .map(JourneyVerdict::worstLatency)
                .filter(l -> !Double.isNaN(l))
                .map(Figures::time)
                .orElse("–"));
    stoppers.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    stoppers.setComparator(Comparator.comparingInt(JourneysPane::stoppedBy));
    stoppers.setCellFactory(column -> new Chips());
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((of, was, is) -> {
          if (!filling && is != null) {
            workspace.select(Selection.journey(is.journey().id()));
          }
        });
  }

  private static int stoppedBy(Line line) {
    return line.verdict().map(v -> v.stoppedBy().size()).orElse(0);
  }

  private static void text(TableColumn<Line, String> column, Function<Line, String> value) {
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
  }

  /// Numbers are sorted as numbers, stand at the right and are shown with their units.
  private static void number(
      TableColumn<Line, Double> column,
      Function<Line, Optional<Double>> value,
      Function<Line, String> shown) {
    column.setCellValueFactory(
        cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue()).orElse(null)));
    column.setComparator(Comparator.nullsFirst(Comparator.<Double>naturalOrder()));
    column.setCellFactory(of ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable Double item, boolean isEmpty) {
            super.updateItem(item, isEmpty);
            Line line = getTableRow() == null ? null : getTableRow().getItem();
            setText(isEmpty || line == null ? null : shown.apply(line));
            setGraphic(null);
          }
        });
    column.getStyleClass().add("sw-number-column");
  }

  private void changed(EditorState before, EditorState after) {
    if (EditorState.differs(before.review(), after.review())
        || before.design().journeys() != after.design().journeys()) {
      fill(after);
    } else if (before.selection() != after.selection()) {
      select(after);
    }
  }

  private void fill(EditorState state) {
    List<Line> lines = new ArrayList<>();
    for (Journey journey : state.design().journeys()) {
      lines.add(
          new Line(
              journey,
              state
                  .review()
                  .map(Review::journeys)
                  .flatMap(all ->
                      all.stream()
                          .filter(v -> v.journey().id().equals(journey.id()))
                          .findFirst())));
    }
    filling = true;
    try {
      if (!table.getItems().equals(lines)) {
        table.getItems().setAll(lines);
        table.sort();
      }
    } finally {
      filling = false;
    }
    count.set(lines.size());
    table.setVisible(!lines.isEmpty());
    empty.setVisible(lines.isEmpty());
    select(state);
  }

  private void select(EditorState state) {
    Line wanted =
        table.getItems().stream()
            .filter(
                line -> state.selection().journey().filter(line.journey().id()::equals).isPresent())
            .findFirst()
            .orElse(null);
    filling = true;
    try {
      if (wanted == null) {
        table.getSelectionModel().clearSelection();
      } else {
        table.getSelectionModel().select(wanted);
      }
    } finally {
      filling = false;
    }
  }

  private final class Chips extends TableCell<Line, Line> {
    private final HBox chips = new HBox();

    Chips() {
      chips.getStyleClass().add("sw-chip-line");
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean isEmpty) {
      super.updateItem(line, isEmpty);
      setText(null);
      setGraphic(null);
      if (line == null || isEmpty || line.verdict().isEmpty()) {
        return;
      }
      JourneyVerdict verdict = line.verdict().get();
      if (verdict.stoppedBy().isEmpty()) {
        setText("nothing alone");
        return;
      }
      chips.getChildren().clear();
      for (JourneyVerdict.Stopper stopper : verdict.stoppedBy()) {
        Button chip = new Button(stopper.component() + " " + Figures.moment(stopper.t()));
        chip.setMnemonicParsing(false);
        chip.getStyleClass().addAll("sw-chip", "sw-chip-stopper");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setTooltip(
            AttributeField.tip(
                stopper.component()
                    + ": "
                    + stopper.how().label().toLowerCase(java.util.Locale.ROOT)
                    + " stops it after "
                    + Figures.moment(stopper.t())));
        chip.setOnAction(event -> {
          if (workspace.state().design().components().contains(stopper.component())) {
            workspace.select(Selection.component(stopper.component()));
            reveal.accept(stopper.component());
          }
        });
        chips.getChildren().add(chip);
      }
      setGraphic(chips);
    }
  }
}

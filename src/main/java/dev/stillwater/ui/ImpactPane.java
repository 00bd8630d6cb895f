package dev.stillwater.ui;

import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.FailureCosts;
import dev.stillwater.editor.FailureCosts.Row;
import dev.stillwater.editor.FailureCosts.Table;
import dev.stillwater.editor.Inquiry;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Figures;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What every failure of the design costs, the worst first, and what is around the selected
/// component. Works only while it is shown, and gives way to the review of an edit.
final class ImpactPane {
  private final Workspace workspace;
  private final FailureCosts.Source source;
  private final Inquiry<Table> inquiry;
  private final ImpactDetail details;
  private final Parent view;
  private Table known = new Table(List.of(), "");
  private @Nullable Design answered;
  private boolean shown;

  @FXML private BorderPane content;
  @FXML private VBox empty;
  @FXML private ToggleButton one;
  @FXML private ToggleButton two;
  @FXML private TextField search;
  @FXML private CheckBox losing;
  @FXML private Label status;
  @FXML private ProgressBar progress;
  @FXML private Button cancel;
  @FXML private TableView<Row> table;
  @FXML private TableColumn<Row, String> what;
  @FXML private TableColumn<Row, String> how;
  @FXML private TableColumn<Row, Double> lost;
  @FXML private TableColumn<Row, Double> first;
  @FXML private TableColumn<Row, Double> notice;
  @FXML private TableColumn<Row, String> journeys;
  @FXML private VBox detail;

  /// @param background runs what may take long
  /// @param foreground runs what touches the window
  ImpactPane(
      Workspace workspace,
      FailureCosts.Source source,
      Executor background,
      Executor foreground,
      Consumer<Throwable> failed) {
    this.workspace = workspace;
    this.source = source;
    this.inquiry = new Inquiry<>(background, foreground, problem -> failed(problem, failed));
    this.view = Views.load("impact", this);
    this.details =
        new ImpactDetail(
            workspace,
            source,
            detail,
            new ImpactDetail.Threads(background, foreground, failed),
            this::fail);
    workspace.onChange(this::changed);
    showAmount();
  }

  Parent view() {
    return view;
  }

  /// Whether people see the pane; it asks for nothing while they do not.
  void setShown(boolean now) {
    shown = now;
    details.setShown(now);
    if (now && answered != workspace.state().design()) {
      ask();
    } else if (!now) {
      stop();
    }
  }

  @FXML
  private void initialize() {
    ToggleGroup group = new ToggleGroup();
    one.setToggleGroup(group);
    two.setToggleGroup(group);
    one.setSelected(true);
    group
        .selectedToggleProperty()
        .addListener((of, was, is) -> {
          if (is == null) {
            was.setSelected(true);
          } else if (shown) {
            ask();
          }
        });
    search.textProperty().addListener((of, was, is) -> fill());
    losing.setOnAction(event -> fill());
    cancel.setOnAction(event -> {
      // What was asked counts as answered: only another design or question asks again.
      inquiry.cancel();
      busy(false);
      status.setText("Cancelled");
    });
    text(what, Row::what);
    text(how, Row::how);
    text(journeys, Row::journeys);
    number(lost, row -> (double) row.lost(), row -> row.lost() == 0 ? "–" : "" + row.lost());
    number(
        first,
        Row::firstLoss,
        row -> Double.isInfinite(row.firstLoss()) ? "–" : Figures.moment(row.firstLoss()));
    number(notice, row -> (double) row.notice(), row -> "" + row.notice());
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setPlaceholder(new Label(""));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((of, was, is) -> {
          if (is != null) {
            fail(is.injection());
          }
        });
    progress.setProgress(0);
    busy(false);
  }

  private static void text(TableColumn<Row, String> column, Function<Row, String> value) {
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
  }

  /// Numbers are sorted as numbers, stand at the right and are shown with their units.
  private static void number(
      TableColumn<Row, Double> column, Function<Row, Double> value, Function<Row, String> shown) {
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    column.setComparator(Comparator.naturalOrder());
    column.setCellFactory(of ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable Double item, boolean isEmpty) {
            super.updateItem(item, isEmpty);
            Row row = getTableRow() == null ? null : getTableRow().getItem();
            setText(isEmpty || row == null ? null : shown.apply(row));
          }
        });
    column.getStyleClass().add("sw-number-column");
  }

  private void changed(EditorState before, EditorState after) {
    if (before.design() != after.design()) {
      stop();
      answered = null;
      showAmount();
    }
    if (shown && answered != after.design() && isJudged(after)) {
      ask();
    }
  }

  /// The review of an edit goes first; then the costs are asked for.
  private static boolean isJudged(EditorState state) {
    return state.review().filter(it -> it.document().design() == state.design()).isPresent();
  }

  private void showAmount() {
    boolean none = workspace.state().design().components().isEmpty();
    content.setVisible(!none);
    empty.setVisible(none);
  }

  private void ask() {
    Document document = workspace.state().document();
    answered = document.design();
    busy(true);
    status.setText("");
    boolean pairs = two.isSelected();
    inquiry.ask(
        asked -> pairs ? source.pairs(document, asked) : source.each(document, asked),
        found -> {
          known = found;
          busy(false);
          fill();
        },
        progress::setProgress);
  }

  private void stop() {
    if (inquiry.isRunning()) {
      inquiry.cancel();
      answered = null;
    }
    busy(false);
  }

  private void busy(boolean now) {
    for (javafx.scene.Node node : List.of(progress, cancel)) {
      node.setVisible(now);
      node.setManaged(now);
    }
    progress.setProgress(0);
  }

  private void failed(Throwable problem, Consumer<Throwable> tell) {
    busy(false);
    status.setText("That could not be worked out");
    tell.accept(problem);
  }

  private void fill() {
    List<Row> rows = known.matching(search.getText(), losing.isSelected());
    table.getSelectionModel().clearSelection();
    table.getItems().setAll(rows);
    table.sort();
    table.setPlaceholder(new Label(placeholder()));
    status.setText(
        (rows.size() == known.rows().size()
                ? Figures.count(rows.size(), noun())
                : rows.size() + " of " + Figures.count(known.rows().size(), noun()))
            + (known.note().isEmpty() ? "" : " · " + known.note()));
  }

  private String noun() {
    return two.isSelected() ? "pair" : "failure";
  }

  private String placeholder() {
    if (!search.getText().isBlank()) {
      return "No failure has these words.";
    }
    return two.isSelected()
        ? "No two crashes lose a journey that neither loses alone."
        : "No failure loses a journey.";
  }

  /// Plays a failure on the drawing and tells what would keep its journeys.
  void fail(Injection injection) {
    workspace.fail(injection);
    details.showFailure(injection);
  }
}

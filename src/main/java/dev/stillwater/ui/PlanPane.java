package dev.stillwater.ui;

import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.PlanWords;
import dev.stillwater.editor.Planning;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Figures;
import dev.stillwater.review.FixPlan;
import dev.stillwater.review.FixPlan.Stage;
import dev.stillwater.rules.Recommendation;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What to change first, and what that comes to; each step can be tried or applied.
final class PlanPane {
  private final Workspace workspace;
  private final Planning planning;
  private final Parent view;

  @FXML private VBox shown;
  @FXML private Label headline;
  @FXML private Label bound;
  @FXML private Button trySet;
  @FXML private Button applySet;
  @FXML private Button again;
  @FXML private ListView<Stage> steps;
  @FXML private VBox empty;
  @FXML private Label emptyTitle;
  @FXML private Label emptyText;
  @FXML private Button start;
  @FXML private VBox working;
  @FXML private ProgressBar progress;
  @FXML private Button cancel;

  PlanPane(Workspace workspace, Planning planning) {
    this.workspace = workspace;
    this.planning = planning;
    this.view = Views.load("plan", this);
    planning.onChange(this::fill);
    workspace.onChange(this::changed);
    fill();
  }

  Parent view() {
    return view;
  }

  @FXML
  private void initialize() {
    steps.setCellFactory(of -> new Cell());
    start.setOnAction(event -> planning.start());
    again.setOnAction(event -> planning.start());
    cancel.setOnAction(event -> planning.cancel());
    trySet.setOnAction(event -> planning.plan().flatMap(FixPlan::bestSet).ifPresent(this::attempt));
    applySet.setOnAction(event ->
        planning
            .plan()
            .flatMap(FixPlan::bestSet)
            .ifPresent(set -> make("Apply a set of changes", set.recommendations())));
    for (Button button : List.of(trySet, applySet, again)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
  }

  private void attempt(FixPlan.FixSet set) {
    workspace.tryOut();
    make("Try a set of changes", set.recommendations());
  }

  private void make(String label, List<Recommendation> changes) {
    List<Edit> edits = changes.stream().map(Recommendation::edit).toList();
    workspace.apply(label, edits);
  }

  private void changed(EditorState before, EditorState after) {
    if (before.design() != after.design() || EditorState.differs(before.trial(), after.trial())) {
      fill();
    }
  }

  private void fill() {
    FixPlan plan = planning.plan().orElse(null);
    boolean current = plan != null && planning.isCurrent();
    boolean running = planning.isRunning();
    boolean any = plan != null && !plan.stages().isEmpty();
    working.setVisible(running);
    progress.setProgress(planning.progress());
    shown.setVisible(!running && current && any);
    empty.setVisible(!running && !(current && any));
    if (plan == null || !current) {
      emptyTitle.setText(plan == null ? "No plan yet" : "The design has changed");
      emptyText.setText(
          plan == null
              ? "Which few changes remove most findings and save most journeys, with what effort."
              : "The plan was about the design as it was before.");
      start.setText(plan == null ? "Work out a plan" : "Plan again");
    } else if (!any) {
      emptyTitle.setText("Nothing to plan");
      emptyText.setText("No change that a finding recommends makes the design better.");
    }
    if (plan != null && current && any) {
      show(plan);
    }
  }

  private void show(FixPlan plan) {
    plan.bestSet()
        .ifPresentOrElse(
            set -> {
              headline.setText(PlanWords.headline(plan.before(), set));
              bound.setText(PlanWords.bound(set) + " " + titles(set) + ".");
            },
            () -> {
              headline.setText("One change helps");
              bound.setText("");
            });
    for (Button button : List.of(trySet, applySet)) {
      button.setVisible(plan.bestSet().isPresent());
      button.setManaged(button.isVisible());
    }
    trySet.setText(workspace.state().trial().isPresent() ? "Try these, too" : "Try these");
    if (!steps.getItems().equals(plan.stages())) {
      steps.getItems().setAll(plan.stages());
    }
  }

  private static String titles(FixPlan.FixSet set) {
    return String.join("; ", set.changes().stream().map(PlanWords::title).toList());
  }

  /// The steps up to one, and that one.
  private List<Recommendation> upTo(int index) {
    List<Recommendation> changes = new ArrayList<>();
    for (Stage stage : steps.getItems().subList(0, index + 1)) {
      changes.addAll(stage.step().recommendations());
    }
    return changes;
  }

  private final class Cell extends ListCell<Stage> {
    private final Label number = new Label();
    private final Label title = new Label();
    private final Label tradeOff = new Label();
    private final Label effort = new Label();
    private final Label findings = new Label();
    private final Label journeys = new Label();
    private final Label latency = new Label();
    private final Button attempt = new Button("Try to here");
    private final Button apply = new Button("Apply to here");
    private final VBox words = new VBox(title, tradeOff);
    private final HBox line =
        new HBox(number, words, effort, findings, journeys, latency, attempt, apply);

    Cell() {
      number.getStyleClass().add("sw-plan-number");
      title.getStyleClass().add("sw-finding-subject");
      title.setMinWidth(0);
      tradeOff.getStyleClass().add("sw-small");
      tradeOff.setMinWidth(0);
      words.setMinWidth(0);
      HBox.setHgrow(words, Priority.ALWAYS);
      effort.getStyleClass().add("sw-tag");
      effort.setMinWidth(Region.USE_PREF_SIZE);
      for (Label figure : List.of(findings, journeys, latency)) {
        figure.getStyleClass().add("sw-plan-figure");
        figure.setMinWidth(Region.USE_PREF_SIZE);
      }
      for (Button button : List.of(attempt, apply)) {
        button.getStyleClass().add("sw-small-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
      }
      attempt.setOnAction(event -> {
        workspace.tryOut();
        make("Try the plan to step " + (getIndex() + 1), upTo(getIndex()));
      });
      apply.setOnAction(
          event -> make("Apply the plan to step " + (getIndex() + 1), upTo(getIndex())));
      line.getStyleClass().add("sw-decision-row");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Stage stage, boolean isEmpty) {
      super.updateItem(stage, isEmpty);
      if (stage == null || isEmpty) {
        setGraphic(null);
        return;
      }
      number.setText(Integer.toString(getIndex() + 1));
      title.setText(PlanWords.title(stage.step()));
      tradeOff.setText(Typography.typeset(stage.step().tradeOff()));
      tradeOff.setTooltip(AttributeField.tip(Typography.typeset(stage.step().tradeOff())));
      effort.setText(PlanWords.effort(stage.step().effort()));
      findings.setText("then " + Figures.count(stage.after().open(), "finding"));
      journeys.setText(PlanWords.risk(stage.after()));
      latency.setText(
          Double.isNaN(stage.after().worstLatency())
              ? ""
              : Figures.time(stage.after().worstLatency()));
      setAccessibleText(
          "Step "
              + number.getText()
              + ": "
              + title.getText()
              + ", "
              + effort.getText()
              + ", "
              + findings.getText()
              + ", "
              + journeys.getText());
      setGraphic(line);
    }
  }
}

package dev.stillwater.ui;

import dev.stillwater.analysis.ripple.Absorber;
import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.JourneyOutcome;
import dev.stillwater.editor.Drill;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Figures;
import dev.stillwater.model.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The right side while something fails: how it fails, what happens when, what holds, and what that
/// means for the journeys.
final class FailPane {
  private static final PseudoClass AHEAD = PseudoClass.getPseudoClass("ahead");
  private static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");

  private final Workspace workspace;
  private final Parent view;
  private final ToggleGroup group = new ToggleGroup();
  private final List<Moment> moments = new ArrayList<>();

  @FXML private Label heading;
  @FXML private Label subtitle;
  @FXML private HBox hows;
  @FXML private VBox facts;
  @FXML private VBox absorbers;
  @FXML private VBox journeys;

  /// A row that stands for something that happens at a moment.
  private record Moment(double t, javafx.scene.Node row) {}

  FailPane(Workspace workspace) {
    this.workspace = workspace;
    this.view = Views.load("fail", this);
    workspace.onChange(this::changed);
  }

  Parent view() {
    return view;
  }

  @FXML
  private void initialize() {
    for (Failure how : Failure.values()) {
      ToggleButton button = new ToggleButton(how.label());
      button.setUserData(how);
      button.setToggleGroup(group);
      button.getStyleClass().add("sw-segment");
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      button.setOnAction(event ->
          workspace
              .state()
              .drill()
              .ifPresent(drill -> workspace.fail(new Injection(drill.injection().targets(), how))));
      hows.getChildren().add(button);
    }
  }

  private void changed(EditorState before, EditorState after) {
    if (after.drill().isEmpty()) {
      return;
    }
    Drill drill = after.drill().get();
    if (before.drill().isEmpty() || before.drill().get().result() != drill.result()) {
      show(after, drill);
    }
    for (Moment moment : moments) {
      moment.row().pseudoClassStateChanged(AHEAD, moment.t() > drill.t());
    }
  }

  private void show(EditorState state, Drill drill) {
    Failure how = drill.injection().how();
    heading.setText("Fail: " + drill.injection().target());
    subtitle.setText(
        switch (how) {
          case CRASH -> "crash · all replicas stop answering";
          case GREY ->
              "grey failure · "
                  + Figures.number(state.design().setting(Settings.GREY))
                  + "× slower";
          case ERROR -> "error · every request is answered with an error";
          case OVERLOAD -> "overload · more requests than it can serve";
        });
    group.getToggles().stream()
        .filter(toggle -> toggle.getUserData() == how)
        .forEach(group::selectToggle);
    moments.clear();
    facts.getChildren().clear();
    for (Fact fact : drill.result().facts()) {
      addFact(fact);
    }
    for (JourneyOutcome outcome : drill.result().journeys()) {
      if (outcome.isLost()) {
        addMoment(outcome.t(), outcome.id() + " is " + outcome.state().word(), "")
            .pseudoClassStateChanged(LOST, true);
      }
    }
    moments.sort(Comparator.comparingDouble(Moment::t));
    facts.getChildren().setAll(moments.stream().map(Moment::row).toList());
    showAbsorbers(drill);
    showJourneys(drill);
  }

  private void addFact(Fact fact) {
    addMoment(fact.t(), Typography.typeset(fact.why()), fact.node().id());
  }

  private HBox addMoment(double t, String text, String component) {
    Label time = new Label(Figures.moment(t));
    time.getStyleClass().add("sw-fact-time");
    time.setMinWidth(52);
    Label words = new Label(text);
    words.setWrapText(true);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(time, words);
    row.getStyleClass().add("sw-fact");
    row.setOnMouseClicked(event -> {
      workspace.drill(drill -> drill.at(t).playing(false));
      if (workspace.state().design().components().contains(component)) {
        workspace.select(Selection.component(component));
      }
    });
    moments.add(new Moment(t, row));
    return row;
  }

  private void showAbsorbers(Drill drill) {
    absorbers.getChildren().clear();
    for (Absorber absorber : drill.result().absorbers()) {
      String holds =
          Double.isInfinite(absorber.holds())
              ? "holds"
              : "holds for " + Figures.time(absorber.holds());
      Label label =
          new Label(
              absorber.element() + ": " + absorber.kind().word().replace('-', ' ') + ", " + holds);
      label.setWrapText(true);
      label.getStyleClass().add("sw-absorber");
      absorbers.getChildren().add(label);
    }
    if (absorbers.getChildren().isEmpty()) {
      Label none = new Label("Nothing stands in the way.");
      none.getStyleClass().add("sw-secondary");
      absorbers.getChildren().add(none);
    }
  }

  private void showJourneys(Drill drill) {
    journeys.getChildren().clear();
    for (JourneyOutcome outcome : drill.result().journeys()) {
      String when =
          outcome.state() == JourneyOutcome.State.OK ? "" : " at " + Figures.moment(outcome.t());
      Label label = new Label(outcome.id() + " " + outcome.state().word() + when);
      label.getStyleClass().addAll("sw-outcome", "sw-outcome-" + outcome.state().word());
      label.setWrapText(true);
      journeys.getChildren().add(label);
    }
    if (journeys.getChildren().isEmpty()) {
      Label none =
          new Label("No journey is declared. Select a link from a client and give it a class.");
      none.setWrapText(true);
      none.getStyleClass().add("sw-secondary");
      journeys.getChildren().add(none);
    }
  }
}

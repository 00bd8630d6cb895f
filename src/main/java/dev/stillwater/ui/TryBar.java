package dev.stillwater.ui;

import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.TrialComparison;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Figures;
import dev.stillwater.review.ReviewDiff;
import dev.stillwater.review.Vitals;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Says above the drawing that something is tried, and what it comes to so far.
final class TryBar {
  private final Workspace workspace;
  private final TrialComparison comparing;
  private final Runnable look;
  private final Parent view;

  @FXML private Label text;
  @FXML private Button compare;
  @FXML private Button keep;
  @FXML private Button drop;

  /// @param look shows the comparison
  TryBar(Workspace workspace, TrialComparison comparing, Runnable look) {
    this.workspace = workspace;
    this.comparing = comparing;
    this.look = look;
    this.view = Views.load("try-bar", this);
    workspace.onChange(this::changed);
    comparing.onChange(this::show);
    view.setVisible(false);
    view.setManaged(false);
  }

  Parent view() {
    return view;
  }

  @FXML
  private void initialize() {
    compare.setOnAction(event -> look.run());
    keep.setOnAction(event -> workspace.keepTrial("Keep a trial"));
    drop.setOnAction(event -> workspace.dropTrial());
    for (Button button : List.of(compare, keep, drop)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
  }

  private void changed(EditorState before, EditorState after) {
    boolean trying = after.trial().isPresent();
    view.setVisible(trying);
    view.setManaged(trying);
    if (trying && EditorState.differs(before.trial(), after.trial())) {
      text.setText("Change what you like; the design stays as it was until you keep it.");
    }
  }

  private void show() {
    comparing.latest().map(TryBar::sentence).ifPresent(text::setText);
  }

  private static String sentence(ReviewDiff diff) {
    if (diff.document().isEmpty()) {
      return "Change what you like; the design stays as it was until you keep it.";
    }
    Vitals before = diff.before();
    Vitals after = diff.after();
    return Figures.count(diff.document().design().differences().size(), "change")
        + "  ·  findings "
        + before.open()
        + " → "
        + after.open()
        + "  ·  journeys at risk "
        + before.journeysAtRisk()
        + " → "
        + after.journeysAtRisk();
  }
}

package dev.stillwater.ui;

import dev.stillwater.editor.DecisionRows;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;

/// Numbers behind the titles of tabs: how many findings, journeys, questions there are.
final class TabTitles {
  private final Workspace workspace;
  private final List<Runnable> updates = new ArrayList<>();

  TabTitles(Workspace workspace) {
    this.workspace = workspace;
    workspace.onChange(this::changed);
  }

  void findings(Tab tab) {
    count(tab, state -> state.review().map(review -> review.open().size()).orElse(0));
  }

  void questions(Tab tab) {
    count(tab, state -> state.review().map(review -> review.questions().size()).orElse(0));
  }

  /// How many decisions need somebody.
  void decisions(Tab tab) {
    count(tab, state -> state.review().map(it -> DecisionRows.of(it).attention()).orElse(0));
  }

  void journeys(Tab tab) {
    count(tab, state -> state.design().journeys().size());
  }

  private void count(Tab tab, ToIntFunction<EditorState> number) {
    Label counter = new Label();
    counter.getStyleClass().add("sw-counter");
    tab.setGraphic(counter);
    Runnable update =
        () -> {
          int found = number.applyAsInt(workspace.state());
          counter.setText(Integer.toString(found));
          counter.setVisible(found > 0);
          counter.setManaged(found > 0);
        };
    updates.add(update);
    update.run();
  }

  private void changed(EditorState before, EditorState after) {
    if (EditorState.differs(before.review(), after.review()) || before.design() != after.design()) {
      updates.forEach(Runnable::run);
    }
  }
}

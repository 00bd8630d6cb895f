package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.testing.Checkout;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryStepTest {
  private final Workspace workspace = Checkout.workspace();

  private void replicas(int number) {
    workspace.commit(
        "Set " + number,
        Editing.set(
            workspace.state().document(), List.of("order"), ComponentAttributes.REPLICAS, number));
  }

  private List<String> lines() {
    return HistoryStep.of(workspace.state().history()).stream()
        .map(step ->
            step.back()
                + " "
                + step.label()
                + (step.onDisk() ? " disk" : step.saved() ? " saved" : ""))
        .toList();
  }

  @Test
  void everyStateHasTheStepThatLedToIt() {
    replicas(7);
    replicas(8);
    workspace.markSaved();
    replicas(9);
    workspace.undo();
    assertThat(lines()).containsExactly("-1 Set 9", "0 Set 8 disk", "1 Set 7", "2 Opened saved");
  }

  @Test
  void goingToAStepAndBackIsTheSame() {
    for (int i = 1; i <= 5; i++) {
      replicas(10 + i);
    }
    var last = workspace.state().document();
    for (HistoryStep step : HistoryStep.of(workspace.state().history())) {
      workspace.travel(step.back());
      assertThat(workspace.state().document()).isSameAs(step.document());
      workspace.travel(-step.back());
      assertThat(workspace.state().document()).isSameAs(last);
    }
    workspace.travel(99);
    assertThat(workspace.state().history().canUndo()).isFalse();
  }
}

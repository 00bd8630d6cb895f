package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.editor.Editing;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Decision;
import dev.stillwater.model.DecisionAttributes;
import dev.stillwater.model.DecisionKind;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.review.ReviewedFinding.Standing;
import dev.stillwater.templates.TemplateCatalog;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A review as a conversation: a risk is accepted and comes back when its numbers change; a plan is
/// tried, and part of it is kept.
class DecideAndTryTest extends WindowTest {
  private static final String SLOW = "REL-RP-002@email -> order";

  @Start
  void start(Stage shown) {
    open(shown);
  }

  private void openCheckout() {
    onWindow(() ->
        workbench.openFresh(
            TemplateCatalog.find("tight-coupling-before").orElseThrow().document()));
    onWindow(workbench::fit);
  }

  private ReviewedFinding slow() {
    return workspace().state().review().orElseThrow().findings().stream()
        .filter(found -> found.key().equals(SLOW))
        .findFirst()
        .orElseThrow();
  }

  private void run(String action) {
    onWindow(() -> workbench.actions().get(action).run().run());
  }

  private void press(FxRobot robot, String id) {
    Button button = robot.lookup(id).queryButton();
    onWindow(button::fire);
  }

  @Test
  void anAcceptedRiskIsMutedAndComesBackWhenANumberChanges(FxRobot robot) {
    openCheckout();
    int open = workspace().state().review().orElseThrow().open().size();
    onWindow(() -> workspace().focus(Optional.of(SLOW)));
    run("review.accepted");
    robot.clickOn("#decision-decide");
    assertThat(robot.lookup("#decision-problem").queryAs(Label.class).getText())
        .startsWith("Say why");
    robot.clickOn("#decision-reason").write("nobody mails at night");
    robot.clickOn("#decision-expires").write("90 days");
    robot.clickOn("#decision-author").write("Ann");
    robot.push(KeyCode.ENTER);

    assertThat(slow().standing()).isEqualTo(Standing.DECIDED);
    Decision decision = document().decisions().getFirst();
    assertThat(decision.attributes().get(DecisionAttributes.KIND)).contains(DecisionKind.ACCEPTED);
    assertThat(decision.attributes().get(DecisionAttributes.EXPIRES).orElseThrow())
        .hasToString("2026-04-01");
    assertThat(workspace().state().review().orElseThrow().open()).hasSize(open - 1);
    assertThat(robot.lookup("#finding-decision .label").queryAllAs(Label.class))
        .extracting(Label::getText)
        .anyMatch(text -> text.contains("accepted · Ann"))
        .contains("nobody mails at night");
    assertThat(robot.lookup(".sw-finding-row .sw-decision-badge").queryAllAs(Label.class))
        .extracting(Label::getText)
        .contains("accepted");

    onWindow(() ->
        workspace()
            .commit(
                "Set concurrency",
                Editing.set(document(), List.of("order"), ComponentAttributes.CONCURRENCY, 200)));
    assertThat(slow().standing()).isEqualTo(Standing.OPEN);
    assertThat(robot.lookup("#finding-decision .label").queryAllAs(Label.class))
        .extracting(Label::getText)
        .anyMatch(text -> text.contains("Counts again") && text.contains("200 workers"));
    run("review.decisions");
    assertThat(robot.lookup("#decisions-list .sw-decision-state").queryAllAs(Label.class))
        .extracting(Label::getText)
        .contains("stale");
    press(robot, "#tool-edit-undo");
    assertThat(slow().standing()).isEqualTo(Standing.DECIDED);
    press(robot, "#tool-edit-undo");
    assertThat(document().decisions()).isEmpty();
  }

  @Test
  void aPlanIsTriedInABranchAndPartOfItIsKept(FxRobot robot) {
    openCheckout();
    String before = text();
    run("review.plan");
    press(robot, "#plan-try-set");
    assertThat(workspace().state().trial()).isPresent();
    assertThat(text()).isNotEqualTo(before);
    assertThat(workspace().state().history().undoLabels()).hasSize(1);
    assertThat(robot.lookup("#try-bar").query().isVisible()).isTrue();
    run("file.save");
    assertThat(workspace().state().trial()).as("nothing is saved meanwhile").isPresent();

    ListView<?> parts = robot.lookup("#trial-parts").queryListView();
    int all = parts.getItems().size();
    assertThat(all).isGreaterThan(1);
    CheckBox first = robot.lookup("#trial-parts .check-box").queryAs(CheckBox.class);
    onWindow(first::fire);
    assertThat(robot.lookup("#trial-keep-chosen").queryButton().getText())
        .isEqualTo("Keep chosen (" + (all - 1) + " of " + all + ")");
    press(robot, "#trial-keep-chosen");
    assertThat(workspace().state().trial()).isEmpty();
    assertThat(workspace().state().history().undoLabels())
        .containsExactly("Keep " + (all - 1) + " changes of a trial");
    press(robot, "#tool-edit-undo");
    assertThat(text()).isEqualTo(before);
  }

  @Test
  void whatIsTriedCanBeDropped(FxRobot robot) {
    openCheckout();
    String before = text();
    run("review.try");
    onWindow(() ->
        workspace()
            .commit(
                "Set concurrency",
                Editing.set(document(), List.of("order"), ComponentAttributes.CONCURRENCY, 200)));
    assertThat(text()).isNotEqualTo(before);
    press(robot, "#try-drop");
    assertThat(text()).isEqualTo(before);
    assertThat(robot.lookup("#try-bar").query().isVisible()).isFalse();
  }
}

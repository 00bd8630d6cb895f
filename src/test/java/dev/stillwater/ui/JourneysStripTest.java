package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Design;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.testing.Checkout;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class JourneysStripTest {
  private Workspace workspace;
  private StackPane host;
  private boolean findingsShown;

  @Start
  void start(Stage stage) {
    Fonts.load();
    workspace = Checkout.workspace();
    JourneysStrip strip = new JourneysStrip(workspace, () -> findingsShown = true);
    host = PaneStage.show(stage, strip.view(), 900, 40);
    workspace.reviewed(Checkout.review(workspace.state().document()));
  }

  private static String state(FxRobot robot) {
    return robot.lookup("#journey-place-order .sw-journey-state").queryAs(Text.class).getText();
  }

  private static boolean is(FxRobot robot, String pseudoClass) {
    return robot
        .lookup("#journey-place-order")
        .queryButton()
        .getPseudoClassStates()
        .contains(PseudoClass.getPseudoClass(pseudoClass));
  }

  @Test
  void tellsThePromise(FxRobot robot) {
    assertThat(
            robot.lookup("#journey-place-order .sw-journey-promise").queryAs(Text.class).getText())
        .isEqualToIgnoringWhitespace("hard · 6 s · 99.95 %");
  }

  @Test
  void aJourneyTurnsRedAtItsSecondAndNotBefore(FxRobot robot) {
    assertThat(state(robot)).isEqualTo("five parts can stop it");
    assertThat(is(robot, "stoppable")).isTrue();
    robot.interact(() -> workspace.fail("email"));
    robot.interact(() -> workspace.drill(drill -> drill.at(1999).playing(false)));
    assertThat(state(robot)).isEqualTo("up");
    assertThat(is(robot, "lost")).isFalse();
    robot.interact(() -> workspace.drill(drill -> drill.at(2000)));
    assertThat(state(robot)).isEqualTo("down at 2.0 s");
    assertThat(is(robot, "lost")).isTrue();
    robot.interact(workspace::endDrill);
    assertThat(state(robot)).isEqualTo("five parts can stop it");
  }

  @Test
  void aClickSelectsAndTheSummaryLeadsToTheFindings(FxRobot robot) {
    robot.clickOn("#journey-place-order");
    assertThat(workspace.state().selection()).isEqualTo(Selection.journey("place-order"));
    assertThat(is(robot, "selected")).isTrue();
    Button summary = robot.lookup("#findings-summary").queryButton();
    StringBuilder words = new StringBuilder();
    ((TextFlow) summary.getGraphic())
        .getChildren()
        .forEach(part -> words.append(((Text) part).getText()));
    assertThat(words.toString()).isEqualTo("8 findings · 4 ◆  2 ▲  1 ●  1 ○");
    robot.interact(summary::fire);
    assertThat(findingsShown).isTrue();
  }

  @Test
  void whatDoesNotFitGoesBehindAButton(FxRobot robot) {
    robot.interact(() -> {
      Design design = workspace.state().design();
      for (int i = 0; i < 8; i++) {
        design =
            design.with(
                new Journey("journey-number-" + i)
                    .with(JourneyAttributes.PATH, List.of("checkout")));
      }
      workspace.commit("Add journeys", workspace.state().document().withDesign(design));
    });
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(host::layout);
    MenuButton more = robot.lookup("#more-journeys").queryAs(MenuButton.class);
    long shown =
        robot.lookup(".sw-journey").queryAll().stream().filter(node -> node.isVisible()).count();
    assertThat(more.isVisible()).isTrue();
    assertThat(more.getItems()).hasSize((int) (9 - shown));
    assertThat(more.getText()).isEqualTo("+" + (9 - shown));
    double right = more.localToScene(more.getBoundsInLocal()).getMaxX();
    Button summary = robot.lookup("#findings-summary").queryButton();
    assertThat(right).isLessThanOrEqualTo(summary.localToScene(0, 0).getX());
    robot.interact(() -> more.getItems().getLast().fire());
    assertThat(workspace.state().selection()).isEqualTo(Selection.journey("journey-number-7"));
  }
}

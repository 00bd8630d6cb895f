package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Coupling;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.model.Timespan;
import dev.stillwater.testing.Checkout;
import dev.stillwater.testing.CutText;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class InspectorPaneTest {
  private Workspace workspace;
  private InspectorPane inspector;
  private StackPane host;

  @Start
  void start(Stage stage) {
    Fonts.load();
    workspace = Checkout.workspace();
    inspector = new InspectorPane(workspace, Checkout::rate);
    host = PaneStage.show(stage, inspector.view(), 290, 900);
  }

  private Link link(String id) {
    return workspace.state().design().links().get(id);
  }

  private static Timespan span(String text) {
    return Timespan.parse(text).orElseThrow();
  }

  private static TextField input(FxRobot robot, String key) {
    return robot.lookup("#input-" + key).queryAs(TextField.class);
  }

  private void edit(FxRobot robot, String key, String typed) {
    robot.interact(() -> inspector.edit(key));
    robot.push(KeyCode.SHORTCUT, KeyCode.A).write(typed);
  }

  @Test
  void whatIsTypedIsOneStepAndLookingAtItChangesNothing(FxRobot robot) {
    robot.interact(() -> workspace.select(Selection.link("mail")));
    TextField timeout = input(robot, "timeout");
    edit(robot, "timeout", "250ms");
    assertThat(link("mail").get(LinkAttributes.TIMEOUT)).isEmpty();
    robot.push(KeyCode.ENTER);
    assertThat(link("mail").get(LinkAttributes.TIMEOUT)).contains(span("250ms"));
    assertThat(workspace.state().history().undoLabels()).containsExactly("Set timeout of mail");
    assertThat(timeout.getText()).isEqualTo("250 ms");
    assertThat(timeout.isFocused()).isTrue();
    robot.push(KeyCode.TAB).push(KeyCode.TAB);
    assertThat(workspace.state().history().undoLabels()).hasSize(1);
    assertThat(input(robot, "timeout")).as("the same control all the time").isSameAs(timeout);
    robot.interact(workspace::undo);
    assertThat(timeout.getText()).isEmpty();
    assertThat(timeout.getPromptText()).isEqualTo("not declared");
    edit(robot, "retries", "");
    robot.push(KeyCode.ENTER);
    assertThat(workspace.state().history().undoLabels())
        .as("a default is no declaration")
        .isEmpty();
  }

  @Test
  void badInputStaysWithItsReason(FxRobot robot) {
    robot.interact(() -> workspace.select(Selection.link("mail")));
    edit(robot, "timeout", "soon");
    robot.push(KeyCode.ENTER);
    Label reason = robot.lookup("#field-timeout .sw-field-error").queryAs(Label.class);
    assertThat(reason.isVisible()).isTrue();
    assertThat(reason.getText()).contains("250ms").contains("soon");
    assertThat(link("mail").get(LinkAttributes.TIMEOUT)).isEmpty();
    robot.interact(() -> workspace.select(Selection.link("pay")));
    assertThat(input(robot, "timeout").getText()).isEqualTo("5 s");
    assertThat(reason.isVisible()).isFalse();
    robot.interact(() -> workspace.select(Selection.link("mail")));
    assertThat(input(robot, "timeout").getText()).isEqualTo("soon");
    assertThat(reason.isVisible()).isTrue();
    robot.interact(() -> inspector.edit("timeout"));
    robot.push(KeyCode.ESCAPE);
    assertThat(input(robot, "timeout").getText()).isEmpty();
    assertThat(reason.isVisible()).isFalse();
    assertThat(workspace.state().history().canUndo()).isFalse();
  }

  @Test
  void aReviewDoesNotDisturbWhoTypesAndAnotherSelectionTakesOverWhatWasTyped(FxRobot robot) {
    robot.interact(() -> workspace.select(Selection.link("mail")));
    edit(robot, "timeout", "3 s");
    robot.interact(() -> workspace.reviewed(Checkout.review(workspace.state().document())));
    assertThat(input(robot, "timeout").getText()).isEqualTo("3 s");
    assertThat(input(robot, "timeout").isFocused()).isTrue();
    robot.interact(() -> workspace.select(Selection.link("pay")));
    assertThat(link("mail").get(LinkAttributes.TIMEOUT)).contains(span("3s"));
    assertThat(link("pay").get(LinkAttributes.TIMEOUT)).contains(span("5s"));
    assertThat(input(robot, "timeout").getText()).isEqualTo("5 s");
  }

  @Test
  void choicesDeclareAndChoosingAgainMakesUnknown(FxRobot robot) {
    robot.interact(() -> workspace.select(Selection.link("mail")));
    ToggleButton async =
        robot
            .lookup("#field-coupling .sw-segment")
            .<ToggleButton>match(button -> button.getText().equals("Loose async"))
            .query();
    robot.clickOn(async);
    assertThat(link("mail").get(LinkAttributes.COUPLING)).contains(Coupling.LOOSE_ASYNC);
    assertThat(async.isSelected()).isTrue();
    robot.clickOn(async);
    assertThat(link("mail").get(LinkAttributes.COUPLING)).isEmpty();
    assertThat(async.isSelected()).as("tight again, as drawn").isFalse();
    robot.clickOn("#input-need").clickOn("Not declared");
    assertThat(link("mail").get(LinkAttributes.NEED)).isEmpty();
    assertThat(workspace.state().history().undoLabels())
        .containsExactly("Clear needs of mail", "Clear coupling of mail", "Set coupling of mail");
  }

  @Test
  void namesAndKindsChangeInPlace(FxRobot robot) {
    robot.interact(() -> workspace.select(Selection.component("order")));
    robot.interact(inspector::editName);
    robot.push(KeyCode.SHORTCUT, KeyCode.A).write("order service").push(KeyCode.ENTER);
    assertThat(workspace.state().selection()).isEqualTo(Selection.component("order-service"));
    Component renamed = workspace.state().design().components().get("order-service");
    assertThat(renamed.name()).isEqualTo("order service");
    assertThat(link("pay").from()).isEqualTo("order-service");
    robot.clickOn("#kind").clickOn("Worker");
    assertThat(workspace.state().design().components().get("order-service").kind())
        .isEqualTo(ComponentKind.WORKER);
    assertThat(workspace.state().history().undoLabels())
        .containsExactly("Change order service to worker", "Rename order");
    robot.interact(() -> workspace.select(Selection.link("pay")));
    robot.interact(inspector::editName);
    robot.push(KeyCode.SHORTCUT, KeyCode.A).write("mail").push(KeyCode.ENTER);
    assertThat(robot.lookup(".sw-inspector-head .sw-field-error").queryAs(Label.class).getText())
        .contains("already");
    assertThat(workspace.state().design().links().contains("pay")).isTrue();
  }

  @Test
  void severalAreEditedAtOnceAndSectionsStayFolded(FxRobot robot) {
    robot.interact(
        () -> workspace.select(Selection.ofComponents(List.of("order", "email", "loyalty"))));
    assertThat(input(robot, "concurrency").getPromptText()).isEqualTo("mixed");
    edit(robot, "concurrency", "64");
    robot.push(KeyCode.ENTER).push(KeyCode.UP).push(KeyCode.UP);
    for (String id : List.of("order", "email", "loyalty")) {
      assertThat(
              workspace.state().design().components().get(id).get(ComponentAttributes.CONCURRENCY))
          .contains(66);
    }
    assertThat(workspace.state().history().undoLabels())
        .as("steps up are one step")
        .containsExactly("Set workers of 3 components", "Set workers of 3 components");
    Button title =
        robot
            .lookup(".sw-section-title")
            .<Button>match(button -> button.getText().equals("Resilience"))
            .query();
    robot.interact(title::fire);
    assertThat(inspector.folded()).containsExactly("Resilience");
    robot.interact(() -> workspace.select(Selection.component("payment")));
    assertThat(robot.lookup("#field-managed").query().getParent().isVisible()).isFalse();
  }

  @Test
  void aClassOnTheEntryMakesTheJourney(FxRobot robot) {
    Design without =
        workspace
            .state()
            .design()
            .withJourneys(workspace.state().design().journeys().without(List.of("place-order")));
    robot.interact(() -> workspace.open(Document.of(without)));
    robot.interact(() -> workspace.select(Selection.link("checkout")));
    robot.clickOn("Hard");
    var journey = workspace.state().design().journeys().get("checkout-2");
    assertThat(journey.get(JourneyAttributes.ENTRY)).contains("checkout");
    assertThat(journey.realTimeClass()).isEqualTo(RealTimeClass.HARD);
    robot.clickOn(robot.lookup(".sw-chip-journey").queryButton());
    assertThat(workspace.state().selection()).isEqualTo(Selection.journey("checkout-2"));
    assertThat(robot.lookup(".sw-path-step").queryAll()).hasSize(6);
  }

  @Test
  void nothingIsCutAtTheUsualWidth(FxRobot robot) {
    for (Selection selection :
        List.of(
            Selection.NONE,
            Selection.link("checkout"),
            Selection.component("order"),
            Selection.component("orders-db"),
            Selection.journey("place-order"))) {
      robot.interact(() -> workspace.select(selection));
      WaitForAsyncUtils.waitForFxEvents();
      robot.interact(host::layout);
      assertThat(CutText.in(host)).as(selection.toString()).isEmpty();
    }
  }
}

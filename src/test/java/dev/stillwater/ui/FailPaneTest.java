package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.editor.Hit;
import dev.stillwater.editor.Input;
import dev.stillwater.editor.Point;
import dev.stillwater.editor.Tool;
import dev.stillwater.editor.Workspace;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.templates.TemplateCatalog;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FailPaneTest {
  private Workspace workspace;

  @Start
  void start(Stage stage) {
    Fonts.load();
    workspace =
        new Engines(
                PresetsJson.shipped(), Runnable::run, Runnable::run, () -> LocalDate.EPOCH, () -> 0)
            .workspace(TemplateCatalog.find("tight-coupling-after").orElseThrow().document());
    PaneStage.show(stage, new FailPane(workspace).view(), 340, 700);
  }

  private static List<String> ways(FxRobot robot) {
    return robot.lookup(".sw-way").queryAllAs(ToggleButton.class).stream()
        .map(ToggleButton::getText)
        .toList();
  }

  private void press(Hit hit) {
    workspace.send(new Input.Press(new Point(0, 0), hit, Input.Keys.NONE, 1));
  }

  private Injection shown() {
    return workspace.state().drill().orElseThrow().injection();
  }

  @Test
  void offersTheWaysThatMakeSense(FxRobot robot) {
    robot.interact(() -> workspace.fail("order"));
    assertThat(ways(robot)).containsExactly("Crash", "Crash one", "Grey", "Error", "Overload");
    robot.interact(() -> workspace.fail("mail-q"));
    assertThat(ways(robot)).contains("Duplicate", "Reorder", "Loss").doesNotContain("Partition");
    robot.interact(() -> workspace.failLink("pay"));
    assertThat(ways(robot)).containsExactly("Partition", "Duplicate");
    assertThat(robot.lookup(".sw-heading").queryAs(Label.class).getText())
        .isEqualTo("Fail: link pay");
  }

  @Test
  void aPressOnALinkCutsIt(FxRobot robot) {
    robot.interact(() -> {
      workspace.use(new Tool.Failing());
      press(new Hit.OnLink("pay"));
    });
    assertThat(shown()).isEqualTo(Injection.ofLink("pay", Failure.PARTITION));
    robot.interact(() -> press(new Hit.OnComponent("order")));
    assertThat(shown())
        .as("a component is not cut")
        .isEqualTo(new Injection("order", Failure.GREY));
  }

  @Test
  void theKeyboardGoesThroughTheWays(FxRobot robot) {
    robot.interact(() -> workspace.fail("order"));
    ToggleButton grey = robot.lookup("Grey").queryAs(ToggleButton.class);
    assertThat(grey.isSelected()).isTrue();
    robot.interact(grey::requestFocus);
    robot.type(KeyCode.RIGHT);
    assertThat(shown().how()).isEqualTo(Failure.ERROR);
    assertThat(robot.lookup("Error").queryAs(ToggleButton.class).isFocused()).isTrue();
    robot.type(KeyCode.SPACE);
    assertThat(robot.lookup("Error").queryAs(ToggleButton.class).isSelected()).isTrue();
  }

  @Test
  void zonesAndTheBoundariesBetweenThemAreInAMenu(FxRobot robot) {
    robot.interact(() -> workspace.fail("order"));
    MenuButton zones = robot.lookup(".menu-button").queryAs(MenuButton.class);
    assertThat(zones.getItems())
        .extracting(MenuItem::getText)
        .containsExactly("Lose zone a", "Lose zone b", "Cut a off from b");
    robot.interact(() -> zones.getItems().getFirst().fire());
    assertThat(shown()).isEqualTo(Injection.ofZone("a"));
    assertThat(ways(robot)).containsExactly("Zone loss");
  }
}

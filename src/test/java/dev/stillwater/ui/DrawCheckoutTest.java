package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Timespan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The checkout drawn from an empty canvas, by mouse and keyboard alone.
class DrawCheckoutTest extends WindowTest {
  @TempDir private Path folder;

  @Start
  void start(Stage shown) {
    open(shown);
  }

  @Test
  void drawUndoRedoSaveAndOpenAgain(FxRobot robot) throws Exception {
    beginEmpty();
    place(robot, "Client", 110, 120);
    rename(robot, "shopper");
    place(robot, "Service", 110, 280);
    rename(robot, "order");
    dragLink(robot, "shopper", middle("order"));
    assertThat(design().links().ids()).containsExactly("shopper>order");

    scrollTo(robot, "#input-timeout");
    robot.clickOn("#input-timeout");
    robot.write("10 s");
    robot.push(KeyCode.ENTER);
    assertThat(design().links().get("shopper>order").get(LinkAttributes.TIMEOUT))
        .contains(Timespan.ofSeconds(10));

    dragLink(robot, "order", screen(300, 380));
    robot.clickOn("#offer-relational-db");
    assertThat(design().links().ids()).contains("order>relational-db");
    assertThat(design().components().ids()).containsExactly("shopper", "order", "relational-db");

    String full = text();
    int steps = workspace().state().history().undoLabels().size();
    robot.clickOn(screen(20, 20));
    for (int i = 0; i < steps; i++) {
      robot.push(KeyCode.SHORTCUT, KeyCode.Z);
    }
    assertThat(design().components().isEmpty()).isTrue();
    assertThat(workspace().state().history().canUndo()).isFalse();
    for (int i = 0; i < steps; i++) {
      robot.push(KeyCode.SHORTCUT, KeyCode.Y);
    }
    assertThat(text()).isEqualTo(full);

    Path file = folder.resolve("checkout.design.json");
    dialogs.target = Optional.of(file);
    robot.push(KeyCode.SHORTCUT, KeyCode.S);
    assertThat(Files.readString(file)).isEqualTo(full);
    assertThat(workspace().state().history().isDirty()).isFalse();

    robot.push(KeyCode.SHORTCUT, KeyCode.N);
    assertThat(design().components().isEmpty()).isTrue();
    dialogs.designs = List.of(file);
    robot.push(KeyCode.SHORTCUT, KeyCode.O);
    assertThat(text()).isEqualTo(full);
    robot.push(KeyCode.SHORTCUT, KeyCode.S);
    assertThat(Files.readString(file)).isEqualTo(full);
  }
}

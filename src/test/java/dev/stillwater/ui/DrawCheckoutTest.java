package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.RealTimeClass;
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
    onWindow(() -> workspace().show(workspace().state().viewport().zoomedAt(0, 0, 0.6)));
    draw(robot, "Client", 100, 400, "shopper");
    draw(robot, "Service", 370, 400, "order");
    draw(robot, "External", 700, 80, "payment");
    draw(robot, "Relational", 700, 220, "orders-db");
    draw(robot, "Service", 700, 360, "email");
    draw(robot, "Service", 700, 500, "loyalty");
    dragLink(robot, "shopper", middle("order"));
    assertThat(design().links().ids()).containsExactly("shopper>order");

    robot.clickOn("Hard");
    assertThat(design().journeys().all())
        .singleElement()
        .satisfies(journey -> assertThat(journey.realTimeClass()).isEqualTo(RealTimeClass.HARD));
    scrollTo(robot, "#input-timeout");
    robot.clickOn("#input-timeout");
    robot.write("10 s");
    robot.push(KeyCode.ENTER);
    assertThat(design().links().get("shopper>order").get(LinkAttributes.TIMEOUT))
        .contains(Timespan.ofSeconds(10));

    for (String callee : List.of("payment", "orders-db", "email", "loyalty")) {
      dragLink(robot, "order", middle(callee));
    }
    dragLink(robot, "order", screen(620, 660));
    robot.clickOn("#offer-service");
    rename(robot, "analytics");
    assertThat(design().links().ids())
        .containsExactly(
            "shopper>order",
            "order>payment",
            "order>orders-db",
            "order>email",
            "order>loyalty",
            "order>analytics");
    assertThat(design().components().size()).isEqualTo(7);

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

  private void draw(FxRobot robot, String kind, double x, double y, String name) {
    place(robot, kind, x, y);
    rename(robot, name);
  }
}

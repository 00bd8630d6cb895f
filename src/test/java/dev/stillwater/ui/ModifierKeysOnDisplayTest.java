package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.ripple.RippleResult;
import dev.stillwater.drawing.layout.AutomaticLayout;
import dev.stillwater.editor.Box;
import dev.stillwater.editor.Point;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Workspace;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout.Position;
import dev.stillwater.testing.Checkout;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What a headless toolkit does not deliver: keys held down while the mouse works. Runs on a real
/// or virtual display: `xvfb-run mvn -Pxvfb test`.
@ExtendWith(ApplicationExtension.class)
@EnabledIfSystemProperty(named = "stillwater.display", matches = "true")
class ModifierKeysOnDisplayTest {
  private Workspace workspace;
  private CanvasView canvas;

  @Start
  void start(Stage stage) {
    Fonts.load();
    workspace =
        new Workspace(
            Document.of(Design.empty("empty")),
            PresetsJson.shipped(),
            (shown, injection) -> new RippleResult(injection, List.of(), List.of(), List.of()),
            shown -> AutomaticLayout.place(shown.design(), shown.layout()));
    CanvasPainter painter = new CanvasPainter(workspace.state(), PresetsJson.shipped());
    canvas = new CanvasView(workspace, painter);
    stage.setScene(new Scene(canvas, 1000, 700));
    stage.setX(0);
    stage.setY(0);
    stage.show();
    workspace.open(Checkout.document());
    canvas.fit();
  }

  private Point2D middle(String component) {
    Point at = Box.card(workspace.state().document().layout().of(component).orElseThrow()).center();
    Point screen = workspace.state().viewport().toScreen(at.plus(-40, 8));
    return canvas.localToScreen(screen.x(), screen.y());
  }

  @Test
  void controlAddsToTheSelection(FxRobot robot) {
    robot.clickOn(middle("order"));
    robot.press(KeyCode.CONTROL).clickOn(middle("email")).release(KeyCode.CONTROL);
    assertThat(workspace.state().selection())
        .isEqualTo(Selection.ofComponents(List.of("order", "email")));
  }

  @Test
  void shiftKeepsTheLineOfADrag(FxRobot robot) {
    Position before = workspace.state().document().layout().of("email").orElseThrow();
    robot.moveTo(middle("email")).press(MouseButton.PRIMARY).press(KeyCode.SHIFT);
    robot.moveBy(120, 30).moveBy(40, 10);
    robot.release(MouseButton.PRIMARY).release(KeyCode.SHIFT);
    Position after = workspace.state().document().layout().of("email").orElseThrow();
    assertThat(after.x()).isGreaterThan(before.x() + 40);
    assertThat(after.y()).isEqualTo(before.y());
  }

  @Test
  void controlAndWheelZoomAtThePointer(FxRobot robot) {
    Point2D at = middle("order");
    Point before =
        workspace
            .state()
            .viewport()
            .toDrawing(canvas.screenToLocal(at).getX(), canvas.screenToLocal(at).getY());
    double zoom = workspace.state().viewport().zoom();
    robot.moveTo(at).press(KeyCode.CONTROL).scroll(2, javafx.geometry.VerticalDirection.UP);
    robot.release(KeyCode.CONTROL);
    assertThat(workspace.state().viewport().zoom()).isNotEqualTo(zoom);
    Point after =
        workspace
            .state()
            .viewport()
            .toDrawing(canvas.screenToLocal(at).getX(), canvas.screenToLocal(at).getY());
    assertThat(after.distance(before)).isLessThan(2);
  }
}

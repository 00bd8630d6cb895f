package dev.stillwater.ui;

import dev.stillwater.editor.Point;
import dev.stillwater.editor.Viewport;
import dev.stillwater.editor.Workspace;
import dev.stillwater.io.DesignJson;
import dev.stillwater.io.DiskFileOps;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.io.SafeFile;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// A journey through the real window, with a hand that clicks, drags and types. Everything runs on
/// the window's thread, so nothing has to be waited for.
@ExtendWith(ApplicationExtension.class)
abstract class WindowTest {
  final ScriptedDialogs dialogs = new ScriptedDialogs();
  Workbench workbench;
  Stage stage;

  /// To be called by the test's own method that is annotated as the start: inherited ones are not
  /// found.
  void open(Stage shown) {
    Fonts.load();
    stage = shown;
    workbench =
        new Workbench(
            new Engines(
                PresetsJson.shipped(),
                Runnable::run,
                Runnable::run,
                () -> LocalDate.of(2026, 1, 1),
                () -> 0),
            new SafeFile(new DiskFileOps()),
            dialogs,
            Preferences.INITIAL.withReducedMotion(true),
            preferences -> {},
            shown::hide);
    Scene scene = new Scene(workbench.view(), 1000, 900);
    workbench.attach(scene);
    shown.setX(0);
    shown.setY(0);
    shown.setScene(scene);
    shown.show();
    workbench.begin(List.of());
  }

  Workspace workspace() {
    return workbench.workspace();
  }

  Document document() {
    return workspace().state().document();
  }

  Design design() {
    return document().design();
  }

  /// The document as it would be written.
  String text() {
    return new String(DesignJson.write(document()), StandardCharsets.UTF_8);
  }

  /// Runs on the window's thread and waits until everything that follows is done.
  static void onWindow(Runnable step) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, step::run);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Begins with an empty design at zoom 1, its origin in the left upper corner.
  void beginEmpty() {
    onWindow(() -> {
      workbench.openEmpty();
      workspace().show(new Viewport(0, 0, 1, 500, 500));
    });
    onWindow(() -> workbench.view().requestLayout());
  }

  /// Where a point of the drawing lies on the screen.
  Point2D screen(double x, double y) {
    var canvas = workbench.view().lookup("#canvas");
    Point at = workspace().state().viewport().toScreen(new Point(x, y));
    return canvas.localToScreen(at.x(), at.y());
  }

  /// Where the middle of a card lies on the screen.
  Point2D middle(String component) {
    Layout.Position at = document().layout().of(component).orElseThrow();
    return screen(at.x() + Layout.CARD_WIDTH / 2.0, at.y() + Layout.CARD_HEIGHT / 2.0);
  }

  /// Where the handle at the right of a card lies on the screen.
  Point2D handle(String component) {
    Layout.Position at = document().layout().of(component).orElseThrow();
    return screen(at.x() + Layout.CARD_WIDTH, at.y() + Layout.CARD_HEIGHT / 2.0);
  }

  /// Clicks a kind in the palette and then a point of the drawing.
  void place(FxRobot robot, String kind, double x, double y) {
    robot.clickOn(kind);
    robot.clickOn(screen(x, y));
  }

  /// Types a new name for the selected component.
  void rename(FxRobot robot, String name) {
    robot.push(KeyCode.F2);
    robot.push(KeyCode.SHORTCUT, KeyCode.A);
    robot.write(name);
    robot.push(KeyCode.ENTER);
  }

  /// Drags from the handle of a component to a point of the screen.
  void dragLink(FxRobot robot, String from, Point2D to) {
    robot.moveTo(middle(from));
    robot.moveTo(handle(from));
    robot.press(MouseButton.PRIMARY);
    robot.moveTo(handle(from).add(20, 4));
    robot.moveTo(to);
    robot.release(MouseButton.PRIMARY);
  }

  /// Turns the wheel over the right side until a field can be seen.
  void scrollTo(FxRobot robot, String query) {
    for (int i = 0; i < 20 && !isSeen(robot, query); i++) {
      robot.moveTo(new Point2D(stage.getScene().getWidth() - 60, 300));
      robot.scroll(2, VerticalDirection.DOWN);
    }
  }

  /// Whether a field lies within the right side, above the lower pane.
  private boolean isSeen(FxRobot robot, String query) {
    var field = robot.lookup(query).query();
    double bottom = field.localToScene(field.getBoundsInLocal()).getMaxY();
    var side = workbench.view().lookup("#canvas");
    return bottom > 0 && bottom < side.localToScene(side.getBoundsInLocal()).getMaxY() - 8;
  }
}

package dev.stillwater.ui;

import dev.stillwater.editor.Workspace;
import dev.stillwater.io.DiskFileOps;
import dev.stillwater.io.SafeFile;
import java.time.LocalDate;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// A window of a size with one pane in it, at the corner of the screen: the robot of a headless
/// machine misses elsewhere.
final class PaneStage {
  private PaneStage() {}

  /// @return what the window shows, with room on top
  static StackPane show(Stage stage, Parent pane, double width, double height) {
    StackPane host = new StackPane(pane);
    Scene scene = new Scene(host, width, height);
    Looks.LIGHT.dress(scene);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
    host.applyCss();
    host.layout();
    return host;
  }

  /// Who reviews, remembered until the test ends.
  static Reading reading() {
    return Reading.forgetful(new SafeFile(new DiskFileOps()), "Ann");
  }

  static Deciding deciding(Workspace workspace, StackPane host, Reading reading) {
    return new Deciding(
        workspace, new Modal(host), reading, () -> LocalDate.of(2026, 1, 1), notice -> {});
  }
}

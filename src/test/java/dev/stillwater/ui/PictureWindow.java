package dev.stillwater.ui;

import dev.stillwater.io.DiskFileOps;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.io.SafeFile;
import java.time.LocalDate;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The whole window for pictures: everything runs at once on the thread of the window, on a fixed
/// day, with nothing in motion. To be opened on that thread.
record PictureWindow(Workbench workbench, Scene scene) {
  /// A window that is not shown yet.
  static Workbench workbench(Looks look, Dialogs dialogs) {
    return new Workbench(
        new Engines(
            PresetsJson.shipped(),
            Runnable::run,
            Runnable::run,
            () -> LocalDate.of(2026, 1, 1),
            () -> 0),
        new SafeFile(new DiskFileOps()),
        dialogs,
        Preferences.INITIAL.withTheme(look.name().toLowerCase(Locale.ROOT)).withReducedMotion(true),
        preferences -> {},
        () -> {});
  }

  static PictureWindow open(Workbench workbench, double width, double height) {
    Scene scene = new Scene(workbench.view(), width, height);
    workbench.attach(scene);
    Stage stage = new Stage();
    stage.setX(0);
    stage.setY(0);
    stage.setScene(scene);
    stage.show();
    return new PictureWindow(workbench, scene);
  }
}

package dev.stillwater.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Files dropped anywhere on the window are opened.
final class DroppedFiles {
  private DroppedFiles() {}

  static void accept(Scene scene, Consumer<List<Path>> open) {
    scene.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
          }
        });
    scene.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          List<File> files = event.getDragboard().getFiles();
          if (files != null && !files.isEmpty()) {
            open.accept(files.stream().map(File::toPath).toList());
            event.setDropCompleted(true);
          }
        });
  }
}

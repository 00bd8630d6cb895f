package dev.stillwater.ui;

import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;

/// Starts the toolkit. It warns whenever it is not loaded from modules, which an application with
/// its own jars does on purpose; people who start a workbench need not read that.
final class Toolkit {
  /// Held, because a logger that nobody holds forgets its level.
  private static final Logger LOGGER = Logger.getLogger("javafx");

  private Toolkit() {}

  static void start(Runnable then) {
    LOGGER.setLevel(Level.SEVERE);
    Platform.startup(then);
  }
}

package dev.stillwater.ui;

import dev.stillwater.editor.Workspace;
import dev.stillwater.io.SafeFile;

/// What all parts of one window stand on.
///
/// @param safe writes every file
/// @param toasts tell in a few words what was done
record Bench(
    Engines engines,
    SafeFile safe,
    Dialogs dialogs,
    PreferencesInForce preferences,
    Workspace workspace,
    MainWindow window,
    CanvasView canvas,
    Modal modal,
    Toasts toasts) {

  /// Work in the background broke, which is our fault; what is drawn is as it was.
  void failed(Throwable cause) {
    window.setAnalysis("analysis failed");
    toasts.show("The analysis failed: " + cause + ". The drawing is not affected.");
  }
}

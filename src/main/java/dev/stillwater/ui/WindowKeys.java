package dev.stillwater.ui;

import dev.stillwater.editor.Action;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The shortcuts of a window that the menus do not bring along: those of the drawing, and second
/// ones.
final class WindowKeys {
  private final Bench bench;
  private final OpenDesigns designs;
  private final CanvasKeys canvas;
  private final List<KeyCombination> bound = new ArrayList<>();

  WindowKeys(Bench bench, OpenDesigns designs) {
    this.bench = bench;
    this.designs = designs;
    this.canvas = new CanvasKeys(bench.canvas());
  }

  /// Binds actions in a scene that was not given to it before.
  void attach(Scene scene, Actions actions) {
    bind(scene, actions);
    // The tabs of the lower pane would take these keys for themselves.
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.TAB
              && event.isControlDown()
              && !bench.modal().isShowing()) {
            designs.showBeside(event.isShiftDown() ? -1 : 1);
            event.consume();
          }
        });
  }

  /// Binds actions in the place of those that were bound before.
  void bind(Scene scene, Actions actions) {
    bound.forEach(scene.getAccelerators()::remove);
    bound.clear();
    List<Action> local = new ArrayList<>();
    for (Action action : actions.all()) {
      if (action.local()) {
        local.add(action);
      } else {
        action
            .alternative()
            .map(KeyCombination::valueOf)
            .ifPresent(keys -> {
              bound.add(keys);
              scene.getAccelerators().put(keys, () -> run(action));
            });
      }
    }
    canvas.bind(local);
  }

  private static void run(Action action) {
    if (action.enabled().getAsBoolean()) {
      action.run().run();
    }
  }
}

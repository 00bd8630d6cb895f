package dev.stillwater.ui;

import dev.stillwater.editor.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The shortcuts of a window: those of the drawing, and those that work wherever the keyboard is.
/// The menus bring the first ones along as well, but new ones only when they are laid out again.
final class WindowKeys {
  private final Bench bench;
  private final OpenDesigns designs;
  private final CanvasKeys canvas;
  private final List<KeyCombination> bound = new ArrayList<>();
  private Optional<Scene> scene = Optional.empty();

  WindowKeys(Bench bench, OpenDesigns designs) {
    this.bench = bench;
    this.designs = designs;
    this.canvas = new CanvasKeys(bench.canvas());
  }

  /// Binds actions in a scene that was not given to it before.
  void attach(Scene attached, Actions actions) {
    scene = Optional.of(attached);
    bind(actions);
    // The tabs of the lower pane would take these keys for themselves.
    attached.addEventFilter(
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
  void bind(Actions actions) {
    scene.ifPresent(window -> bound.forEach(window.getAccelerators()::remove));
    bound.clear();
    List<Action> local = new ArrayList<>();
    for (Action action : actions.all()) {
      if (action.local()) {
        local.add(action);
      } else {
        Stream.of(action.shortcut(), action.alternative())
            .flatMap(Optional::stream)
            .map(Shortcuts::combination)
            .forEach(keys -> {
              bound.add(keys);
              scene.ifPresent(window -> window.getAccelerators().put(keys, () -> run(action)));
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

package dev.stillwater.ui;

import dev.stillwater.editor.Action;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Shortcuts that work only while the drawing has the keyboard, so that Delete in a text field
/// deletes text.
final class CanvasKeys {
  private CanvasKeys() {}

  static void bind(Node canvas, Action action) {
    Stream.of(action.shortcut(), action.alternative())
        .flatMap(Optional::stream)
        .map(KeyCombination::valueOf)
        .forEach(keys ->
            canvas.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                  if (event.getTarget() == canvas
                      && keys.match(event)
                      && action.enabled().getAsBoolean()) {
                    action.run().run();
                    event.consume();
                  }
                }));
  }
}

package dev.stillwater.ui;

import dev.stillwater.editor.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Shortcuts that work only while the drawing has the keyboard, so that Delete in a text field
/// deletes text.
final class CanvasKeys implements EventHandler<KeyEvent> {
  private final Node canvas;
  private List<Binding> bindings = List.of();

  private record Binding(KeyCombination keys, Action action) {}

  CanvasKeys(Node canvas) {
    this.canvas = canvas;
    canvas.addEventHandler(KeyEvent.KEY_PRESSED, this);
  }

  /// Binds actions in the place of those that were bound before.
  void bind(List<Action> actions) {
    List<Binding> made = new ArrayList<>();
    for (Action action : actions) {
      Stream.of(action.shortcut(), action.alternative())
          .flatMap(Optional::stream)
          .forEach(keys -> made.add(new Binding(Shortcuts.combination(keys), action)));
    }
    bindings = List.copyOf(made);
  }

  @Override
  public void handle(KeyEvent event) {
    if (event.getTarget() != canvas) {
      return;
    }
    for (Binding binding : bindings) {
      if (binding.keys().match(event) && binding.action().enabled().getAsBoolean()) {
        binding.action().run().run();
        event.consume();
        return;
      }
    }
  }
}

package dev.stillwater.ui;

import dev.stillwater.editor.Action;
import java.util.ArrayList;
import java.util.List;

/// Everything that can be done, in the order of the menus.
record Actions(List<Action> all) {
  /// The same with others behind.
  Actions and(List<Action> others) {
    List<Action> both = new ArrayList<>(all);
    both.addAll(others);
    return new Actions(List.copyOf(both));
  }

  /// @throws IllegalArgumentException when there is none
  Action get(String id) {
    return all.stream()
        .filter(action -> action.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no action " + id));
  }
}

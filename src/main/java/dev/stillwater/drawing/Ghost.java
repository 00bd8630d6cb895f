package dev.stillwater.drawing;

import dev.stillwater.model.Component;
import dev.stillwater.model.Design;
import dev.stillwater.model.Link;
import java.util.HashSet;
import java.util.Set;

/// What an edit would change, laid over the design as it would be. Removed elements are drawn from
/// the design before, where the layout still has a place for them.
///
/// @param before the design as it is
/// @param added ids of components and links that are new
/// @param removed ids of components and links that would be gone
/// @param changed ids of components and links whose values would differ
public record Ghost(Design before, Set<String> added, Set<String> removed, Set<String> changed) {
  public static Ghost between(Design before, Design after) {
    Set<String> added = new HashSet<>();
    Set<String> removed = new HashSet<>();
    Set<String> changed = new HashSet<>();
    for (Component component : after.components()) {
      Component old = before.components().find(component.id()).orElse(null);
      if (old == null) {
        added.add(component.id());
      } else if (!old.equals(component)) {
        changed.add(component.id());
      }
    }
    for (Link link : after.links()) {
      Link old = before.links().find(link.id()).orElse(null);
      if (old == null) {
        added.add(link.id());
      } else if (!old.equals(link)) {
        changed.add(link.id());
      }
    }
    before.components().ids().stream()
        .filter(id -> !after.components().contains(id))
        .forEach(removed::add);
    before.links().ids().stream().filter(id -> !after.links().contains(id)).forEach(removed::add);
    return new Ghost(before, added, removed, changed);
  }

  State state(String id) {
    if (added.contains(id)) {
      return State.ADDED;
    }
    if (removed.contains(id)) {
      return State.REMOVED;
    }
    return changed.contains(id) ? State.CHANGED : State.SAME;
  }

  /// What an edit does to an element.
  enum State {
    SAME(Token.CARD_LINE, Token.PANEL),
    ADDED(Token.ADDED, Token.ADDED_FILL),
    REMOVED(Token.REMOVED, Token.REMOVED_FILL),
    CHANGED(Token.CHANGED, Token.CHANGED_FILL);

    private final Token line;
    private final Token fill;

    State(Token line, Token fill) {
      this.line = line;
      this.fill = fill;
    }

    Token line() {
      return line;
    }

    Token fill() {
      return fill;
    }
  }
}

package dev.stillwater.drawing;

import dev.stillwater.model.Design;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// Puts boxes in the place of collapsed zones before anything is drawn: a box is a component to
/// everything that routes, places and hits. What is said of members is said of their box. The last
/// folded design is kept, so that a drag finds the same components and links again.
final class Folding {
  private @Nullable Folds last;
  private @Nullable Design folded;

  SceneInput fold(SceneInput input) {
    Folds folds = Folds.of(input.design(), input.layout());
    if (folds.isEmpty() || !input.folds().isEmpty()) {
      return input;
    }
    if (last == null || folded == null || !folds.hidesSame(last)) {
      folded = folds.design();
    }
    last = folds;
    Design design = Objects.requireNonNull(folded);
    SceneInput result =
        input
            .with(design, folds.layout(input.layout()))
            .withBadges(merged(folds, input.badges(), Badge::and))
            .withTicks(merged(folds, input.ticks(), (a, b) -> a.compareTo(b) >= 0 ? a : b))
            .withTints(merged(folds, input.tints(), Folding::both))
            .withRipple(input.ripple().map(view -> ripple(folds, view)))
            .withGhost(input.ghost().map(ghost -> ghost(folds, ghost)))
            .with(folds);
    return input.highlight().ids().isEmpty()
        ? result
        : result.with(
            new Highlight(shown(folds, input.highlight().ids()), input.highlight().fadesRest()));
  }

  private static Set<String> shown(Folds folds, Set<String> ids) {
    Set<String> result = new LinkedHashSet<>();
    ids.forEach(id -> result.add(folds.shownAs(id)));
    return result;
  }

  private static <V> Map<String, V> merged(Folds folds, Map<String, V> of, BinaryOperator<V> both) {
    Map<String, V> result = new LinkedHashMap<>();
    of.forEach((id, value) -> result.merge(folds.shownAs(id), value, both));
    return result;
  }

  /// What an overlay says of two members: the worse, where one is; else that they differ.
  private static Tint both(Tint one, Tint other) {
    if (one.equals(other)) {
      return one;
    }
    boolean ranked =
        one.shade().compareTo(Tint.Shade.WORST) <= 0
            && other.shade().compareTo(Tint.Shade.WORST) <= 0;
    if (!ranked) {
      return new Tint("differs inside", Tint.Shade.NONE);
    }
    return one.shade().compareTo(other.shade()) >= 0 ? one : other;
  }

  private static RippleView ripple(Folds folds, RippleView view) {
    return new RippleView(
        merged(folds, view.hurts(), (old, other) -> other.hides(old) ? other : old),
        shown(folds, view.carriers()),
        merged(folds, view.shields(), (old, other) -> other.holds() < old.holds() ? other : old));
  }

  /// A box in which something is added or removed is changed.
  private static Ghost ghost(Folds folds, Ghost ghost) {
    Set<String> added = new LinkedHashSet<>(ghost.added());
    Set<String> removed = new LinkedHashSet<>(ghost.removed());
    Set<String> changed = shown(folds, ghost.changed());
    for (Set<String> ids : List.of(added, removed)) {
      ids.removeIf(id -> {
        boolean inBox = !folds.shownAs(id).equals(id);
        if (inBox) {
          changed.add(folds.shownAs(id));
        }
        return inBox;
      });
    }
    return new Ghost(ghost.before(), added, removed, changed);
  }
}

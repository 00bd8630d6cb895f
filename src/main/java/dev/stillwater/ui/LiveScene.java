package dev.stillwater.ui;

import dev.stillwater.drawing.Box;
import dev.stillwater.drawing.Detail;
import dev.stillwater.drawing.Following;
import dev.stillwater.drawing.Item;
import dev.stillwater.drawing.Scene;
import dev.stillwater.drawing.SceneBuilder;
import dev.stillwater.drawing.SceneInput;
import dev.stillwater.drawing.SpatialIndex;
import dev.stillwater.model.Component;
import dev.stillwater.model.Design;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The drawing that is shown, and how it becomes the one that is wanted: at once while it is small;
/// a large one is drawn beside the window's thread, from the same input to the same scene, and the
/// last one is shown until then. Of several that are wanted meanwhile only the newest is drawn.
///
/// Used from the window's thread; the builder from one worker at a time.
final class LiveScene {
  /// Drawings of more items are large.
  static final int LARGE = 1500;

  /// Beyond so many places it is not said which of them changed.
  private static final int MOST_CHANGES = 4000;

  /// A drawing and what follows from it.
  ///
  /// @param input what it was drawn from
  /// @param changes where it differs from the one before it; empty when that is nearly everywhere
  record Drawn(
      SceneInput input,
      Scene scene,
      SpatialIndex index,
      Following following,
      Optional<List<Box>> changes) {
    Drawn unchanged() {
      return new Drawn(input, scene, index, following, Optional.of(List.of()));
    }
  }

  private final SceneBuilder builder = new SceneBuilder();
  private final Executor worker;
  private final Executor window;
  private final Consumer<Drawn> arrived;
  private @Nullable Drawn shown;
  private @Nullable SceneInput wanted;
  private boolean working;

  /// @param worker draws what is large
  /// @param window takes over what was drawn
  /// @param arrived hears of every new drawing
  LiveScene(Executor worker, Executor window, Consumer<Drawn> arrived) {
    this.worker = worker;
    this.window = window;
    this.arrived = arrived;
  }

  Scene scene() {
    return shown == null ? Scene.EMPTY : shown.scene();
  }

  /// Whether the drawing is large, also while it is shown so small that it has no lines.
  boolean isLarge() {
    return shown != null
        && (shown.scene().items().size() > LARGE
            || shown.input().design().components().size() + shown.input().design().links().size()
                > LARGE);
  }

  /// Whether another drawing than the one that is shown will arrive.
  boolean isPending() {
    return wanted != null;
  }

  /// What a gesture moves in the drawing that is shown; empty where that shows something else.
  Optional<Following.Moved> moved(SceneInput input, Set<String> carried) {
    return shown == null ? Optional.empty() : shown.following().moved(input, carried);
  }

  /// Wants another drawing. A small one has arrived when this returns, and so has the first one.
  void show(SceneInput input) {
    if (shown != null && shown.following().shows(input)) {
      wanted = null;
      arrive(shown.unchanged());
    } else if (working || isLarge() && isSuccessor(input)) {
      wanted = input;
      start();
    } else {
      arrive(draw(input, shown));
      if (isLarge() && input.detail() == Detail.BLOCK) {
        working = true;
        worker.execute(() -> prepare(input));
      }
    }
  }

  private void prepare(SceneInput input) {
    try {
      builder.prepare(input);
    } finally {
      window.execute(this::finished);
    }
  }

  private void finished() {
    working = false;
    start();
  }

  private void start() {
    SceneInput input = wanted;
    if (working || input == null) {
      return;
    }
    working = true;
    Drawn before = shown;
    worker.execute(() -> {
      Drawn drawn = null;
      try {
        drawn = draw(input, before);
      } finally {
        Drawn made = drawn;
        window.execute(() -> {
          if (wanted == input) {
            wanted = null;
            if (made != null) {
              arrive(made);
            }
          }
          finished();
        });
      }
    });
  }

  private void arrive(Drawn drawn) {
    shown = drawn;
    arrived.accept(drawn);
  }

  private Drawn draw(SceneInput input, @Nullable Drawn before) {
    Scene scene = builder.build(input);
    scene.find();
    return new Drawn(
        input,
        scene,
        SpatialIndex.of(scene),
        builder.following(),
        before == null ? Optional.empty() : changes(before.scene(), scene));
  }

  /// Whether an input shows the same design as the drawing, perhaps edited, and not that of another
  /// tab.
  private boolean isSuccessor(SceneInput input) {
    if (shown == null) {
      return false;
    }
    Design before = shown.input().design();
    Design after = input.design();
    if (before == after) {
      return true;
    }
    int same = 0;
    int looked = 0;
    for (Component component : before.components()) {
      same += after.components().find(component.id()).orElse(null) == component ? 1 : 0;
      if (++looked == 16) {
        break;
      }
    }
    return 2 * same > looked;
  }

  /// Where two drawings differ.
  private static Optional<List<Box>> changes(Scene before, Scene after) {
    List<Box> places = new ArrayList<>();
    return differences(before, after, places) && differences(after, before, places)
        ? Optional.of(places)
        : Optional.empty();
  }

  private static boolean differences(Scene one, Scene other, List<Box> places) {
    Set<Item> known = Collections.newSetFromMap(new IdentityHashMap<>());
    known.addAll(other.items());
    for (Item item : one.items()) {
      if (!known.contains(item)) {
        places.addAll(item.places());
        if (places.size() > MOST_CHANGES) {
          return false;
        }
      }
    }
    return true;
  }
}

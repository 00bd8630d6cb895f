package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.drawing.Designs;
import dev.stillwater.drawing.Detail;
import dev.stillwater.drawing.Following;
import dev.stillwater.drawing.Item;
import dev.stillwater.drawing.SceneBuilder;
import dev.stillwater.drawing.SceneInput;
import dev.stillwater.model.Design;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Presets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A large drawing is made beside the window's thread, and is the same as if it were not.
class LiveSceneTest {
  private static final Design DESIGN = Designs.grown(700, 900, 3);
  private static final SceneInput INPUT = SceneInput.of(DESIGN, rows(DESIGN), Presets.NONE);

  private final Deque<Runnable> worker = new ArrayDeque<>();
  private final Deque<Runnable> window = new ArrayDeque<>();
  private final List<LiveScene.Drawn> arrived = new ArrayList<>();
  private final LiveScene live = new LiveScene(worker::add, window::add, arrived::add);

  private static Layout rows(Design design) {
    Map<String, Layout.Position> positions = new LinkedHashMap<>();
    for (String id : design.components().ids()) {
      int i = positions.size();
      positions.put(id, new Layout.Position(i % 20 * 312, i / 20 * 96));
    }
    return new Layout(positions);
  }

  private static SceneInput moved(SceneInput input, String id, int dx, int dy) {
    return input.with(
        input.design(), input.layout().with(id, input.layout().of(id).orElseThrow().plus(dx, dy)));
  }

  private static void run(Deque<Runnable> tasks) {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  private void settle() {
    while (!worker.isEmpty() || !window.isEmpty()) {
      run(worker);
      run(window);
    }
  }

  @Test
  void theFirstDrawingArrivesAtOnce() {
    live.show(INPUT);
    assertThat(arrived).hasSize(1);
    assertThat(live.isLarge()).isTrue();
    assertThat(live.isPending()).isFalse();
    assertThat(worker).isEmpty();
  }

  @Test
  void aSmallDrawingAlwaysArrivesAtOnce() {
    Design shop = Designs.shop();
    SceneInput input = SceneInput.of(shop, rows(shop), Presets.NONE);
    live.show(input);
    live.show(moved(input, "orders", 8, 0));
    assertThat(arrived).hasSize(2);
    assertThat(worker).isEmpty();
  }

  @Test
  void aLargeDrawingIsMadeByTheWorkerAndIsThatOfItsInput() {
    live.show(INPUT);
    SceneInput later = moved(INPUT, "client-0", 40, 16);
    live.show(later);
    assertThat(arrived).as("nothing is made on the thread that asks").hasSize(1);
    assertThat(live.isPending()).isTrue();
    settle();
    assertThat(live.isPending()).isFalse();
    assertThat(arrived).hasSize(2);
    assertThat(live.scene().items()).isEqualTo(new SceneBuilder().build(later).items());
  }

  @Test
  void ofSeveralThatAreWantedTheNewestArrives() {
    live.show(INPUT);
    live.show(moved(INPUT, "client-0", 8, 0));
    live.show(moved(INPUT, "client-0", 16, 0));
    SceneInput last = moved(INPUT, "client-0", 24, 0);
    live.show(last);
    settle();
    assertThat(arrived).hasSize(2);
    assertThat(arrived.getLast().input()).isSameAs(last);
  }

  @Test
  void whatIsShownAlreadyIsNotMadeAgain() {
    live.show(INPUT);
    live.show(moved(INPUT, "client-0", 8, 0));
    live.show(INPUT.with(INPUT.design(), INPUT.layout()));
    assertThat(live.isPending()).isFalse();
    settle();
    assertThat(live.scene()).isSameAs(arrived.getFirst().scene());
  }

  @Test
  void whatChangedIsKnownByPlace() {
    live.show(INPUT);
    live.show(moved(INPUT, "client-0", 8, 0));
    settle();
    List<Item> before = arrived.getFirst().scene().items();
    for (Item item : arrived.getLast().scene().items()) {
      boolean isOld = before.stream().anyMatch(other -> other == item);
      boolean told =
          arrived.getLast().changes().orElseThrow().stream()
              .anyMatch(box -> box.overlaps(item.bounds()));
      assertThat(isOld || told).as(item.id()).isTrue();
    }
  }

  @Test
  void aGestureIsFollowedWhileADrawingIsMade() {
    live.show(INPUT);
    SceneInput dropped = moved(INPUT, "client-0", 40, 0);
    live.show(dropped);
    SceneInput next = moved(dropped, "client-1", 0, 40);
    Following.Moved seen = live.moved(next, Set.of("client-0", "client-1")).orElseThrow();
    assertThat(seen.ids()).contains("client-0", "client-1");
    assertThat(live.moved(next, Set.of()).orElseThrow().ids()).isEqualTo(seen.ids());
    settle();
    assertThat(live.moved(next, Set.of()).orElseThrow().ids())
        .contains("client-1")
        .doesNotContain("client-0");
  }

  @Test
  void theDesignOfAnotherTabArrivesAtOnce() {
    live.show(INPUT);
    Design other = Designs.grown(700, 900, 4);
    live.show(SceneInput.of(other, rows(other), Presets.NONE));
    assertThat(arrived).hasSize(2);
  }

  @Test
  void linesAreLaidBeforeTheyAreWanted() {
    live.show(INPUT.with(Detail.BLOCK));
    assertThat(worker).hasSize(1);
    live.show(INPUT);
    settle();
    assertThat(Objects.requireNonNull(arrived.getLast()).input()).isSameAs(INPUT);
    assertThat(live.scene().items()).isEqualTo(new SceneBuilder().build(INPUT).items());
  }
}

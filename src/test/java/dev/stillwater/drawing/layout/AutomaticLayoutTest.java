package dev.stillwater.drawing.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillwater.drawing.Box;
import dev.stillwater.drawing.Card;
import dev.stillwater.drawing.Designs;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;
import dev.stillwater.model.Link;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AutomaticLayoutTest {
  /// A service between a shopper and five callees, as the tightly coupled checkout.
  private static Design checkout() {
    Design design =
        Design.empty("Checkout")
            .with(new Component("shopper", ComponentKind.CLIENT))
            .with(new Component("order", ComponentKind.SERVICE))
            .with(new Link("checkout", "shopper", "order"));
    String[][] callees = {
      {"payment", "pay"},
      {"orders-db", "save"},
      {"email", "mail"},
      {"loyalty", "points"},
      {"analytics", "track"}
    };
    for (String[] callee : callees) {
      design =
          design
              .with(new Component(callee[0], ComponentKind.SERVICE))
              .with(new Link(callee[1], "order", callee[0]));
    }
    return design;
  }

  private static void check(Design design, Layout layout, double apart) {
    assertThat(layout.positions().keySet()).containsAll(design.components().ids());
    List<Box> cards = layout.positions().values().stream().map(Card::at).toList();
    for (int i = 0; i < cards.size(); i++) {
      for (int k = 0; k < i; k++) {
        assertThat(cards.get(i).grown(apart / 2).overlaps(cards.get(k).grown(apart / 2)))
            .as("%s and %s", cards.get(i), cards.get(k))
            .isFalse();
      }
    }
  }

  private static void checkGrid(Layout layout) {
    assertThat(layout.positions().values())
        .allMatch(at -> at.x() % Card.GRID == 0 && at.y() % Card.GRID == 0);
  }

  @Test
  void leadsFromLeftToRightInTheOrderOfTheFile() {
    Layout layout = AutomaticLayout.arrange(checkout());
    check(checkout(), layout, 24);
    checkGrid(layout);
    assertThat(at(layout, "shopper").x()).isLessThan(at(layout, "order").x());
    assertThat(at(layout, "order").x()).isLessThan(at(layout, "email").x());
    assertThat(
            List.of("payment", "orders-db", "email", "loyalty", "analytics").stream()
                .map(id -> at(layout, id).y()))
        .isSorted();
    assertThat(at(layout, "order").y()).isEqualTo(at(layout, "email").y());
    assertThat(layout.positions().values().stream().mapToInt(Position::x).min()).hasValue(0);
    assertThat(layout.positions().values().stream().mapToInt(Position::y).min()).hasValue(0);
  }

  private static Position at(Layout layout, String id) {
    return layout.of(id).orElseThrow();
  }

  @Test
  void theSameDesignGivesTheSameLayout() {
    Design design = Designs.grown(60, 100, 4);
    assertThat(AutomaticLayout.arrange(design)).isEqualTo(AutomaticLayout.arrange(design));
    Design large = Designs.grown(1500, 3000, 4);
    assertThat(AutomaticLayout.arrange(large)).isEqualTo(AutomaticLayout.arrange(large));
  }

  @Test
  void largeDesignsAreLaidOutToo() {
    Design design = Designs.grown(1500, 4000, 9);
    Layout layout = AutomaticLayout.arrange(design);
    checkGrid(layout);
    check(design, layout, 24);
  }

  @Test
  void endsWhenNobodyWantsItAnyMore() {
    Design design = Designs.grown(150, 250, 4);
    assertThatThrownBy(() -> AutomaticLayout.arrange(design, () -> true))
        .isInstanceOf(CancellationException.class);
    Design large = Designs.grown(1500, 3000, 4);
    assertThatThrownBy(() -> AutomaticLayout.arrange(large, () -> true))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void nothingToDoChangesNothing() {
    Layout layout = AutomaticLayout.arrange(checkout());
    assertThat(AutomaticLayout.place(checkout(), layout)).isSameAs(layout);
    assertThat(AutomaticLayout.placeMakingRoom(checkout(), layout)).isSameAs(layout);
    assertThat(AutomaticLayout.place(Design.empty("x"), Layout.EMPTY)).isEqualTo(Layout.EMPTY);
  }

  @Test
  void aQueueStandsBetweenItsEndsWhereThereIsRoom() {
    Design design =
        Design.empty("x")
            .with(new Component("a", ComponentKind.SERVICE))
            .with(new Component("b", ComponentKind.SERVICE))
            .with(new Component("q", ComponentKind.QUEUE))
            .with(new Link("a>q", "a", "q"))
            .with(new Link("q>b", "q", "b"));
    Layout layout = new Layout(Map.of("a", new Position(0, 40), "b", new Position(600, 40)));
    Position queue = AutomaticLayout.place(design, layout).of("q").orElseThrow();
    assertThat(queue.y()).isEqualTo(40);
    assertThat(queue.x()).isBetween(168 + 80, 600 - 168 - 80);
  }

  @Test
  void withoutRoomOthersStayAndTheNewOneFindsAFreePlaceNearby() {
    Design after = Designs.queued(checkout());
    Layout before = AutomaticLayout.arrange(checkout());
    Layout layout = AutomaticLayout.place(after, before);
    check(after, layout, 40);
    before.positions().forEach((id, at) -> assertThat(layout.of(id)).contains(at));
    Box queue = Card.at(at(layout, "mail-queue"));
    Box order = Card.at(at(layout, "order"));
    assertThat(Math.hypot(queue.x() - order.x(), queue.y() - order.y())).isLessThan(300);
  }

  @Test
  void roomIsMadeByMovingWhatStandsToTheRight() {
    Design after = Designs.queued(checkout());
    Layout before = AutomaticLayout.arrange(checkout());
    Layout layout = AutomaticLayout.placeMakingRoom(after, before);
    check(after, layout, 40);
    checkGrid(layout);
    int shift = at(layout, "email").x() - at(before, "email").x();
    assertThat(shift).isPositive();
    for (String id : List.of("payment", "orders-db", "loyalty", "analytics")) {
      assertThat(at(layout, id))
          .isEqualTo(new Position(at(before, id).x() + shift, at(before, id).y()));
    }
    assertThat(at(layout, "order")).isEqualTo(at(before, "order"));
    Position queue = at(layout, "mail-queue");
    assertThat(queue.y()).isEqualTo(at(layout, "email").y());
    assertThat(queue.x() - at(layout, "order").x()).isGreaterThan((int) Card.WIDTH + 60);
    assertThat(at(layout, "email").x() - queue.x()).isGreaterThan((int) Card.WIDTH + 60);
  }

  @Test
  void aFanOutStandsInColumnsOfItsOwn() {
    Design after = Designs.fannedOut(checkout());
    Layout before = AutomaticLayout.arrange(checkout());
    Layout kept = AutomaticLayout.place(after, before);
    check(after, kept, 40);
    before.positions().forEach((id, at) -> assertThat(kept.of(id)).contains(at));
    assertThat(at(kept, "email-queue").x()).isEqualTo(at(kept, "loyalty-queue").x());
    assertThat(at(kept, "order-events").x()).isLessThan(at(kept, "email-queue").x());

    Layout roomy = AutomaticLayout.placeMakingRoom(after, before);
    check(after, roomy, 40);
    for (String consumer : List.of("email", "loyalty", "analytics")) {
      assertThat(at(roomy, consumer + "-queue").y()).isEqualTo(at(roomy, consumer).y());
      assertThat(at(roomy, consumer + "-queue").x())
          .isBetween(at(roomy, "order-events").x() + 200, at(roomy, consumer).x() - 200);
    }
    assertThat(at(roomy, "order-events").x()).isGreaterThan(at(roomy, "order").x() + 200);
  }

  @Test
  void whatBelongsToNobodyStandsBelow() {
    Design design = checkout().with(new Component("lonely", ComponentKind.SERVICE));
    Layout layout = AutomaticLayout.place(design, AutomaticLayout.arrange(checkout()));
    assertThat(at(layout, "lonely").y()).isGreaterThan(at(layout, "analytics").y());
  }

  @Test
  void aDeadLetterQueueStandsNearItsQueue() {
    Design design =
        checkout()
            .with(
                new Component("q", ComponentKind.QUEUE)
                    .with(dev.stillwater.model.ComponentAttributes.DLQ, "dead"))
            .with(new Component("dead", ComponentKind.QUEUE))
            .with(new Link("order>q", "order", "q"));
    Layout layout = AutomaticLayout.arrange(design);
    assertThat(at(layout, "dead").x()).isGreaterThan(at(layout, "q").x());
  }

  /// Whatever was placed stays, whatever was not finds room, twice the same.
  @Property(seed = "20261129", tries = 60)
  void placingNeverOverlapsAndNeverMoves(@ForAll long seed) {
    Random random = new Random(seed);
    Design design = Designs.grown(8 + random.nextInt(16), 20, seed);
    Layout whole = AutomaticLayout.arrange(design);
    Map<String, Position> some = new LinkedHashMap<>();
    whole
        .positions()
        .forEach((id, at) -> {
          if (random.nextInt(3) > 0) {
            some.put(id, at);
          }
        });
    Layout before = new Layout(some);
    Layout after = AutomaticLayout.place(design, before);
    check(design, after, 20);
    some.forEach((id, at) -> assertThat(after.of(id)).contains(at));
    assertThat(AutomaticLayout.place(design, before)).isEqualTo(after);
    check(design, AutomaticLayout.placeMakingRoom(design, before), 20);
  }
}

package dev.stillwater.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RoutingTest {
  private static Box card(double x, double y) {
    return new Box(x, y, Card.WIDTH, Card.HEIGHT);
  }

  private static Routing.Wire wire(int from, int to) {
    return new Routing.Wire(from, to, 0);
  }

  private static Route[] route(List<Box> cards, Routing.Wire... wires) {
    Box[] boxes = cards.toArray(Box[]::new);
    return Routing.of(boxes, new boolean[boxes.length], List.of(wires)).routes();
  }

  @Test
  void neighboursOnOneLevelAreJoinedStraight() {
    assertThat(route(List.of(card(0, 0), card(312, 0)), wire(0, 1))[0])
        .isEqualTo(new Route(168, 28, 312, 28));
  }

  @Test
  void aSmallJogBecomesAStraightLine() {
    Route route = route(List.of(card(0, 0), card(312, 16)), wire(0, 1))[0];
    assertThat(route).isEqualTo(new Route(168, 36, 312, 36));
  }

  @Test
  void aLinkBendsInTheChannel() {
    Route route = route(List.of(card(0, 0), card(312, 200)), wire(0, 1))[0];
    assertThat(route).isEqualTo(new Route(168, 28, 196, 28, 196, 228, 312, 228));
  }

  @Test
  void aFanOutSharesPortAndTrunk() {
    Route[] routes =
        route(
            List.of(card(0, 192), card(312, 0), card(312, 192), card(312, 384)),
            wire(0, 1),
            wire(0, 2),
            wire(0, 3));
    for (Route route : routes) {
      assertThat(route.x(0)).isEqualTo(168);
      assertThat(route.y(0)).isEqualTo(220);
    }
    assertThat(routes[0].x(1)).isEqualTo(routes[2].x(1)).isEqualTo(196);
    assertThat(routes[1].size()).isEqualTo(2);
  }

  @Test
  void stylesDoNotShareAPort() {
    Route[] routes =
        route(
            List.of(card(0, 0), card(312, 0), card(312, 200)),
            wire(0, 1),
            new Routing.Wire(0, 2, 1));
    assertThat(routes[1].y(0) - routes[0].y(0)).isGreaterThanOrEqualTo(10);
  }

  @Test
  void parallelLinksStayApart() {
    Route[] routes =
        route(List.of(card(0, 0), card(312, 100)), wire(0, 1), wire(0, 1), wire(1, 0), wire(0, 1));
    for (int i = 0; i < routes.length; i++) {
      for (int k = 0; k < i; k++) {
        assertThat(gap(routes[i], routes[k])).as("%s and %s", i, k).isGreaterThanOrEqualTo(7);
      }
    }
  }

  /// The least distance between parallel overlapping segments.
  private static double gap(Route a, Route b) {
    double gap = Double.POSITIVE_INFINITY;
    for (int i = 0; i < a.size() - 1; i++) {
      for (int k = 0; k < b.size() - 1; k++) {
        Box s = a.segment(i);
        Box t = b.segment(k);
        if (a.isHorizontal(i) && b.isHorizontal(k) && s.x() < t.right() && t.x() < s.right()) {
          gap = Math.min(gap, Math.abs(s.y() - t.y()));
        }
        if (!a.isHorizontal(i) && !b.isHorizontal(k) && s.y() < t.bottom() && t.y() < s.bottom()) {
          gap = Math.min(gap, Math.abs(s.x() - t.x()));
        }
      }
    }
    return gap;
  }

  @Test
  void trunksOfDifferentCallersStayApart() {
    Route[] routes =
        route(
            List.of(card(0, 0), card(0, 96), card(312, 0), card(312, 96), card(312, 192)),
            wire(0, 4),
            wire(1, 2),
            wire(1, 4));
    assertThat(gap(routes[0], routes[1])).isGreaterThanOrEqualTo(6);
    assertThat(gap(routes[0], routes[2])).isGreaterThanOrEqualTo(6);
  }

  @Test
  void aLinkGoesAroundWhatStandsBetween() {
    List<Box> cards = List.of(card(0, 0), card(312, 0), card(624, 0));
    Route route = route(cards, wire(0, 2))[0];
    assertThat(crossed(route, cards.get(1))).isFalse();
    assertThat(route.size()).isEqualTo(6);
  }

  @Test
  void withinAColumnALinkGoesOutAndBackIn() {
    List<Box> cards = List.of(card(0, 0), card(0, 96), card(0, 192));
    Route route = route(cards, wire(0, 2))[0];
    assertThat(crossed(route, cards.get(1))).isFalse();
    assertThat(route.x(0)).isEqualTo(168);
    assertThat(route.x(route.size() - 1)).isEqualTo(168);
    assertThat(route(cards, wire(0, 1))[0]).isEqualTo(new Route(84, 56, 84, 96));
  }

  @Test
  void linksThatLeadBackLeaveToTheLeft() {
    Route route = route(List.of(card(312, 0), card(0, 0)), wire(0, 1))[0];
    assertThat(route).isEqualTo(new Route(312, 28, 168, 28));
  }

  @Test
  void aLinkToItselfIsALoopBelow() {
    Route[] routes = route(List.of(card(0, 0)), wire(0, 0), wire(0, 0));
    assertThat(routes[0].y(0)).isEqualTo(56);
    assertThat(routes[0].bounds().bottom()).isGreaterThan(70);
    assertThat(routes[0]).isNotEqualTo(routes[1]);
  }

  @Test
  void linesBeginAtARoundEdge() {
    Box[] boxes = {card(0, 0), card(312, 0), card(312, 300)};
    Route[] routes =
        Routing.of(
                boxes,
                new boolean[] {true, false, false},
                List.of(wire(0, 1), new Routing.Wire(0, 2, 1)))
            .routes();
    for (Route route : routes) {
      double off = Math.abs(route.y(0) - 28);
      double onArc = 140 + Math.sqrt(28 * 28 - off * off);
      assertThat(route.x(0)).isCloseTo(onArc, org.assertj.core.api.Assertions.within(1e-9));
    }
  }

  /// Cards on a loose grid, as layouts give them: every way is orthogonal, begins and ends at the
  /// edges of its cards, and leaves all others alone.
  @Property(seed = "20261129", tries = 300)
  void looseDrawingsAreRoutedAroundCards(@ForAll long seed) {
    Random random = new Random(seed);
    List<Box> cards = new ArrayList<>();
    for (int column = 0; column < 4; column++) {
      for (int row = 0; row < 4; row++) {
        if (random.nextInt(3) > 0) {
          cards.add(card(column * 312, row * 96 + random.nextInt(3) * 8));
        }
      }
    }
    if (cards.size() < 2) {
      return;
    }
    List<Routing.Wire> wires = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int from = random.nextInt(cards.size());
      int to = random.nextInt(cards.size());
      if (from != to) {
        wires.add(new Routing.Wire(from, to, random.nextInt(2)));
      }
    }
    Route[] routes = route(cards, wires.toArray(Routing.Wire[]::new));
    for (int i = 0; i < routes.length; i++) {
      Route route = routes[i];
      Box from = cards.get(wires.get(i).from());
      Box to = cards.get(wires.get(i).to());
      int last = route.size() - 1;
      assertThat(onEdge(from, route.x(0), route.y(0))).isTrue();
      assertThat(onEdge(to, route.x(last), route.y(last))).isTrue();
      for (int k = 0; k < last; k++) {
        assertThat(route.x(k) == route.x(k + 1) || route.y(k) == route.y(k + 1)).isTrue();
      }
      for (Box card : cards) {
        assertThat(crossed(route, card)).as("%s through %s", route, card).isFalse();
      }
    }
    assertThat(route(cards, wires.toArray(Routing.Wire[]::new))).isEqualTo(routes);
  }

  @Test
  void aPartOfAWayIsWhatLiesInABoxAndKeepsItsDashes() {
    Route way = new Route(0, 0, 100, 0, 100, 300, 400, 300);
    Route.Part middle = way.within(new Box(50, 100, 100, 50), 11);
    assertThat(middle).isNotNull();
    assertThat(middle.ends()).isFalse();
    assertThat(middle.route().x(0)).isEqualTo(100);
    assertThat(middle.route().y(0)).isBetween(89.0, 100.0);
    assertThat((100 + middle.route().y(0)) % 11).isEqualTo(0);
    assertThat(middle.route().y(1)).isEqualTo(150);
    Route.Part end = way.within(new Box(350, 250, 100, 100), 0);
    assertThat(end).isNotNull();
    assertThat(end.ends()).isTrue();
    assertThat(end.route()).isEqualTo(new Route(350, 300, 400, 300));
    assertThat(way.within(new Box(0, 0, 500, 500), 11)).isEqualTo(new Route.Part(way, true));
    assertThat(way.within(new Box(200, 0, 50, 50), 0)).isNull();
  }

  private static boolean onEdge(Box box, double x, double y) {
    return box.contains(x, y) && !box.grown(-1e-6).contains(x, y);
  }

  static boolean crossed(Route route, Box card) {
    Box inner = card.grown(-1);
    for (int i = 0; i < route.size() - 1; i++) {
      Box s = route.segment(i);
      if (s.x() < inner.right()
          && s.right() > inner.x()
          && s.y() < inner.bottom()
          && s.bottom() > inner.y()) {
        return true;
      }
    }
    return false;
  }
}

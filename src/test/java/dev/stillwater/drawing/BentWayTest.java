package dev.stillwater.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Layout.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BentWayTest {
  private static Box card(double x, double y) {
    return new Box(x, y, Card.WIDTH, Card.HEIGHT);
  }

  private static Optional<Route> way(Box from, Box to, int... corners) {
    List<Position> list = new ArrayList<>();
    for (int i = 0; i < corners.length; i += 2) {
      list.add(new Position(corners[i], corners[i + 1]));
    }
    return BentWay.of(from, false, to, false, list);
  }

  @Test
  void cornersStayWhereTheyWerePut() {
    assertThat(way(card(0, 0), card(400, 200), 240, 28, 240, 228))
        .contains(new Route(168, 28, 240, 28, 240, 228, 400, 228));
  }

  @Test
  void theStretchAtACardFollowsIt() {
    assertThat(way(card(0, 80), card(400, 200), 240, 28, 240, 228))
        .contains(new Route(168, 108, 240, 108, 240, 228, 400, 228));
    assertThat(way(card(0, 8), card(400, 200), 240, 28, 240, 228))
        .contains(new Route(168, 28, 240, 28, 240, 228, 400, 228));
  }

  @Test
  void aCardThatPassesItsCornerIsLeftOnTheOtherSide() {
    assertThat(way(card(300, 0), card(600, 200), 240, 28, 240, 228))
        .contains(new Route(300, 28, 240, 28, 240, 228, 600, 228));
  }

  @Test
  void aCoveredCornerIsDropped() {
    assertThat(way(card(160, 0), card(600, 200), 240, 28, 240, 228))
        .contains(new Route(240, 56, 240, 228, 600, 228));
  }

  @Test
  void oneCornerStandsForTheMiddleStretchOrForAnAngle() {
    assertThat(way(card(0, 0), card(400, 200), 280, 28))
        .contains(new Route(168, 28, 280, 28, 280, 228, 400, 228));
    assertThat(way(card(0, 0), card(400, 200), 480, 28))
        .contains(new Route(168, 28, 480, 28, 480, 200));
    assertThat(way(card(0, 0), card(400, 0), 280, 40)).contains(new Route(168, 40, 400, 40));
  }

  @Test
  void nothingIsLeftUnderTheCards() {
    assertThat(way(card(0, 0), card(400, 200), 80, 28)).isEmpty();
  }

  /// Whatever the corners and wherever the cards: the way is made of level and upright stretches
  /// from edge to edge.
  @Property(seed = "20261129", tries = 2000)
  void waysAreOrthogonal(@ForAll long seed) {
    Random random = new Random(seed);
    Box from = card(random.nextInt(60) * 8, random.nextInt(60) * 8);
    Box to = card(random.nextInt(60) * 8, random.nextInt(60) * 8);
    int[] corners = new int[2 * (1 + random.nextInt(5))];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = random.nextInt(600);
    }
    way(from, to, corners)
        .ifPresent(route -> {
          for (int i = 0; i < route.size() - 1; i++) {
            assertThat(route.x(i) == route.x(i + 1) || route.y(i) == route.y(i + 1)).isTrue();
          }
          int last = route.size() - 1;
          assertThat(from.distance(route.x(0), route.y(0))).isZero();
          assertThat(to.distance(route.x(last), route.y(last))).isZero();
        });
  }
}

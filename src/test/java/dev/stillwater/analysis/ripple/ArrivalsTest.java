package dev.stillwater.analysis.ripple;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Compared with a list from which the best is taken again and again.
class ArrivalsTest {
  private static final double NEVER = Double.POSITIVE_INFINITY;
  private static final int NONE = Trace.NONE;

  /// A candidate as the plain list knows it.
  ///
  /// @param scope null for everybody
  private record Plain(
      int number,
      double t,
      int node,
      Impact impact,
      BitSet scope,
      double factor,
      Plain cause,
      int amount) {
    boolean isForAll() {
      return scope == null;
    }

    String told() {
      return t
          + " "
          + node
          + " "
          + impact
          + " "
          + (scope == null ? "all" : scope)
          + " x"
          + factor
          + " of "
          + (cause == null ? "nothing" : cause.node + " " + cause.impact)
          + " "
          + amount;
    }
  }

  private static final Comparator<Plain> CAUSES =
      Comparator.nullsFirst(
          Comparator.comparingInt(Plain::node)
              .thenComparing(it -> it.impact.name())
              .thenComparing(it -> !it.isForAll()));

  private static final Comparator<Plain> REASONS =
      Comparator.comparingDouble((Plain it) -> -it.factor)
          .thenComparing(Plain::cause, CAUSES)
          .thenComparing(it -> Integer.toString(it.amount));

  private static final Comparator<Plain> ORDER =
      Comparator.comparingDouble(Plain::t)
          .thenComparingInt(Plain::node)
          .thenComparing(it -> it.impact.name())
          .thenComparing(it -> !it.isForAll())
          .thenComparing(REASONS)
          .thenComparingInt(Plain::number);

  /// The plain way: everything that was offered, and what was taken.
  private static final class PlainArrivals {
    private final List<Plain> open = new ArrayList<>();
    private final List<Plain> taken = new ArrayList<>();

    void offer(Plain candidate) {
      if (candidate.t < NEVER) {
        open.add(candidate);
      }
    }

    Plain next() {
      while (!open.isEmpty()) {
        Plain best = open.stream().min(ORDER).orElseThrow();
        open.remove(best);
        if (isDominated(best)) {
          continue;
        }
        Plain fresh = best;
        if (!best.isForAll()) {
          BitSet scope = (BitSet) best.scope.clone();
          taken.stream()
              .filter(it -> isSameSlot(it, best) && !it.isForAll())
              .forEach(it -> scope.andNot(it.scope));
          if (scope.isEmpty()) {
            continue;
          }
          fresh =
              new Plain(
                  best.number,
                  best.t,
                  best.node,
                  best.impact,
                  scope,
                  best.factor,
                  best.cause,
                  best.amount);
        }
        taken.add(fresh);
        return fresh;
      }
      return null;
    }

    private boolean isDominated(Plain candidate) {
      return taken.stream()
          .filter(Plain::isForAll)
          .anyMatch(it ->
              isSameSlot(it, candidate)
                  || (it.node == candidate.node
                      && it.impact == Impact.SILENT
                      && (candidate.impact == Impact.ERR || candidate.impact == Impact.SLOW)));
    }

    private static boolean isSameSlot(Plain a, Plain b) {
      return a.node == b.node && a.impact == b.impact;
    }
  }

  private static final int NODES = 4;

  private static final Impact[] IMPACTS = {
    Impact.SILENT, Impact.ERR, Impact.SLOW, Impact.DEGRADED, Impact.BACKLOG
  };

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 64, 65, 130})
  void theBestIsTakenAgainAndAgain(int journeys) {
    Arrivals arrivals = new Arrivals(NODES, journeys);
    for (int seed = 0; seed < 60; seed++) {
      compare(arrivals, journeys, new Random(seed));
    }
  }

  private static void compare(Arrivals arrivals, int journeys, Random random) {
    PlainArrivals plain = new PlainArrivals();
    arrivals.begin(candidate -> Integer.toString((int) arrivals.amount(candidate)));
    Map<Integer, Plain> known = new HashMap<>();
    int offers = 0;
    for (int i = 0; i < 3; i++) {
      offer(arrivals, plain, journeys, random, NONE, null, offers++);
    }
    while (true) {
      int taken = arrivals.next();
      Plain expected = plain.next();
      assertThat(taken == NONE).isEqualTo(expected == null);
      if (expected == null) {
        break;
      }
      assertThat(told(arrivals, taken, journeys)).isEqualTo(expected.told());
      known.put(taken, expected);
      assertThat(arrivals.number(taken)).isEqualTo(known.size() - 1);
      assertThat(arrivals.recorded(known.size() - 1)).isEqualTo(taken);
      for (int i = random.nextInt(5); i > 0 && offers < 120; i--) {
        List<Integer> all = List.copyOf(known.keySet());
        int because = random.nextBoolean() ? taken : all.get(random.nextInt(all.size()));
        offer(arrivals, plain, journeys, random, because, known.get(because), offers++);
      }
    }
    checkWhatIsKnown(arrivals, plain, known, journeys);
  }

  private static void offer(
      Arrivals arrivals,
      PlainArrivals plain,
      int journeys,
      Random random,
      int because,
      Plain cause,
      int number) {
    double now = plain.taken.isEmpty() ? 0 : plain.taken.getLast().t;
    double t = random.nextInt(12) == 0 ? NEVER : now + random.nextInt(3);
    int node = random.nextInt(NODES);
    Impact impact = IMPACTS[random.nextInt(IMPACTS.length)];
    int amount = random.nextInt(3);
    if (random.nextInt(3) == 0) {
      double factor = impact == Impact.SLOW ? 1 + random.nextInt(3) : 1;
      arrivals.offer(t, node, impact, factor, because, Reason.GREY, NONE, amount);
      plain.offer(new Plain(number, t, node, impact, null, factor, cause, amount));
      return;
    }
    BitSet scope = new BitSet();
    if (cause == null || cause.isForAll()) {
      scope.set(0, journeys);
    } else {
      scope.or(cause.scope);
    }
    BitSet named = new BitSet();
    for (int journey = 0; journey < journeys; journey++) {
      if (random.nextInt(3) > 0) {
        named.set(journey);
      }
    }
    scope.and(named);
    arrivals.reach(because);
    long[] words = new long[(journeys + 63) >>> 6];
    System.arraycopy(named.toLongArray(), 0, words, 0, named.toLongArray().length);
    arrivals.keepReached(words);
    arrivals.offerToReached(t, node, impact, because, Reason.GREY, NONE, amount);
    if (!scope.isEmpty()) {
      plain.offer(new Plain(number, t, node, impact, scope, 1, cause, amount));
    }
  }

  private static String told(Trace trace, int row, int journeys) {
    BitSet scope = new BitSet();
    for (int journey = 0; journey < journeys; journey++) {
      scope.set(journey, trace.isFor(row, journey));
    }
    int cause = trace.cause(row);
    return trace.time(row)
        + " "
        + trace.node(row)
        + " "
        + trace.impact(row)
        + " "
        + (trace.isForEverybody(row) ? "all" : scope)
        + " x"
        + trace.factor(row)
        + " of "
        + (cause == NONE ? "nothing" : trace.node(cause) + " " + trace.impact(cause))
        + " "
        + (int) trace.amount(row);
  }

  private static void checkWhatIsKnown(
      Arrivals arrivals, PlainArrivals plain, Map<Integer, Plain> known, int journeys) {
    Trace trace = arrivals.trace();
    assertThat(arrivals.recordedCount()).isEqualTo(plain.taken.size());
    assertThat(trace.size).isEqualTo(plain.taken.size());
    for (int row = 0; row < trace.size; row++) {
      Plain expected = plain.taken.get(row);
      assertThat(told(trace, row, journeys)).isEqualTo(expected.told());
      assertThat(trace.facts(row))
          .isEqualTo(expected.isForAll() ? 1 : expected.scope.cardinality());
      int candidate = arrivals.recorded(row);
      assertThat(arrivals.isFirst(candidate))
          .isEqualTo(
              plain.taken.stream()
                  .filter(it -> PlainArrivals.isSameSlot(it, expected))
                  .noneMatch(it -> it.t < expected.t));
    }
    for (int node = 0; node < NODES; node++) {
      for (Impact impact : IMPACTS) {
        int at = node;
        List<Plain> slot =
            plain.taken.stream().filter(it -> it.node == at && it.impact == impact).toList();
        Plain all = slot.stream().filter(Plain::isForAll).findFirst().orElse(null);
        assertThat(arrivals.isKnown(node, impact)).isEqualTo(all != null);
        assertThat(known.get(arrivals.find(node, impact))).isEqualTo(all);
        for (int journey = 0; journey < journeys; journey++) {
          int j = journey;
          Plain one =
              slot.stream()
                  .filter(it -> !it.isForAll() && it.scope.get(j))
                  .findFirst()
                  .orElse(null);
          assertThat(known.get(arrivals.find(node, impact, journey))).isEqualTo(one);
        }
      }
    }
  }

  @Test
  void journeysAreToldApartByWhatFails() {
    Arrivals arrivals = new Arrivals(2, 70);
    arrivals.begin(candidate -> "");
    arrivals.reach(NONE);
    arrivals.keepReached(new long[] {0b0110, 0b1});
    arrivals.offerToReached(0, 0, Impact.ERR, NONE, Reason.ERROR, NONE, 0);
    int error = arrivals.next();
    arrivals.reach(NONE);
    arrivals.keepReached(new long[] {0b1100, 0b11});
    arrivals.offerToReached(1, 1, Impact.DEGRADED, error, Reason.ERROR, NONE, 0);
    int degraded = arrivals.next();

    assertThat(arrivals.reachFailing(degraded, 0)).isTrue();
    assertThat(arrivals.reached).containsExactly(0b0100, 0b1);
    assertThat(arrivals.reachWorking(degraded, 0)).isTrue();
    assertThat(arrivals.reached).containsExactly(0b1000, 0b10);
    assertThat(arrivals.reachFailing(degraded, 1)).isFalse();
    assertThat(arrivals.reachFailing(error, 0)).isTrue();
    assertThat(arrivals.reachWorking(error, 0)).isFalse();
    arrivals.reach(error);
    assertThat(arrivals.reached).containsExactly(0b0110, 0b1);
  }

  @Test
  void aThousandCandidatesFindRoom() {
    Arrivals arrivals = new Arrivals(1000, 1);
    arrivals.begin(candidate -> "");
    for (int node = 999; node >= 0; node--) {
      arrivals.offer(node % 10, node, Impact.ERR, 1, NONE, Reason.ERROR, NONE, node);
    }
    double last = 0;
    int count = 0;
    for (int at = arrivals.next(); at != NONE; at = arrivals.next()) {
      assertThat(arrivals.time(at)).isGreaterThanOrEqualTo(last);
      last = arrivals.time(at);
      count++;
    }
    assertThat(count).isEqualTo(1000);
    arrivals.begin(candidate -> "");
    assertThat(arrivals.next()).isEqualTo(NONE);
    assertThat(arrivals.find(5, Impact.ERR)).isEqualTo(NONE);
    assertThat(arrivals.isKnown(5, Impact.ERR)).isFalse();
  }
}

package dev.stillwater.analysis.ripple;

import static dev.stillwater.analysis.ripple.Arrivals.EVERYBODY;
import static dev.stillwater.analysis.ripple.Arrivals.NONE;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.analysis.ripple.JourneyOutcome.State;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.model.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the facts of one run mean for the journeys, and how long buffers held.
final class Outcomes {
  private final Ripple ripple;
  private final Arrivals arrivals;
  private final Fact[] facts;
  private final Shields shields;
  private final double outage;

  /// @param facts in the order of being recorded
  Outcomes(Ripple ripple, Arrivals arrivals, Fact[] facts, Shields shields) {
    this.ripple = ripple;
    this.arrivals = arrivals;
    this.facts = facts;
    this.shields = shields;
    this.outage = ripple.graph.design().setting(Settings.OUTAGE).millis();
  }

  RippleResult result(Injection injection) {
    List<JourneyOutcome> journeys = new ArrayList<>();
    for (Reach reach : ripple.graph.journeys()) {
      journeys.add(of(reach, journeys.size()));
    }
    for (Fact fact : facts) {
      if (fact.impact() == Impact.BACKLOG) {
        shields.hold(fact.node(), Absorber.Kind.BUFFER, fact.t(), absorbTime(fact));
      }
    }
    return new RippleResult(injection, inOrder(), List.copyOf(journeys), shields.inOrder());
  }

  private List<Fact> inOrder() {
    Integer[] order = new Integer[facts.length];
    Arrays.setAll(order, arrivals::recorded);
    Arrays.sort(order, arrivals::compare);
    List<Fact> result = new ArrayList<>(facts.length);
    for (int candidate : order) {
      result.add(facts[arrivals.number(candidate)]);
    }
    return List.copyOf(result);
  }

  /// Milliseconds from the first waiting message until the broker is full or loses one.
  private double absorbTime(Fact backlog) {
    double end = Double.POSITIVE_INFINITY;
    for (Impact impact : List.of(Impact.FULL, Impact.LOSS)) {
      int candidate = arrivals.find(backlog.node().index(), impact, EVERYBODY);
      end = candidate == NONE ? end : Math.min(end, arrivals.time(candidate));
    }
    return end - backlog.t();
  }

  private JourneyOutcome of(Reach reach, int journey) {
    return down(reach, journey)
        .or(() -> late(reach))
        .or(() -> degraded(reach))
        .orElseGet(() -> new JourneyOutcome(reach, State.OK, Double.NaN, List.of()));
  }

  private static JourneyOutcome outcome(Reach reach, State state, double t, Fact because) {
    return new JourneyOutcome(reach, state, t, because.chain());
  }

  /// Down: no answer from, or an error of, the first callee or the client itself.
  private Optional<JourneyOutcome> down(Reach reach, int journey) {
    if (reach.isEmpty()) {
      return Optional.empty();
    }
    Node client = reach.first().from();
    int best = failing(reach.first().to(), journey);
    if (client.kind().isEdge() || client.kind() == ComponentKind.EXTERNAL) {
      best = earlier(best, failing(client, journey));
    }
    return first(best).map(fact -> outcome(reach, State.DOWN, fact.t(), fact));
  }

  private int failing(Node node, int journey) {
    int best = NONE;
    for (Impact impact : List.of(Impact.SILENT, Impact.ERR)) {
      best = earlier(best, number(node, impact, EVERYBODY));
      best = earlier(best, number(node, impact, journey));
    }
    return best;
  }

  /// Late: a backlog takes longer to drain than somebody waits, or an answer takes too long.
  private Optional<JourneyOutcome> late(Reach reach) {
    Optional<Double> deadline =
        reach.journey().get(JourneyAttributes.DEADLINE).map(span -> span.millis());
    if (deadline.isEmpty() || reach.isEmpty()) {
      return Optional.empty();
    }
    double limit = deadline.get();
    RealTimeClass kind = reach.journey().realTimeClass();
    int best =
        switch (kind) {
          case HARD -> tooSlow(reach.first(), limit);
          case SOFT, OFFLINE -> tooFarBehind(reach, limit);
          case UNKNOWN -> NONE;
        };
    return first(best).map(fact -> outcome(reach, State.LATE, fact.t() + limit, fact));
  }

  private int tooSlow(Edge entry, double deadline) {
    int best = NONE;
    for (Impact impact : List.of(Impact.SLOW, Impact.DEGRADED)) {
      int number = number(entry.to(), impact, EVERYBODY);
      if (number != NONE && facts[number].factor() > 1) {
        double response =
            ripple.times.of(entry.to()) * facts[number].factor() * Math.max(1, entry.calls());
        best = response > deadline ? earlier(best, number) : best;
      }
    }
    return best;
  }

  private int tooFarBehind(Reach reach, double deadline) {
    int best = NONE;
    for (Node node : reach.nodes()) {
      if (node.kind().isBroker()) {
        int number = number(node, Impact.BACKLOG, EVERYBODY);
        if (number != NONE && deadline < outage + drain(facts[number])) {
          best = earlier(best, number);
        }
      }
    }
    return best;
  }

  /// Milliseconds until the backlog of one outage is worked off after the repair: λ·D / (μ − λ);
  /// infinite when the consumers have nothing to spare, 0 as the least when it is unknown what they
  /// can do.
  private double drain(Fact backlog) {
    Node broker = backlog.node();
    double in = ripple.load.inflow(broker);
    double out = 0;
    for (Edge delivery : ripple.feeds[broker.index()]) {
      boolean counts = broker.kind() == ComponentKind.QUEUE || delivery.equals(backlog.carrier());
      if (delivery.mode() == LinkMode.DELIVER && counts) {
        out += delivery.to().capacity();
      }
    }
    if (Double.isNaN(out) || in == 0) {
      return 0;
    }
    return out > in ? in * outage / (out - in) : Double.POSITIVE_INFINITY;
  }

  /// Degraded: some component that the journey uses is slow, works with less or with old data.
  private Optional<JourneyOutcome> degraded(Reach reach) {
    int best = NONE;
    for (Node node : reach.nodes()) {
      best = earlier(best, number(node, Impact.SLOW, EVERYBODY));
      best = earlier(best, number(node, Impact.DEGRADED, EVERYBODY));
      best = earlier(best, number(node, Impact.STALE, EVERYBODY));
    }
    return first(best).map(fact -> outcome(reach, State.DEGRADED, fact.t(), fact));
  }

  /// The number under which a fact was recorded, or [Arrivals#NONE].
  private int number(Node node, Impact impact, int scope) {
    int candidate = arrivals.find(node.index(), impact, scope);
    return candidate == NONE ? NONE : arrivals.number(candidate);
  }

  private static int earlier(int a, int b) {
    return a == NONE ? b : b == NONE ? a : Math.min(a, b);
  }

  private Optional<Fact> first(int number) {
    return number == NONE ? Optional.empty() : Optional.of(facts[number]);
  }
}

package dev.stillwater.analysis.ripple;

import static dev.stillwater.analysis.ripple.Trace.EVERYBODY;
import static dev.stillwater.analysis.ripple.Trace.NONE;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.analysis.ripple.JourneyOutcome.State;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.model.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the facts of one run mean for the journeys, and how long buffers held. Which journeys are
/// down is read at once; the rest is worked out when somebody asks.
final class Outcomes {
  private final Ripple ripple;
  private final Trace trace;
  private final Facts facts;
  private final double outage;

  /// By journey, the row that takes it down, or [Trace#NONE], and the scope in which it does.
  private final int[] downRow;

  private final int[] downScope;

  private int @Nullable [] degradedRow;

  /// The rows for everybody by slot; empty until the first question.
  private final Map<Integer, Integer> rows = new HashMap<>();

  /// @param arrivals of a run that is over; not kept
  Outcomes(Ripple ripple, Injection injection, Arrivals arrivals) {
    this.ripple = ripple;
    this.trace = arrivals.trace();
    this.facts = new Facts(ripple, injection, trace);
    this.outage = ripple.graph.design().setting(Settings.OUTAGE).millis();
    this.downRow = new int[ripple.scopes.length];
    Downfall downfall = new Downfall(ripple, arrivals);
    this.downScope = downfall.scope;
    for (int journey = 0; journey < downRow.length; journey++) {
      int candidate = downfall.candidate[journey];
      downRow[journey] = candidate == NONE ? NONE : arrivals.number(candidate);
    }
  }

  Facts facts() {
    return facts;
  }

  /// One for each journey, in the order of their ids.
  List<JourneyOutcome> all() {
    List<JourneyOutcome> journeys = new ArrayList<>();
    for (Reach reach : ripple.graph.journeys()) {
      journeys.add(of(reach, journeys.size()));
    }
    return List.copyOf(journeys);
  }

  /// What an injection costs in numbers.
  Toll toll(Injection injection) {
    List<Toll.Lost> lost = new ArrayList<>();
    for (Reach reach : ripple.graph.journeys()) {
      JourneyOutcome outcome = of(reach, Arrays.binarySearch(ripple.scopes, reach.journey().id()));
      if (outcome.isLost()) {
        lost.add(new Toll.Lost(reach.journey(), outcome.state(), outcome.t()));
      }
    }
    boolean[] seen = new boolean[ripple.response.length];
    int touched = 0;
    for (int row = 0; row < trace.size; row++) {
      Node node = ripple.graph.nodes().get(trace.node(row));
      if (!seen[node.index()] && !injection.targets().contains(node.id())) {
        seen[node.index()] = true;
        touched++;
      }
    }
    return new Toll(injection, lost, touched);
  }

  /// Adds the brokers that kept messages, with how long.
  void addBuffers(Shields shields) {
    for (int row = 0; row < trace.size; row++) {
      Node broker = ripple.graph.nodes().get(trace.node(row));
      if (trace.impact(row) == Impact.BACKLOG && broker.kind().isBroker()) {
        double holds = absorbTime(row);
        if (holds > 0) {
          shields.hold(broker, Absorber.Kind.BUFFER, trace.time(row), holds);
        }
      }
    }
  }

  /// Milliseconds from the first waiting message until the broker is full or loses one.
  private double absorbTime(int backlog) {
    Node broker = ripple.graph.nodes().get(trace.node(backlog));
    double end = Double.POSITIVE_INFINITY;
    for (Impact impact : List.of(Impact.FULL, Impact.LOSS)) {
      int row = row(broker, impact);
      end = row == NONE ? end : Math.min(end, trace.time(row));
    }
    return end - trace.time(backlog);
  }

  private JourneyOutcome of(Reach reach, int journey) {
    return downRow[journey] != NONE
        ? down(reach, journey)
        : late(reach)
            .or(() -> wrong(reach, journey))
            .or(() -> degraded(reach, journey))
            .orElseGet(() -> new JourneyOutcome(reach, State.OK, Double.NaN, List.of()));
  }

  private JourneyOutcome down(Reach reach, int journey) {
    int row = downRow[journey];
    return new JourneyOutcome(
        reach, State.DOWN, trace.time(row), facts.chain(row, downScope[journey]));
  }

  private JourneyOutcome outcome(Reach reach, State state, double t, int row) {
    return new JourneyOutcome(reach, state, t, facts.chain(row, EVERYBODY));
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
    return best == NONE
        ? Optional.empty()
        : Optional.of(outcome(reach, State.LATE, trace.time(best) + limit, best));
  }

  private int tooSlow(Edge entry, double deadline) {
    int best = NONE;
    for (Impact impact : List.of(Impact.SLOW, Impact.DEGRADED)) {
      int row = row(entry.to(), impact);
      if (row != NONE && trace.factor(row) > 1) {
        double response =
            ripple.times.of(entry.to()) * trace.factor(row) * Math.max(1, entry.calls());
        best = response > deadline ? earlier(best, row) : best;
      }
    }
    return best;
  }

  private int tooFarBehind(Reach reach, double deadline) {
    int journey = Arrays.binarySearch(ripple.scopes, reach.journey().id());
    int backlog = Trace.place(Impact.BACKLOG);
    int best = NONE;
    for (int row = 0; row < trace.size; row++) {
      if (trace.impact[row] == backlog && trace.isForEverybody(row)) {
        Node broker = ripple.graph.nodes().get(trace.node(row));
        if (broker.kind().isBroker()
            && isOn(broker, journey)
            && deadline < outage + drain(broker, row)) {
          best = earlier(best, row);
        }
        int edge = trace.edge(row);
        if (trace.reason(row) == Reason.DEAD_LETTERS && edge != NONE) {
          Node source = ripple.graph.edges().get(edge).from();
          best = isOn(source, journey) ? earlier(best, row) : best;
        }
      }
    }
    return best;
  }

  private boolean isOn(Node node, int journey) {
    long[] users = ripple.users[node.index()];
    return users.length > 0 && (users[journey >>> 6] & 1L << (journey & 63)) != 0;
  }

  /// Wrong: work of a component that the journey uses is done twice, out of order or not at all,
  /// before the outage is over. A broker does no work: what it repeats may still be recognised.
  private Optional<JourneyOutcome> wrong(Reach reach, int journey) {
    for (int row = 0; row < trace.size && trace.time(row) < outage; row++) {
      if (trace.isForEverybody(row)) {
        Node node = ripple.graph.nodes().get(trace.node(row));
        if (isOn(node, journey) && isWrong(node, trace.impact(row))) {
          return Optional.of(outcome(reach, State.WRONG, trace.time(row), row));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isWrong(Node node, Impact impact) {
    return switch (impact) {
      case DUP, REORDER -> !node.kind().isPassiveBroker();
      case LOSS -> !mayLose(node);
      case SILENT, ERR, SLOW, DEGRADED, BACKLOG, FULL, STALE, OVERLOAD, BLIND -> false;
    };
  }

  /// Whether nobody who gets its messages minds the loss of one.
  private boolean mayLose(Node node) {
    int minds = 0;
    int accepts = 0;
    for (Edge feed : ripple.feeds[node.index()]) {
      if (feed.mode() == LinkMode.DELIVER) {
        minds += feed.held(LinkAttributes.LOSS_OK) ? 0 : 1;
        accepts += feed.held(LinkAttributes.LOSS_OK) ? 1 : 0;
      }
    }
    return accepts > 0 && minds == 0;
  }

  /// Milliseconds until the backlog of one outage is worked off after the repair: λ·D / (μ − λ);
  /// infinite when the consumers have nothing to spare, 0 as the least when it is unknown what they
  /// can do.
  private double drain(Node broker, int backlog) {
    double in = ripple.load.inflow(broker);
    double out = 0;
    for (Edge delivery : ripple.feeds[broker.index()]) {
      boolean counts =
          broker.kind() == ComponentKind.QUEUE || delivery.index() == trace.edge(backlog);
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
  private Optional<JourneyOutcome> degraded(Reach reach, int journey) {
    int row = degradedRows()[journey];
    return row == NONE
        ? Optional.empty()
        : Optional.of(outcome(reach, State.DEGRADED, trace.time(row), row));
  }

  /// By journey the first row that degrades it; one sweep over all rows serves all journeys.
  private int[] degradedRows() {
    int[] known = degradedRow;
    if (known != null) {
      return known;
    }
    int[] result = new int[ripple.scopes.length];
    Arrays.fill(result, NONE);
    long[] open = new long[trace.words];
    Arrays.fill(open, -1);
    for (int row = 0; row < trace.size; row++) {
      long[] users = ripple.users[trace.node(row)];
      if (users.length > 0 && trace.isForEverybody(row) && degrades(trace.impact(row))) {
        for (int word = 0; word < open.length; word++) {
          for (long news = users[word] & open[word]; news != 0; news &= news - 1) {
            result[word * Long.SIZE + Long.numberOfTrailingZeros(news)] = row;
          }
          open[word] &= ~users[word];
        }
      }
    }
    degradedRow = result;
    return result;
  }

  private static boolean degrades(Impact impact) {
    return impact == Impact.SLOW || impact == Impact.DEGRADED || impact == Impact.STALE;
  }

  /// The row of a fact for everybody, or [Trace#NONE].
  private int row(Node node, Impact impact) {
    if (rows.isEmpty() && trace.size > 0) {
      for (int row = 0; row < trace.size; row++) {
        if (trace.isForEverybody(row)) {
          rows.put(trace.node(row) * Trace.BY_NAME.length + trace.impact[row], row);
        }
      }
    }
    return rows.getOrDefault(node.index() * Trace.BY_NAME.length + Trace.place(impact), NONE);
  }

  private static int earlier(int a, int b) {
    return a == NONE ? b : b == NONE ? a : Math.min(a, b);
  }
}

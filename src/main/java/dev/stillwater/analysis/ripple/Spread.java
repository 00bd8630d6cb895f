package dev.stillwater.analysis.ripple;

import static dev.stillwater.analysis.ripple.Arrivals.EVERYBODY;
import static dev.stillwater.analysis.ripple.Arrivals.NONE;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.Admission;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Overflow;
import dev.stillwater.model.Settings;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One run of a [Ripple]: takes facts in the order of time and offers what each of them does to its
/// neighbours. The transfers carry the names of ripple.md.
final class Spread {
  /// Milliseconds until a consumer without a declared period reads its configuration again.
  private static final double USUAL_PERIOD = 60_000;

  /// No component gets slower than this by waiting; keeps absurd products finite.
  private static final double SLOWEST = 1e12;

  private final Ripple ripple;
  private final Injection injection;
  private final Arrivals arrivals;
  private final Sentences sentences;
  private final Shields shields;
  private final double minShare;
  private final double detection;

  /// When an impact first reached a component, in any scope.
  private final double[] reached;

  /// When a router first took a fleet out.
  private final double[] removed;

  // The fact at work.
  private int fact;
  private int node;
  private Impact impact = Impact.SILENT;
  private int scope;
  private double t;
  private double factor;

  /// Whether what it does to everybody is still to be said.
  private boolean fresh;

  Spread(Ripple ripple, Injection injection) {
    int nodes = ripple.graph.nodes().size();
    this.ripple = ripple;
    this.injection = injection;
    this.sentences = new Sentences(ripple.graph, ripple.load);
    this.arrivals = new Arrivals(nodes, ripple.scopes.length, this::why);
    this.shields = new Shields(ripple.graph);
    this.minShare = ripple.graph.design().setting(Settings.MIN_SHARE);
    this.detection = ripple.graph.design().setting(Settings.DETECTION).millis();
    this.reached = new double[nodes * Arrivals.BY_NAME.length];
    this.removed = new double[nodes];
    Arrays.fill(reached, Double.POSITIVE_INFINITY);
    Arrays.fill(removed, Double.POSITIVE_INFINITY);
  }

  private String why(int candidate) {
    return sentences.of(arrivals, candidate);
  }

  RippleResult follow() {
    for (String target : injection.targets()) {
      inject(ripple.graph.node(target));
    }
    for (fact = arrivals.next(); fact != NONE; fact = arrivals.next()) {
      node = arrivals.node(fact);
      impact = arrivals.impact(fact);
      scope = arrivals.scope(fact);
      t = arrivals.time(fact);
      factor = arrivals.factor(fact);
      int at = node * Arrivals.BY_NAME.length + Arrivals.place(impact);
      fresh = t <= reached[at];
      reached[at] = Math.min(t, reached[at]);
      spread();
    }
    return result();
  }

  private void inject(Node target) {
    int at = target.index();
    switch (injection.how()) {
      case CRASH -> start(at, Impact.SILENT, Reason.CRASH, 1);
      case ERROR -> start(at, Impact.ERR, Reason.ERROR, 1);
      case GREY -> {
        double grey = ripple.graph.design().setting(Settings.GREY);
        start(at, Impact.SLOW, Reason.GREY, grey);
      }
      case OVERLOAD -> {
        boolean refuses = target.admission() != Admission.NONE;
        start(at, refuses ? Impact.ERR : Impact.SILENT, Reason.OVERLOAD, 1);
        if (refuses) {
          shields.hold(target, Absorber.Kind.ADMISSION, 0, Double.POSITIVE_INFINITY);
        }
      }
    }
  }

  private void start(int at, Impact what, Reason how, double slower) {
    arrivals.offer(0, at, what, EVERYBODY, slower, NONE, how, NONE, 0);
  }

  private void spread() {
    switch (impact) {
      case SILENT, ERR -> {
        callers();
        if (fresh) {
          consumerOut();
          feedsStop();
        }
        if (scope == EVERYBODY) {
          healthChecksFail();
        }
      }
      case SLOW -> {
        callers();
        consumerOut();
      }
      case FULL -> {
        callers();
        if (ripple.graph.nodes().get(node).overflow() == Overflow.DROP_OLDEST) {
          arrivals.offer(t, node, Impact.LOSS, EVERYBODY, 1, fact, Reason.DROPS, NONE, 0);
        }
      }
      case DEGRADED, BACKLOG, LOSS, STALE -> {}
    }
  }

  private void toEverybody(double at, int who, Impact what, Reason how, int edge, double much) {
    arrivals.offer(at, who, what, EVERYBODY, 1, fact, how, edge, much);
  }

  // ---- S1–S4, A1: those who call or send

  private void callers() {
    Overflow overflow = ripple.graph.nodes().get(node).overflow();
    for (int call = ripple.start[node]; call < ripple.start[node + 1]; call++) {
      if ((ripple.flags[call] & (Ripple.SEND | Ripple.OUTBOX)) == (Ripple.SEND | Ripple.OUTBOX)) {
        outbox(call);
        continue;
      }
      switch (impact) {
        case SILENT -> silent(call);
        case ERR -> fails(call, ripple.outcomeOfErrors[call], ripple.delayOfErrors[call], false);
        case SLOW -> {
          double response = ripple.response[node] * factor;
          if (response >= ripple.timeout[call]) {
            silent(call);
          } else {
            slows(call, response * ripple.calls[call]);
          }
        }
        case FULL -> {
          switch (overflow) {
            case BLOCK -> silent(call);
            case REJECT -> refused(call);
            case DROP_OLDEST -> {}
          }
        }
        case DEGRADED, BACKLOG, LOSS, STALE -> {}
      }
    }
  }

  private Edge edge(int call) {
    return ripple.graph.edges().get(ripple.link[call]);
  }

  private void outbox(int call) {
    if (fresh) {
      toEverybody(t, ripple.caller[call], Impact.DEGRADED, Reason.OUTBOX, ripple.link[call], 0);
      shields.hold(edge(call), Absorber.Kind.OUTBOX, t);
    }
  }

  private void silent(int call) {
    fails(call, ripple.outcome[call], ripple.delay[call], true);
  }

  /// A2: a full broker answers at once that it takes no more.
  private void refused(int call) {
    boolean absorbed = (ripple.flags[call] & Ripple.ABSORBABLE) != 0;
    Ripple.Outcome outcome = absorbed ? Ripple.Outcome.FALLS_BACK : Ripple.Outcome.GIVES_UP;
    fails(call, outcome, 0, false);
  }

  /// S1–S3: the callee does not answer in time, or answers with errors.
  private void fails(int call, Ripple.Outcome outcome, double delay, boolean silent) {
    int who = ripple.caller[call];
    switch (outcome) {
      case POOL_FILLS -> {
        if (fresh) {
          double held = silent ? ripple.held[call] : ripple.heldByErrors[call];
          poolFills(call, t + delay, held);
        }
      }
      case WAITS_FOREVER -> {
        if (fresh) {
          toEverybody(t, who, Impact.SILENT, Reason.WAITS_FOREVER, ripple.link[call], 0);
        }
      }
      case REQUEST_HANGS -> inScopes(call, t, Impact.SILENT, Reason.WAITS_FOREVER);
      case FALLS_BACK -> {
        if (fresh) {
          toEverybody(t + delay, who, Impact.DEGRADED, Reason.FALLS_BACK, ripple.link[call], 0);
          shields.hold(edge(call), absorbing(edge(call)), t + delay);
          holdsTheLine(call, t + delay, silent);
        }
      }
      case GIVES_UP -> {
        inScopes(call, t + delay, Impact.ERR, Reason.GIVES_UP);
        if (fresh) {
          holdsTheLine(call, t + delay, silent);
        }
      }
    }
  }

  private void poolFills(int call, double at, double held) {
    int who = ripple.caller[call];
    toEverybody(at, who, Impact.SILENT, Reason.POOL_FILLS, ripple.link[call], held);
  }

  /// Notes what keeps the caller from running out of workers.
  private void holdsTheLine(int call, double until, boolean silent) {
    double held = silent ? ripple.held[call] : ripple.heldByErrors[call];
    boolean bulkhead = (ripple.flags[call] & Ripple.SMALL_BULKHEAD) != 0;
    boolean breaker = Ripple.breaks(edge(call), silent);
    if (ripple.exhausts(call, held) || held == Double.POSITIVE_INFINITY) {
      if (bulkhead) {
        shields.hold(edge(call), Absorber.Kind.BULKHEAD, t);
      }
      if (breaker) {
        shields.hold(edge(call), Absorber.Kind.BREAKER, until);
      }
    } else if ((ripple.flags[call] & Ripple.ABSORBABLE) != 0 && !bulkhead && !breaker) {
      poolHolds(call, held);
    }
  }

  /// S4: the callee is slow inside the timeout.
  private void slows(int call, double held) {
    boolean bulkhead = (ripple.flags[call] & Ripple.SMALL_BULKHEAD) != 0;
    if (ripple.exhausts(call, held)) {
      if (!bulkhead) {
        poolFills(call, t + ripple.fill(call, held), held);
        return;
      }
      shields.hold(edge(call), Absorber.Kind.BULKHEAD, t);
    } else if (!bulkhead) {
      poolHolds(call, held);
    }
    if ((ripple.flags[call] & Ripple.ABSORBABLE) != 0) {
      shields.hold(edge(call), absorbing(edge(call)), t);
      return;
    }
    int who = ripple.caller[call];
    double slower = slowdown(call, held);
    Impact what = slower >= 2 ? Impact.SLOW : Impact.DEGRADED;
    arrivals.offer(t, who, what, EVERYBODY, slower, fact, Reason.WAITS, ripple.link[call], held);
  }

  /// The caller's own factor: of its response time only the callee's part grows.
  private double slowdown(int call, double held) {
    double part = ripple.response[node] * ripple.calls[call];
    boolean send = (ripple.flags[call] & Ripple.SEND) != 0;
    double whole = ripple.response[ripple.caller[call]] + (send ? part : 0);
    return ripple.share[call] > minShare && whole > 0
        ? Math.min((whole - part + held) / whole, SLOWEST)
        : 1;
  }

  private void poolHolds(int call, double held) {
    if (ripple.takesWorkers(call, held)) {
      Node who = ripple.graph.nodes().get(ripple.caller[call]);
      shields.hold(who, Absorber.Kind.POOL, t, Double.POSITIVE_INFINITY);
    }
  }

  private static Absorber.Kind absorbing(Edge edge) {
    return edge.fallback() == Fallback.NONE || edge.fallback() == Fallback.REFRESH
        ? Absorber.Kind.SOFT_DEPENDENCY
        : Absorber.Kind.FALLBACK;
  }

  /// Offers an impact in the scopes that a link passes on: of the journeys that name it those that
  /// are hurt; the scope itself where no journey names it and the caller is no client.
  private void inScopes(int call, double at, Impact what, Reason how) {
    if (arrivals.isKnown(ripple.caller[call], Impact.SILENT)) {
      return;
    }
    int[] named = ripple.journeys[call];
    if (named.length == 0) {
      if ((ripple.flags[call] & Ripple.FROM_EDGE) == 0) {
        inScope(call, at, what, how, scope);
      }
    } else if (scope == EVERYBODY) {
      for (int journey : named) {
        inScope(call, at, what, how, journey);
      }
    } else if (named.length == ripple.scopes.length || Arrays.binarySearch(named, scope) >= 0) {
      inScope(call, at, what, how, scope);
    }
  }

  private void inScope(int call, double at, Impact what, Reason how, int journey) {
    arrivals.offer(at, ripple.caller[call], what, journey, 1, fact, how, ripple.link[call], 0);
  }

  // ---- S6: routers in front of fleets that depend on it

  private void healthChecksFail() {
    for (Edge call : ripple.checkedCalls[node]) {
      int fleet = call.from().index();
      if (t <= removed[fleet]) {
        removed[fleet] = t;
        for (Edge route : ripple.routed[fleet]) {
          toEverybody(
              t + detection,
              route.from().index(),
              Impact.ERR,
              Reason.FLEET_REMOVED,
              route.index(),
              0);
        }
      }
    }
  }

  // ---- A2: brokers that deliver to it

  private void consumerOut() {
    for (Edge delivery : ripple.deliveriesTo[node]) {
      Node broker = delivery.from();
      double in = ripple.load.inflow(broker);
      double own = impact == Impact.SLOW ? known(delivery.to().capacity()) / factor : 0;
      double others = broker.kind() == ComponentKind.QUEUE ? otherConsumers(broker) : 0;
      double out = own + others;
      if (out >= in && out > 0) {
        if (others > 0) {
          shields.hold(broker, Absorber.Kind.OTHER_CONSUMERS, t, Double.POSITIVE_INFINITY);
        } else {
          shields.hold(delivery.to(), Absorber.Kind.POOL, t, Double.POSITIVE_INFINITY);
        }
        continue;
      }
      double rest = in - out;
      int who = broker.index();
      int edge = delivery.index();
      toEverybody(t, who, Impact.BACKLOG, Reason.BUFFERS, edge, rest);
      if (!Double.isNaN(broker.buffer()) && rest > 0) {
        toEverybody(
            t + broker.buffer() / rest * 1e3, who, Impact.FULL, Reason.BUFFER_FULL, edge, rest);
      }
      if (!Double.isNaN(broker.retention())) {
        double unread = broker.retention() * (rest > 0 ? in / rest : 1);
        toEverybody(t + unread, who, Impact.LOSS, Reason.EXPIRES, edge, rest);
      }
    }
  }

  private double otherConsumers(Node broker) {
    double sum = 0;
    for (Edge delivery : ripple.feeds[broker.index()]) {
      if (delivery.mode() == LinkMode.DELIVER && delivery.to().index() != node) {
        sum += known(delivery.to().capacity());
      }
    }
    return sum;
  }

  private static double known(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  // ---- A3, C1: those who get data or configuration from it

  private void feedsStop() {
    for (Edge feed : ripple.feeds[node]) {
      int who = feed.to().index();
      switch (feed.mode()) {
        case DELIVER, REPLICATE ->
            toEverybody(t, who, Impact.STALE, Reason.NOTHING_NEW, feed.index(), 0);
        case CONFIG -> {
          if (feed.isAbsorbable()) {
            toEverybody(t, who, Impact.STALE, Reason.LAST_CONFIG, feed.index(), 0);
            shields.hold(
                feed,
                feed.fallback() == Fallback.LAST_GOOD ? Absorber.Kind.LAST_GOOD : absorbing(feed),
                t);
          } else {
            double period = Double.isNaN(feed.period()) ? USUAL_PERIOD : feed.period();
            toEverybody(t + period, who, Impact.ERR, Reason.NO_CONFIG, feed.index(), 0);
          }
        }
        case SYNC, SEND, PROBE -> {}
      }
    }
  }

  // ---- the result

  private RippleResult result() {
    Fact[] facts = new Fact[arrivals.recordedCount()];
    for (int n = 0; n < facts.length; n++) {
      int candidate = arrivals.recorded(n);
      int cause = arrivals.cause(candidate);
      int edge = arrivals.edge(candidate);
      int inScope = arrivals.scope(candidate);
      @Nullable Fact before = cause == NONE ? null : facts[arrivals.number(cause)];
      @Nullable Edge carrier = edge == NONE ? null : ripple.graph.edges().get(edge);
      facts[n] =
          new Fact(
              arrivals.time(candidate),
              ripple.graph.nodes().get(arrivals.node(candidate)),
              arrivals.impact(candidate),
              inScope == EVERYBODY ? Fact.EVERYBODY : ripple.scopes[inScope],
              why(candidate),
              before,
              carrier,
              arrivals.factor(candidate));
    }
    return new Outcomes(ripple, arrivals, facts, shields).result(injection);
  }
}

package dev.stillwater.analysis.ripple;

import static dev.stillwater.analysis.ripple.Trace.NONE;
import static dev.stillwater.model.ComponentKind.DNS_CDN;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Progress;
import dev.stillwater.model.Admission;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Overflow;
import dev.stillwater.model.Replication;
import dev.stillwater.model.Settings;
import dev.stillwater.model.Timespan;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/// One run of a [Ripple]: takes facts in the order of time and offers what each of them does to its
/// neighbours. The transfers carry the names of ripple.md.
final class Spread {
  /// Milliseconds until a consumer without a declared period reads its configuration again.
  private static final double USUAL_PERIOD = 60_000;

  /// No component gets slower than this by waiting; keeps absurd products finite.
  private static final double SLOWEST = 1e12;

  private static final double FOREVER = Double.POSITIVE_INFINITY;

  final Ripple ripple;
  final Arrivals arrivals;
  final Shields shields;
  final double detection;
  final double mttr;
  private final Injection injection;

  /// The components that were made to fail.
  private final BitSet failing = new BitSet();

  private final Sentences sentences;
  private final Messages messages;
  private final double minShare;

  /// When a router first took a fleet out; empty while none did.
  private double[] removed = {};

  /// When a caller began to use another path, by call.
  private final Map<Integer, Double> fallenBack = new HashMap<>();

  // The fact at work.
  private int fact = NONE;
  private int node;
  private Impact impact = Impact.SILENT;
  private double t;
  private double factor = 1;

  /// Whether what it does to everybody is still to be said.
  private boolean fresh;

  /// @param arrivals left from another run of the same ripple, or new
  /// @param shields told what absorbs
  Spread(Ripple ripple, Injection injection, Arrivals arrivals, Shields shields) {
    this.ripple = ripple;
    this.injection = injection;
    this.sentences = new Sentences(ripple.graph, ripple.load, injection);
    this.arrivals = arrivals;
    this.shields = shields;
    this.minShare = ripple.graph.design().setting(Settings.MIN_SHARE);
    this.detection = ripple.graph.design().setting(Settings.DETECTION).millis();
    this.mttr = ripple.graph.design().setting(Settings.MTTR).millis();
    this.messages = new Messages(this);
    for (String target : injection.targets()) {
      ripple.graph.findNode(target).ifPresent(found -> failing.set(found.index()));
    }
    arrivals.begin(candidate -> sentences.of(arrivals, candidate));
  }

  int node() {
    return node;
  }

  double t() {
    return t;
  }

  Impact impact() {
    return impact;
  }

  double factor() {
    return factor;
  }

  Reason reason() {
    return arrivals.reason(fact);
  }

  /// Runs to the end; what happened stands in the arrivals.
  ///
  /// @param progress asked at each fact whether to go on
  void follow(Progress progress) {
    new Onset(this, injection).begin();
    for (fact = arrivals.next(); fact != NONE; fact = arrivals.next()) {
      progress.check();
      node = arrivals.node(fact);
      impact = arrivals.impact(fact);
      t = arrivals.time(fact);
      factor = arrivals.factor(fact);
      fresh = arrivals.isFirst(fact);
      spread();
    }
  }

  private boolean isForEverybody() {
    return fact == NONE || arrivals.isForEverybody(fact);
  }

  private void spread() {
    switch (impact) {
      case SILENT, ERR -> {
        callers();
        otherPathIsGone();
        if (fresh) {
          consumerOut();
          feedsStop();
          if (ripple.watches[node]) {
            toEverybody(t, node, Impact.BLIND, Reason.BLIND, NONE, 0);
          }
          if (arrivals.reason(fact) == Reason.BAD_CONFIG) {
            new Rollouts(this).handOn();
          }
        }
        if (isForEverybody()) {
          healthChecksFail();
        }
      }
      case SLOW -> {
        callers();
        consumerOut();
        messages.redelivered();
      }
      case OVERLOAD -> overloaded();
      case DUP, REORDER, LOSS -> {
        if (fresh) {
          messages.spread();
        }
      }
      case DEGRADED -> {
        if (arrivals.reason(fact) == Reason.ONE_REPLICA) {
          someCallsFail();
        }
      }
      case FULL -> {
        callers();
        if (ripple.graph.nodes().get(node).overflow() == Overflow.DROP_OLDEST) {
          toEverybody(t, node, Impact.LOSS, Reason.DROPS, NONE, 0);
        }
      }
      case BACKLOG, STALE, BLIND -> {}
    }
  }

  void toEverybody(double at, int who, Impact what, Reason how, int edge, double much) {
    arrivals.offer(at, who, what, 1, fact, how, edge, much);
  }

  // ---- S1–S4, A1: those who call or send

  private void callers() {
    for (int call = ripple.start[node]; call < ripple.start[node + 1]; call++) {
      caller(call);
    }
  }

  private void caller(int call) {
    if ((ripple.flags[call] & (Ripple.SEND | Ripple.OUTBOX)) == (Ripple.SEND | Ripple.OUTBOX)) {
      outbox(call);
      return;
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
        switch (ripple.graph.nodes().get(node).overflow()) {
          case BLOCK -> silent(call);
          case REJECT -> refused(call);
          case DROP_OLDEST -> {}
        }
      }
      case DEGRADED, BACKLOG, LOSS, STALE, DUP, REORDER, OVERLOAD, BLIND -> {}
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
        boolean hasPath = ripple.otherPath[call] != NONE;
        if ((!hasPath || takesOtherPath(call, t + delay)) && fresh) {
          toEverybody(t + delay, who, Impact.DEGRADED, Reason.FALLS_BACK, ripple.link[call], 0);
          shields.hold(edge(call), absorbing(edge(call)), t + delay);
        }
        if (fresh) {
          holdsTheLine(call, t + delay, silent);
          cacheAnswers(call);
        }
      }
      case GIVES_UP -> {
        inScopes(call, t + delay, Impact.ERR, Reason.GIVES_UP);
        if (fresh) {
          holdsTheLine(call, t + delay, silent);
          cacheAnswers(call);
        }
      }
    }
  }

  /// Whether the component that the caller falls back on is alive and has room for any of the
  /// journeys; those for whom it is not get errors. Where it has no room the attempt overloads it.
  private boolean takesOtherPath(int call, double at) {
    int path = ripple.otherPath[call];
    if (arrivals.isKnown(path, Impact.SILENT) || arrivals.isKnown(path, Impact.ERR)) {
      inScopes(call, at, Impact.ERR, Reason.NO_OTHER_PATH);
      return false;
    }
    if (!isForEverybody() && arrivals.reachFailing(fact, path)) {
      if (passes(call)) {
        offerToReached(call, at, Impact.ERR, Reason.NO_OTHER_PATH);
      }
      if (!arrivals.reachWorking(fact, path)) {
        return false;
      }
    }
    if (ripple.isTooSmall(call)) {
      double much = ripple.offered[call];
      toEverybody(at, path, Impact.OVERLOAD, Reason.SHIFTED, ripple.link[call], much);
      inScopes(call, at, Impact.ERR, Reason.NO_OTHER_PATH);
      return false;
    }
    fallenBack.merge(call, at, Math::min);
    return true;
  }

  /// Those who fell back on it give up.
  private void otherPathIsGone() {
    for (int call : ripple.fallingBackOn[node]) {
      Double since = fallenBack.get(call);
      if (since != null) {
        double at = Math.max(t, since);
        inScopes(call, at, Impact.ERR, Reason.NO_OTHER_PATH);
        shields.giveWay(edge(call), at);
      }
    }
  }

  /// What was cached is still answered for as long as it may be.
  private void cacheAnswers(int call) {
    if (!shields.areWanted()) {
      return;
    }
    int cache = ripple.cache[call];
    if (cache == NONE && ripple.graph.nodes().get(ripple.caller[call]).kind() == DNS_CDN) {
      cache = ripple.caller[call];
    }
    if (cache != NONE && !arrivals.isKnown(cache, Impact.SILENT)) {
      Node keeper = ripple.graph.nodes().get(cache);
      double lifetime = keeper.held(ComponentAttributes.TTL).map(Timespan::millis).orElse(FOREVER);
      shields.hold(keeper, Absorber.Kind.CACHE, t, lifetime);
    }
  }

  private void poolFills(int call, double at, double held) {
    int who = ripple.caller[call];
    toEverybody(at, who, Impact.SILENT, Reason.POOL_FILLS, ripple.link[call], held);
  }

  /// Notes what keeps the caller from running out of workers.
  private void holdsTheLine(int call, double until, boolean silent) {
    if (!shields.areWanted()) {
      return;
    }
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
    arrivals.offer(t, who, what, slower, fact, Reason.WAITS, ripple.link[call], held);
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
    if (passes(call)) {
      if (ripple.journeys[call].length == 0 && isForEverybody()) {
        toEverybody(at, ripple.caller[call], what, how, ripple.link[call], 0);
      } else {
        arrivals.reach(fact);
        offerToReached(call, at, what, how);
      }
    }
  }

  /// Whether a call passes anything on: what no journey names is passed on by all but clients.
  private boolean passes(int call) {
    return ripple.journeys[call].length > 0 || (ripple.flags[call] & Ripple.FROM_EDGE) == 0;
  }

  private void offerToReached(int call, double at, Impact what, Reason how) {
    arrivals.keepReached(ripple.journeys[call]);
    arrivals.offerToReached(at, ripple.caller[call], what, fact, how, ripple.link[call], 0);
  }

  // ---- S5: one replica of a fleet, and what is left of it

  /// Those who call it directly reach the lost replica until it is back.
  private void someCallsFail() {
    double share = arrivals.amount(fact);
    for (int call = ripple.start[node]; call < ripple.start[node + 1]; call++) {
      Edge edge = edge(call);
      if (!Onset.isBalanced(edge) && !edge.isAbsorbable()) {
        int who = ripple.caller[call];
        toEverybody(t, who, Impact.DEGRADED, Reason.ONE_REPLICA_CALLED, edge.index(), share);
      }
    }
  }

  /// What is offered more than it can serve answers nobody, or refuses; what only takes messages
  /// falls behind.
  private void overloaded() {
    Node target = ripple.graph.nodes().get(node);
    boolean isCalled = false;
    for (int call = ripple.start[node]; call < ripple.start[node + 1]; call++) {
      isCalled |= ripple.load.rate(edge(call)) > 0;
    }
    if (isCalled || arrivals.reason(fact) == Reason.SHIFTED) {
      boolean refuses = target.admission() != Admission.NONE;
      Impact what = refuses ? Impact.ERR : Impact.SILENT;
      toEverybody(t, node, what, Reason.OVERLOAD, NONE, 0);
      if (refuses) {
        shields.hold(target, Absorber.Kind.ADMISSION, t, FOREVER);
      }
    } else {
      for (Edge delivery : ripple.deliveriesTo[node]) {
        deliveryStops(delivery, arrivals.amount(fact), false);
      }
    }
  }

  // ---- S6: routers in front of fleets that depend on it

  private void healthChecksFail() {
    for (Edge call : ripple.checkedCalls[node]) {
      healthCheckFails(call);
    }
  }

  private void healthCheckFails(Edge call) {
    int fleet = call.from().index();
    if (removed.length == 0) {
      removed = new double[ripple.response.length];
      Arrays.fill(removed, FOREVER);
    }
    if (t > removed[fleet]) {
      return;
    }
    removed[fleet] = t;
    for (Edge route : ripple.routed[fleet]) {
      Node router = route.from();
      if (!call.from().hasDeepHealthCheck()) {
        shields.hold(call.from(), Absorber.Kind.SHALLOW_HEALTH_CHECK, t, FOREVER);
      } else if (router.failsOpen()) {
        shields.hold(router, Absorber.Kind.FAIL_OPEN, t + detection, FOREVER);
      } else {
        double at = t + detection;
        toEverybody(at, router.index(), Impact.ERR, Reason.FLEET_REMOVED, route.index(), 0);
      }
    }
  }

  // ---- A2: brokers that deliver to it

  private void consumerOut() {
    for (Edge delivery : ripple.deliveriesTo[node]) {
      double own = impact == Impact.SLOW ? known(delivery.to().capacity()) / factor : 0;
      deliveryStops(delivery, own, impact == Impact.ERR);
    }
  }

  /// @param own messages per second that the consumer still takes
  /// @param fails whether it takes them and answers with errors
  private void deliveryStops(Edge delivery, double own, boolean fails) {
    Node broker = delivery.from();
    double in = ripple.load.inflow(broker);
    double others = broker.kind() == ComponentKind.QUEUE ? otherConsumers(delivery) : 0;
    double out = own + others;
    if (out >= in && out > 0) {
      if (others > 0) {
        shields.hold(broker, Absorber.Kind.OTHER_CONSUMERS, t, FOREVER);
      } else {
        shields.hold(delivery.to(), Absorber.Kind.POOL, t, FOREVER);
      }
      return;
    }
    double rest = in - out;
    int edge = delivery.index();
    if (fails && messages.deadLetters(delivery, rest)) {
      return;
    }
    int who = broker.index();
    toEverybody(t, who, Impact.BACKLOG, Reason.BUFFERS, edge, rest);
    if (!Double.isNaN(broker.buffer()) && rest > 0) {
      double full = t + broker.buffer() / rest * 1e3;
      toEverybody(full, who, Impact.FULL, Reason.BUFFER_FULL, edge, rest);
    }
    if (!Double.isNaN(broker.retention())) {
      double unread = broker.retention() * (rest > 0 ? in / rest : 1);
      toEverybody(t + unread, who, Impact.LOSS, Reason.EXPIRES, edge, rest);
    }
  }

  /// What the other consumers of a queue can take, as long as they were not made to fail as well.
  private double otherConsumers(Edge stopped) {
    double sum = 0;
    for (Edge delivery : ripple.feeds[stopped.from().index()]) {
      if (delivery.mode() == LinkMode.DELIVER
          && delivery.to() != stopped.to()
          && !failing.get(delivery.to().index())) {
        sum += known(delivery.to().capacity());
      }
    }
    return sum;
  }

  private static double known(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  // ---- A3, C1, R1: those who get data or configuration from it

  private void feedsStop() {
    for (Edge feed : ripple.feeds[node]) {
      feedStops(feed);
      if (feed.mode() == LinkMode.REPLICATE && impact == Impact.SILENT) {
        primaryIsLost(feed);
      }
    }
  }

  private void feedStops(Edge feed) {
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

  /// R1: what was not copied before the primary was lost is gone; with a synchronous copy nothing.
  private void primaryIsLost(Edge copy) {
    switch (copy.from().held(ComponentAttributes.REPLICATION).orElse(Replication.NONE)) {
      case ASYNC -> toEverybody(t, copy.to().index(), Impact.LOSS, Reason.LAG, copy.index(), 0);
      case SYNC, QUORUM ->
          Stores.failover(copy.from(), mttr)
              .ifPresent(
                  time -> shields.hold(copy.to(), Absorber.Kind.FAILOVER, t + time, FOREVER));
      case NONE -> {}
    }
  }

  // ---- P1: a link is cut, and both of its ends are alive

  /// For those who use the link its other end is gone.
  void cut(Edge edge) {
    fact = NONE;
    node = edge.to().index();
    impact = Impact.SILENT;
    t = 0;
    factor = 1;
    fresh = true;
    switch (edge.mode()) {
      case SYNC -> {
        caller(ripple.callOf[edge.index()]);
        if (Ripple.isChecked(edge)) {
          healthCheckFails(edge);
        }
      }
      case SEND -> caller(ripple.callOf[edge.index()]);
      case DELIVER -> {
        deliveryStops(edge, 0, false);
        feedStops(edge);
      }
      case REPLICATE, CONFIG -> feedStops(edge);
      case PROBE ->
          toEverybody(0, edge.from().index(), Impact.BLIND, Reason.BLIND, edge.index(), 0);
    }
  }
}

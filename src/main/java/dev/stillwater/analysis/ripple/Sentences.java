package dev.stillwater.analysis.ripple;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Load;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Settings;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// The sentence of each fact: why it holds, with its numbers and their units.
final class Sentences {
  private final DependencyGraph graph;
  private final Load load;
  private final Injection injection;

  Sentences(DependencyGraph graph, Load load, Injection injection) {
    this.graph = graph;
    this.load = load;
    this.injection = injection;
  }

  /// A fact that follows from no other, and came along a link, is the work of a partition.
  String of(Trace facts, int candidate) {
    boolean isCut =
        injection.how() == Failure.PARTITION
            && facts.cause(candidate) == Trace.NONE
            && facts.edge(candidate) != Trace.NONE
            && facts.reason(candidate) != Reason.PARTLY_CUT;
    return isCut
        ? beyond(facts, candidate) + " is out of reach: " + plain(facts, candidate)
        : plain(facts, candidate);
  }

  private String plain(Trace facts, int candidate) {
    String me = graph.nodes().get(facts.node(candidate)).id();
    double amount = facts.amount(candidate);
    return switch (facts.reason(candidate)) {
      case CRASH -> "all replicas of " + me + " stop answering";
      case ERROR -> me + " answers every request with an error";
      case GREY -> me + " answers " + factor(graph.design().setting(Settings.GREY)) + "x slower";
      case OVERLOAD -> me + " is offered more than its capacity";
      case OUTBOX -> me + " keeps messages in its outbox";
      case POOL_FILLS -> poolFills(edge(facts, candidate), amount);
      case WAITS_FOREVER -> me + " waits forever on " + beyond(facts, candidate);
      case WAITS -> me + " waits " + decimal(amount / 1e3, 1) + " s on " + beyond(facts, candidate);
      case FALLS_BACK -> me + " uses " + fallback(edge(facts, candidate));
      case GIVES_UP ->
          me
              + " returns errors "
              + decimal((facts.time(candidate) - since(facts, candidate)) / 1e3, 1)
              + " s later";
      case FLEET_REMOVED ->
          me
              + " removes every "
              + edge(facts, candidate).to().id()
              + " replica: deep health check fails fleet-wide";
      case BUFFERS -> me + " buffers " + decimal(amount, 0) + " msg/s";
      case BUFFER_FULL ->
          me
              + " is full after "
              + decimal(graph.nodes().get(facts.node(candidate)).buffer() / amount, 0)
              + " s";
      case EXPIRES -> "oldest messages in " + me + " expire";
      case DROPS -> me + " is full and drops its oldest messages";
      case NOTHING_NEW -> me + " receives nothing new";
      case LAST_CONFIG -> me + " keeps its last good configuration";
      case NO_CONFIG -> me + " cannot load configuration";
      case LAST_REPLICA -> "the only replica of " + me + " stops answering";
      case ONE_REPLICA ->
          "one replica of "
              + me
              + " stops answering: "
              + (amount < 1 ? share(amount) : "some")
              + " of its requests fail until it is taken out";
      case ONE_REPLICA_CALLED ->
          share(amount) + " of the calls of " + me + " to " + beyond(facts, candidate) + " fail";
      case FAILS_OVER ->
          me + " loses its primary and takes no writes for " + decimal(amount / 1e3, 0) + " s";
      case NO_PRIMARY -> me + " loses its primary and no replica takes its place by itself";
      case LAG ->
          facts.edge(candidate) == Trace.NONE
              ? me + " loses the writes that were not copied yet"
              : me + " never gets the last writes of " + edge(facts, candidate).from().id();
      case SPLIT_BRAIN ->
          me + " takes writes on both sides: a replica is promoted and nothing fences the old one";
      case ZONE_GONE -> zoneGone(graph.nodes().get(facts.node(candidate)));
      case REDUCED ->
          me + " has " + decimal(amount, 0) + " req/s left for " + inflow(facts, candidate);
      case SHIFTED ->
          me
              + " is offered "
              + decimal(amount, 0)
              + " req/s by those who fall back on it, and can serve "
              + decimal(graph.nodes().get(facts.node(candidate)).capacity(), 0);
      case NO_OTHER_PATH ->
          me
              + " cannot fall back on "
              + edge(facts, candidate).held(LinkAttributes.FALLBACK_TO)
              + " and returns errors";
      case BAD_CONFIG ->
          me + " fails on the configuration that " + beyond(facts, candidate) + " hands out";
      case BAD_CONFIG_BEGINS ->
          me + " has the configuration of " + beyond(facts, candidate) + " in its first zone";
      case PARTLY_CUT ->
          share(amount) + " of the calls of " + me + " to " + beyond(facts, candidate) + " fail";
      case REPEATS -> me + " hands messages over twice";
      case SWAPS -> me + " hands messages over out of order";
      case LOSES -> me + " loses messages";
      case TWICE -> me + " gets messages of " + beyond(facts, candidate) + " twice";
      case OVERTAKEN -> me + " gets messages of " + beyond(facts, candidate) + " out of order";
      case NEVER -> me + " never gets messages of " + beyond(facts, candidate);
      case OLD_WINS ->
          me + " keeps an old state of " + beyond(facts, candidate) + ": the last to arrive wins";
      case REDELIVERED ->
          me
              + " works "
              + decimal(amount / 1e3, 1)
              + " s on a message, longer than "
              + beyond(facts, candidate)
              + " hides it, and gets it again";
      case DEAD_LETTERS ->
          decimal(amount, 0)
              + " msg/s of "
              + edge(facts, candidate).from().id()
              + " are put aside in "
              + me;
      case DISCARDED -> me + " discards messages that failed too often";
      case BLIND -> me + " sees nothing: nobody watches what it watches";
    };
  }

  private String zoneGone(Node node) {
    String zone = injection.target();
    return node.zones().size() > 1 && !node.isRedundant()
        ? "the only replica of " + node + " may run in " + zone
        : "all that runs of " + node + " runs in " + zone;
  }

  /// The other end of the link that a fact came along, else where its cause was.
  private String beyond(Trace facts, int candidate) {
    if (facts.edge(candidate) == Trace.NONE) {
      return id(facts, facts.cause(candidate));
    }
    Edge edge = edge(facts, candidate);
    Node me = graph.nodes().get(facts.node(candidate));
    return (edge.to() == me ? edge.from() : edge.to()).id();
  }

  private static double since(Trace facts, int candidate) {
    int cause = facts.cause(candidate);
    return cause == Trace.NONE ? 0 : facts.time(cause);
  }

  private String inflow(Trace facts, int candidate) {
    return decimal(load.inflow(graph.nodes().get(facts.node(candidate))), 0) + " req/s";
  }

  private static String share(double fraction) {
    return decimal(fraction * 100, 0) + " %";
  }

  private Edge edge(Trace facts, int candidate) {
    return graph.edges().get(facts.edge(candidate));
  }

  private String id(Trace facts, int candidate) {
    return graph.nodes().get(facts.node(candidate)).id();
  }

  private String poolFills(Edge edge, double hold) {
    Node caller = edge.from();
    double carried = WorkerDemand.carried(load, edge);
    double fill = caller.pool() / carried * 1e3;
    String held =
        hold < Double.POSITIVE_INFINITY
            ? decimal(hold / 1e3, 1) + " s"
            : Double.isInfinite(edge.timeout()) ? "no timeout" : "unbounded retries";
    return caller.id()
        + ": "
        + decimal(caller.pool(), 0)
        + " workers fill in "
        + decimal(Math.min(fill, hold) / 1e3, 1)
        + " s ("
        + decimal(carried, 0)
        + " req/s x "
        + held
        + " held per call)";
  }

  private static String fallback(Edge edge) {
    return edge.fallback() == Fallback.NONE ? "its soft-dependency path" : edge.fallback().name();
  }

  private static String factor(double factor) {
    return BigDecimal.valueOf(factor).stripTrailingZeros().toPlainString();
  }

  /// A number with so many digits behind the point: the exact binary value, rounded half to even.
  static String decimal(double value, int digits) {
    double scaled = digits == 0 ? value : value * 10;
    if (value >= 0 && scaled < 1e9) {
      long whole = (long) scaled;
      double rest = scaled - whole;
      if (Math.abs(rest - 0.5) > 1e-6) {
        long rounded = rest > 0.5 ? whole + 1 : whole;
        return digits == 0 ? Long.toString(rounded) : rounded / 10 + "." + rounded % 10;
      }
    }
    return Double.isFinite(value)
        ? new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString()
        : "unlimited";
  }
}

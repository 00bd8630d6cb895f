package dev.stillwater.analysis.ripple;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Load;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.Settings;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// The sentence of each fact: why it holds, with its numbers and their units.
final class Sentences {
  private final DependencyGraph graph;
  private final Load load;

  Sentences(DependencyGraph graph, Load load) {
    this.graph = graph;
    this.load = load;
  }

  String of(Arrivals facts, int candidate) {
    String me = graph.nodes().get(facts.node(candidate)).id();
    int cause = facts.cause(candidate);
    double amount = facts.amount(candidate);
    return switch (facts.reason(candidate)) {
      case CRASH -> "all replicas of " + me + " stop answering";
      case ERROR -> me + " answers every request with an error";
      case GREY -> me + " answers " + factor(graph.design().setting(Settings.GREY)) + "x slower";
      case OVERLOAD -> me + " is offered more than its capacity";
      case OUTBOX -> me + " keeps messages in its outbox";
      case POOL_FILLS -> poolFills(edge(facts, candidate), amount);
      case WAITS_FOREVER -> me + " waits forever on " + id(facts, cause);
      case WAITS -> me + " waits " + decimal(amount / 1e3, 1) + " s on " + id(facts, cause);
      case FALLS_BACK -> me + " uses " + fallback(edge(facts, candidate));
      case GIVES_UP ->
          me
              + " returns errors "
              + decimal((facts.time(candidate) - facts.time(cause)) / 1e3, 1)
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
    };
  }

  private Edge edge(Arrivals facts, int candidate) {
    return graph.edges().get(facts.edge(candidate));
  }

  private String id(Arrivals facts, int candidate) {
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

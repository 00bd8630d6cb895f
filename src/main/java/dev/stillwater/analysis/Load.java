package dev.stillwater.analysis;

import dev.stillwater.model.LinkMode;
import java.util.List;

/// The requests per second on every link and component at peak.
///
/// A declared rate holds; any other is what flows into the caller × calls × misses of the cache in
/// front × the consumer's share of its queue (model.md, `rate`). Where links form a cycle that is
/// the least fixed point. A cycle that brings at least as many requests back as went in has none:
/// its links are cut, the smallest id first, until the rest settles, and count 0; in a cycle of
/// more than 500 links those that lead back are cut at once.
public final class Load {
  private final double[] rate;
  private final double[] inflow;
  private final List<Edge> cut;

  Load(double[] rate, double[] inflow, List<Edge> cut) {
    this.rate = rate;
    this.inflow = inflow;
    this.cut = cut;
  }

  public static Load of(DependencyGraph graph) {
    return of(graph, Progress.UNWATCHED);
  }

  /// @param progress asked all the time whether to go on
  /// @throws java.util.concurrent.CancellationException when it says no
  public static Load of(DependencyGraph graph, Progress progress) {
    return new LoadPass(graph, progress).run();
  }

  /// Whether requests flow along it: it is a call, a send or a delivery.
  static boolean carries(Edge edge) {
    return switch (edge.mode()) {
      case SYNC, SEND, DELIVER -> true;
      case CONFIG, PROBE, REPLICATE -> false;
    };
  }

  /// Requests or messages per second on a link, retries not counted.
  public double rate(Edge edge) {
    return rate[edge.index()];
  }

  /// Requests or messages per second into a component: calls, sends and deliveries together.
  public double inflow(Node node) {
    return inflow[node.index()];
  }

  /// The fraction of the caller's requests that use a call or send, at most 1; by the calls per
  /// request where nothing flows into the caller, as into a client.
  public double share(Edge edge) {
    if (edge.mode() != LinkMode.SYNC && edge.mode() != LinkMode.SEND) {
      return 1;
    }
    double in = inflow(edge.from());
    return Math.min(1, in > 0 ? rate(edge) / in : edge.calls());
  }

  /// The links that were cut because their cycle has no rate that settles, in the order of their
  /// ids; their rates are 0 and all that hangs on them is too low.
  public List<Edge> cut() {
    return cut;
  }
}

package dev.stillwater.analysis.ripple;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Load;

/// The workers that a caller needs while its calls along one link are held (S1 of ripple.md).
///
/// Little's law: λ·f·H for the held calls + λ·(1 − f)·own p99 for all other requests. Own p99 as
/// service time makes it an upper bound. Source: Site Reliability Engineering, ch. 22: 1,000
/// requests/s of which 5 % hang for 100 s need 5,000 + 95 threads of 1,000, goodput 19.6 %.
///
/// @param pool the workers there are; infinite when nothing limits them
/// @param held the workers that held calls keep; infinite when calls never end
/// @param others the workers that all other requests keep
public record WorkerDemand(double pool, double held, double others) {
  /// The demand on the caller of a link whose calls are held so many milliseconds each.
  public static WorkerDemand of(Load load, Edge edge, double millis) {
    double carried = carried(load, edge);
    return new WorkerDemand(
        edge.from().pool(), carried == 0 ? 0 : carried * millis / 1e3, others(load, edge));
  }

  public double needed() {
    return held + others;
  }

  public boolean exhausts() {
    return needed() > pool;
  }

  /// The fraction of requests that still find a worker.
  public double goodput() {
    return exhausts() ? pool / needed() : 1;
  }

  /// Requests per second of the caller, or what a client alone makes.
  private static double inflow(Load load, Edge edge) {
    double inflow = load.inflow(edge.from());
    return inflow > 0 ? inflow : load.rate(edge);
  }

  /// Calls per second along a link, counted once for each request of the caller that uses it.
  static double carried(Load load, Edge edge) {
    return inflow(load, edge) * load.share(edge);
  }

  static double others(Load load, Edge edge) {
    return inflow(load, edge) * (1 - load.share(edge)) * edge.from().own() / 1e3;
  }
}

package dev.stillwater.analysis.ripple;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.Reach;
import dev.stillwater.model.LinkMode;
import java.util.Arrays;

/// How many journeys the failure of each component can take down at the very most, whatever the
/// numbers say: a bound that costs one walk for each journey, and saves following failures that
/// never come near one.
///
/// Silence, errors and slowness go from a component to those who call it or send to it, to what
/// these fall back on and to those who fall back on it, to the brokers that deliver to it, and to
/// those who load their configuration from it ([Spread]; what happens to messages silences nobody).
/// A journey is down when its first callee or its client is silent or answers with errors. So the
/// walks go the other way, from there to everything whose failure can arrive.
final class Threats {
  private final Ripple ripple;
  private final int[] most;

  /// By component the last walk that came to it.
  private final int[] walk;

  private final int[] queue;
  private int queued;

  private Threats(Ripple ripple) {
    this.ripple = ripple;
    this.most = new int[ripple.response.length];
    this.walk = new int[most.length];
    this.queue = new int[most.length];
    Arrays.fill(walk, -1);
  }

  /// By the number of each component.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says so
  static int[] of(Ripple ripple, Progress progress) {
    Threats threats = new Threats(ripple);
    for (int journey = 0; journey < ripple.scopes.length; journey++) {
      Reach reach = ripple.graph.journeys().get(journey);
      if (!reach.isEmpty()) {
        threats.walk(reach.first(), journey, progress);
      }
    }
    return threats.most;
  }

  private void walk(Edge first, int journey, Progress progress) {
    queued = 0;
    visit(first.to().index(), journey);
    visit(first.from().index(), journey);
    for (int next = 0; next < queued; next++) {
      progress.check();
      int node = queue[next];
      for (Edge edge : ripple.graph.out(ripple.graph.nodes().get(node))) {
        switch (edge.mode()) {
          case SYNC, SEND -> {
            visit(edge.to().index(), journey);
            int path = ripple.otherPath[ripple.callOf[edge.index()]];
            if (path != Trace.NONE) {
              visit(path, journey);
            }
          }
          case DELIVER -> visit(edge.to().index(), journey);
          case CONFIG, PROBE, REPLICATE -> {}
        }
      }
      for (Edge edge : ripple.graph.in(ripple.graph.nodes().get(node))) {
        if (edge.mode() == LinkMode.CONFIG) {
          visit(edge.from().index(), journey);
        }
      }
      for (int call : ripple.fallingBackOn[node]) {
        visit(ripple.callee(call), journey);
      }
    }
  }

  private void visit(int node, int journey) {
    if (walk[node] != journey) {
      walk[node] = journey;
      most[node]++;
      queue[queued++] = node;
    }
  }
}

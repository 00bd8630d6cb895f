package dev.stillwater.rules.timeouts;

import dev.stillwater.analysis.Condensation;
import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/// Who calls whom in the end: which calls lie on one circle, and how long the least patient router
/// in front of a component waits. Both in O(components + links).
final class Callers {
  private final Condensation circles;

  /// By component, the shortest limit of the routers that call it, directly or through others.
  private final double[] limits;

  private Callers(Condensation circles, double[] limits) {
    this.circles = circles;
    this.limits = limits;
  }

  static Callers of(DependencyGraph graph) {
    Edge[] calls = graph.edges().stream().filter(Edge::isSync).toArray(Edge[]::new);
    int[] from = Arrays.stream(calls).mapToInt(edge -> edge.from().index()).toArray();
    int[] to = Arrays.stream(calls).mapToInt(edge -> edge.to().index()).toArray();
    return new Callers(Condensation.of(graph.nodes().size(), from, to), limits(graph));
  }

  /// Walks down from the routers, the least patient first, so that each component is met first by
  /// the one that counts.
  private static double[] limits(DependencyGraph graph) {
    double[] limits = new double[graph.nodes().size()];
    Arrays.fill(limits, Double.POSITIVE_INFINITY);
    List<Node> routers =
        graph.nodes().stream()
            .filter(node -> Double.isFinite(node.limit()))
            .sorted(Comparator.comparingDouble(Node::limit))
            .toList();
    Deque<Node> open = new ArrayDeque<>();
    for (Node router : routers) {
      open.add(router);
      while (!open.isEmpty()) {
        for (Edge edge : graph.out(open.remove())) {
          if (edge.isSync() && router.limit() < limits[edge.to().index()]) {
            limits[edge.to().index()] = router.limit();
            open.add(edge.to());
          }
        }
      }
    }
    return limits;
  }

  /// Whether a call and one that its callee makes lie on one circle of calls.
  boolean areInOneCircle(Edge outer, Edge inner) {
    int circle = circles.componentOf(outer.to().index());
    return circles.componentOf(outer.from().index()) == circle
        && circles.componentOf(inner.to().index()) == circle;
  }

  /// Milliseconds after which some router in front of a component has given up; infinite where none
  /// does.
  double limit(Node component) {
    return limits[component.index()];
  }
}

package dev.stillwater.analysis.ripple;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Gathers the absorbers of one run, each once, from when it first holds.
final class Shields {
  private final int[] ofEdge;
  private final int[] ofNode;
  private final List<Absorber> absorbers = new ArrayList<>();

  Shields(DependencyGraph graph) {
    this.ofEdge = new int[graph.edges().size()];
    this.ofNode = new int[graph.nodes().size()];
  }

  void hold(Edge edge, Absorber.Kind kind, double t) {
    int bit = 1 << kind.ordinal();
    if ((ofEdge[edge.index()] & bit) == 0) {
      ofEdge[edge.index()] |= bit;
      absorbers.add(new Absorber(edge.subject(), true, kind, t, Double.POSITIVE_INFINITY));
    }
  }

  void hold(Node node, Absorber.Kind kind, double t, double holds) {
    int bit = 1 << kind.ordinal();
    if ((ofNode[node.index()] & bit) == 0) {
      ofNode[node.index()] |= bit;
      absorbers.add(new Absorber(node.subject(), node.impliedBy().isPresent(), kind, t, holds));
    }
  }

  /// All of them in the order of time, then element, then kind; both halves of a link are one.
  List<Absorber> inOrder() {
    absorbers.sort(
        Comparator.comparingDouble(Absorber::t)
            .thenComparing(Absorber::element)
            .thenComparing(Absorber::onLink)
            .thenComparing(Absorber::kind));
    Set<Absorber> seen = new HashSet<>();
    return absorbers.stream()
        .filter(absorber ->
            seen.add(new Absorber(absorber.element(), absorber.onLink(), absorber.kind(), 0, 0)))
        .toList();
  }
}

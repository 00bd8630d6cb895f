package dev.stillwater.analysis.ripple;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Gathers the absorbers of one run, each once, from when it first holds.
final class Shields {
  private final boolean wanted;
  private final int[] ofEdge;
  private final int[] ofNode;
  private final List<Absorber> absorbers = new ArrayList<>();

  /// Where the fallback of a link stands among them.
  private final Map<Integer, Integer> fallbacks = new HashMap<>();

  /// Gathers nothing.
  Shields() {
    this.wanted = false;
    this.ofEdge = new int[0];
    this.ofNode = new int[0];
  }

  Shields(DependencyGraph graph) {
    this.wanted = true;
    this.ofEdge = new int[graph.edges().size()];
    this.ofNode = new int[graph.nodes().size()];
  }

  boolean areWanted() {
    return wanted;
  }

  void hold(Edge edge, Absorber.Kind kind, double t) {
    hold(edge, kind, t, Double.POSITIVE_INFINITY);
  }

  void hold(Edge edge, Absorber.Kind kind, double t, double holds) {
    int bit = 1 << kind.ordinal();
    if (wanted && (ofEdge[edge.index()] & bit) == 0 && t < Double.POSITIVE_INFINITY) {
      ofEdge[edge.index()] |= bit;
      if (kind == Absorber.Kind.FALLBACK) {
        fallbacks.put(edge.index(), absorbers.size());
      }
      absorbers.add(new Absorber(edge.subject(), true, kind, t, holds));
    }
  }

  void hold(Node node, Absorber.Kind kind, double t, double holds) {
    int bit = 1 << kind.ordinal();
    if (wanted && (ofNode[node.index()] & bit) == 0 && t < Double.POSITIVE_INFINITY) {
      ofNode[node.index()] |= bit;
      absorbers.add(new Absorber(node.subject(), node.impliedBy().isPresent(), kind, t, holds));
    }
  }

  /// A fallback that held and does so no longer.
  void giveWay(Edge edge, double t) {
    Integer at = fallbacks.get(edge.index());
    if (at != null) {
      Absorber held = absorbers.get(at);
      double holds = Math.min(held.holds(), t - held.t());
      absorbers.set(at, new Absorber(held.element(), true, held.kind(), held.t(), holds));
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
        .filter(absorber -> absorber.holds() > 0)
        .filter(absorber ->
            seen.add(new Absorber(absorber.element(), absorber.onLink(), absorber.kind(), 0, 0)))
        .toList();
  }
}

package dev.stillwater.rules.operations;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.Fallback;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/// What components cannot work without: callees and brokers behind hard links without a fallback,
/// sources of configuration without a fallback, and brokers that deliver to them.
final class HardNeeds {
  private final DependencyGraph graph;

  HardNeeds(DependencyGraph graph) {
    this.graph = graph;
  }

  /// Everything that some components need, and what that needs, and so on; they themselves only
  /// where something needs them.
  Set<Node> of(Collection<Node> start) {
    return follow(start, true);
  }

  /// Everything that needs one of these, directly or not.
  Set<Node> whoNeeds(Collection<Node> start) {
    return follow(start, false);
  }

  private Set<Node> follow(Collection<Node> start, boolean forward) {
    Set<Node> seen = new LinkedHashSet<>();
    Deque<Node> open = new ArrayDeque<>(start);
    while (!open.isEmpty()) {
      Node node = open.pop();
      for (Edge edge : graph.out(node)) {
        if (forward ? isHardUse(edge) : isFeed(edge)) {
          visit(edge.to(), seen, open);
        }
      }
      for (Edge edge : graph.in(node)) {
        if (forward ? isFeed(edge) : isHardUse(edge)) {
          visit(edge.from(), seen, open);
        }
      }
    }
    return seen;
  }

  private static void visit(Node node, Set<Node> seen, Deque<Node> open) {
    if (seen.add(node)) {
      open.push(node);
    }
  }

  /// Whether the caller cannot do without the callee.
  static boolean isHardUse(Edge edge) {
    return switch (edge.mode()) {
      case SYNC, SEND -> !edge.isSoft() && edge.fallback() == Fallback.NONE;
      case DELIVER, CONFIG, PROBE, REPLICATE -> false;
    };
  }

  /// Whether the receiver cannot do without the source.
  private static boolean isFeed(Edge edge) {
    return switch (edge.mode()) {
      case DELIVER -> true;
      case CONFIG -> edge.fallback() == Fallback.NONE;
      case SYNC, SEND, PROBE, REPLICATE -> false;
    };
  }
}

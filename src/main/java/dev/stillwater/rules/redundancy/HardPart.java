package dev.stillwater.rules.redundancy;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.Timespan;
import dev.stillwater.rules.RuleContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a journey cannot do without: the components that its requests reach over calls and
/// hand-overs that are hard and have no fallback, each with the links by which they get there.
///
/// @param entered in the order of the journey
record HardPart(Map<Node, List<Edge>> entered) {
  static HardPart of(Reach reach) {
    Map<Node, List<Edge>> entered = new LinkedHashMap<>();
    Set<Node> reached = new HashSet<>();
    reached.add(reach.first().from());
    for (Edge edge : reach.edges()) {
      if (reached.contains(edge.from())
          && RuleContext.makesWait(edge)
          && !edge.isSoft()
          && edge.fallback() == Fallback.NONE) {
        reached.add(edge.to());
        entered.computeIfAbsent(edge.to(), node -> new ArrayList<>()).add(edge);
      }
    }
    return new HardPart(entered);
  }

  /// The components of which somebody said how available they are, in the order of the journey.
  List<Node> known() {
    return entered.keySet().stream().filter(node -> availability(node).isPresent()).toList();
  }

  /// The same, the least available first.
  List<Node> worstFirst() {
    return known().stream()
        .sorted(
            Comparator.comparingDouble((Node node) -> availability(node).orElseThrow())
                .thenComparing(Node::id))
        .toList();
  }

  /// The fraction of time that all of them are up, if they fail independently: ∏ availability.
  /// Those that declare none count as always up, so it is an upper bound.
  ///
  /// @param changed what holds instead of the declared value
  double product(Map<Node, Double> changed) {
    double product = 1;
    for (Node node : known()) {
      product *= changed.getOrDefault(node, availability(node).orElseThrow());
    }
    return product;
  }

  /// The declared fraction, or mtbf / (mtbf + mttr) where both are declared.
  static Optional<Double> availability(Node node) {
    Optional<Double> declared = node.held(ComponentAttributes.AVAILABILITY);
    return declared.isPresent()
        ? declared
        : node.held(ComponentAttributes.MTBF)
            .flatMap(up -> node.held(ComponentAttributes.MTTR).flatMap(down -> fraction(up, down)));
  }

  private static Optional<Double> fraction(Timespan up, Timespan down) {
    double whole = up.millis() + down.millis();
    return whole > 0 && Double.isFinite(whole)
        ? Optional.of(up.millis() / whole)
        : Optional.empty();
  }

  /// Links into a component whose caller can be taught to do without: it computes something itself.
  List<Edge> softenable(Node node) {
    return entered.getOrDefault(node, List.of()).stream()
        .filter(edge -> edge.from().kind().isCompute() && edge.impliedBy().isEmpty())
        .toList();
  }
}

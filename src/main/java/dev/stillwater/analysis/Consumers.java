package dev.stillwater.analysis;

import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.LinkMode;
import java.util.ArrayList;
import java.util.List;

/// Those who take messages from a broker, and how fast they are together.
///
/// The consumers of a queue compete, so their capacities add up, and one that is unknown makes the
/// sum unknown. A subscriber of a topic, stream, event bus or workflow gets every message, so the
/// slowest of those that are known counts.
///
/// @param deliveries the links by which they get messages, in the order of their ids
/// @param nodes the consumers, each once
/// @param inflow λ, messages per second into the broker
/// @param capacity μ, messages per second out of it; NaN when unknown
public record Consumers(
    Node broker, List<Edge> deliveries, List<Node> nodes, double inflow, double capacity) {
  public static Consumers of(DependencyGraph graph, Load load, Node broker) {
    List<Edge> deliveries = new ArrayList<>();
    for (Edge edge : graph.out(broker)) {
      if (edge.mode() == LinkMode.DELIVER) {
        deliveries.add(edge);
      }
    }
    List<Node> nodes = deliveries.stream().map(Edge::to).distinct().toList();
    double capacity =
        broker.kind() == ComponentKind.QUEUE && !nodes.isEmpty()
            ? nodes.stream().mapToDouble(Node::capacity).sum()
            : nodes.stream()
                .mapToDouble(Node::capacity)
                .filter(each -> !Double.isNaN(each))
                .min()
                .orElse(Double.NaN);
    return new Consumers(broker, List.copyOf(deliveries), nodes, load.inflow(broker), capacity);
  }

  /// Whether they share the messages, so that one can do the work of another.
  public boolean compete() {
    return broker.kind() == ComponentKind.QUEUE;
  }

  /// Whether messages flow and it is known how many can be taken.
  public boolean isKnown() {
    return inflow > 0 && !Double.isNaN(capacity);
  }

  /// Whether they take in at least as much as they can do: λ ≥ μ, so a backlog never drains.
  public boolean isOverloaded() {
    return isKnown() && inflow >= capacity;
  }

  /// Milliseconds until the backlog of an outage is worked off while new messages keep coming: λ·D
  /// / (μ − λ); infinite when nothing is to spare, NaN when it is unknown.
  public double drain(double outage) {
    if (!isKnown()) {
      return Double.NaN;
    }
    return isOverloaded() ? Double.POSITIVE_INFINITY : inflow * outage / (capacity - inflow);
  }
}

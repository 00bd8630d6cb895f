package dev.stillwater.edits;

import dev.stillwater.analysis.Consumers;
import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Load;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Edit;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The two ways to let consumers of a broker keep up, and catch up: more of them, or less for them
/// to do. Both aim at μ = 1.5 λ, which works off the backlog of an outage in twice its length.
public final class ConsumerPace {
  private static final double SPARE = 1.5;

  /// The most replicas that a design can declare.
  private static final double MOST_REPLICAS = 1e6;

  /// Rounding must not cost a replica.
  private static final double ROUNDING = 1e-12;

  private ConsumerPace() {}

  /// Makes consumers faster: of those that compete the one that gains most by a replica more,
  /// otherwise each that is too slow. Somebody else's system is asked for an agreement.
  public static Edit scale(Consumers consumers) {
    double wanted = SPARE * consumers.inflow();
    List<Growth> growths = new ArrayList<>();
    if (consumers.compete()) {
      Node best = best(consumers.nodes());
      growths.add(Growth.of(best, wanted - (consumers.capacity() - best.capacity())));
    } else {
      consumers.nodes().stream()
          .filter(node -> node.capacity() < wanted)
          .forEach(node -> growths.add(Growth.of(node, wanted)));
    }
    return new Bundle(
        "ScaleConsumers",
        consumers.broker().subject()
            + ", "
            + String.join(", ", growths.stream().map(Growth::argument).toList()),
        Words.capital(Words.list(growths.stream().map(Growth::title).toList())),
        growths.stream().map(Growth::edit).toList());
  }

  private static Node best(List<Node> nodes) {
    Node best = nodes.getFirst();
    for (Node node : nodes) {
      if (gain(node) > gain(best)) {
        best = node;
      }
    }
    return best;
  }

  /// Messages per second that one replica more brings; less than none where replicas are not ours.
  private static double gain(Node node) {
    return node.kind() == ComponentKind.EXTERNAL ? -1 : node.capacity() / node.replicas();
  }

  /// What one consumer needs to serve so many messages a second: replicas, or where these are not
  /// ours or serve nothing, an agreed capacity for each.
  private record Growth(Node node, int replicas, double capacity) {
    static Growth of(Node node, double wanted) {
      double count = Math.max(1, Math.ceil(wanted / gain(node) * (1 - ROUNDING)));
      return gain(node) > 0 && count <= MOST_REPLICAS
          ? new Growth(node, (int) count, Double.NaN)
          : new Growth(node, 0, Math.ceil(wanted / node.replicas()));
    }

    Edit edit() {
      return replicas > 0
          ? new SetAttribute<>(node.id(), ComponentAttributes.REPLICAS, replicas)
          : new SetAttribute<>(node.id(), ComponentAttributes.CAPACITY_RATE, capacity);
    }

    String argument() {
      return node.id() + " " + (replicas > 0 ? replicas : Words.number(capacity) + "/s");
    }

    String title() {
      String name = Words.name(node);
      return replicas > 0
          ? "run " + replicas + " replicas of " + name + " instead of " + node.replicas()
          : "agree on "
              + Words.number(capacity * node.replicas())
              + " messages/s with those who run "
              + name;
    }
  }

  /// Lets producers hand over less, each the same part of what it does; empty where something else
  /// than a producer feeds the broker, or where nothing at all is served.
  public static Optional<Edit> throttle(DependencyGraph graph, Load load, Consumers consumers) {
    double part = consumers.capacity() / SPARE / consumers.inflow();
    List<Edit> parts = new ArrayList<>();
    List<String> limits = new ArrayList<>();
    for (Edge edge : graph.in(consumers.broker())) {
      if (edge.mode() != LinkMode.SEND || !(part > 0)) {
        return Optional.empty();
      }
      double limit = load.rate(edge) * part;
      parts.add(new SetAttribute<>(edge.subject(), LinkAttributes.RATE, limit));
      limits.add(Words.name(edge.from()) + " to " + Words.number(limit) + " messages/s");
    }
    return Optional.of(
        new Bundle("Throttle", consumers.broker().subject(), "Limit " + Words.list(limits), parts));
  }
}

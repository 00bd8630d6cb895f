package dev.stillwater.edits;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Load;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Edit;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Ordering;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Warns of order where no consumer declares that it needs one: each message then waits for the one
/// before it, and a bad one for all.
final class OrderThatNobodyNeeds implements Guard {
  @Override
  public String id() {
    return "REL-NG-007";
  }

  @Override
  public Optional<GuardVerdict> judge(Edit edit, DependencyGraph graph, Load load) {
    return ordered(edit, graph)
        .filter(broker -> !isOrdered(broker.held(ComponentAttributes.ORDERING)))
        .filter(broker ->
            Stream.of(graph.out(broker))
                .filter(edge -> edge.mode() == LinkMode.DELIVER)
                .noneMatch(edge -> edge.held(LinkAttributes.ORDERED)))
        .map(broker ->
            new GuardVerdict(
                id(),
                GuardVerdict.Kind.WARN,
                String.format(
                    Locale.ROOT,
                    "No consumer of %s declares that it needs order. Order limits how many messages"
                        + " it takes, and one that fails holds up those behind it.",
                    Words.name(broker))));
  }

  /// The broker that the edit makes keep order.
  private static Optional<Node> ordered(Edit edit, DependencyGraph graph) {
    if (edit instanceof UsePreset use && isOrdered(graph, use.preset())) {
      return graph.findNode(use.component());
    }
    if (edit instanceof SetAttribute<?> set) {
      if (set.attribute() == ComponentAttributes.ORDERING
          && set.value() instanceof Ordering ordering
          && isOrdered(Optional.of(ordering))) {
        return graph.findNode(set.element());
      }
      boolean product =
          set.attribute() == ComponentAttributes.PRESET || set.attribute() == LinkAttributes.VIA;
      if (product && set.value() instanceof String preset && isOrdered(graph, preset)) {
        List<Edge> halves = graph.edgesOf(set.element());
        return set.attribute() == ComponentAttributes.PRESET
            ? graph.findNode(set.element())
            : halves.stream()
                .map(Edge::to)
                .filter(node -> node.impliedBy().isPresent())
                .findFirst();
      }
    }
    return Optional.empty();
  }

  private static boolean isOrdered(DependencyGraph graph, String preset) {
    return isOrdered(
        graph
            .presets()
            .find(preset)
            .flatMap(found -> found.attributes().get(ComponentAttributes.ORDERING)));
  }

  private static boolean isOrdered(Optional<Ordering> ordering) {
    return ordering.filter(it -> it == Ordering.PER_KEY || it == Ordering.TOTAL).isPresent();
  }
}

package dev.stillwater.analysis.ripple;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.ripple.Injection.Target;
import dev.stillwater.model.LinkMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// The ways in which the elements of a design can be made to fail, and why the others make no
/// sense.
public final class Ways {
  private final DependencyGraph graph;
  private final ZoneMap zones;

  public Ways(DependencyGraph graph) {
    this(graph, new ZoneMap(graph));
  }

  Ways(DependencyGraph graph, ZoneMap zones) {
    this.graph = graph;
    this.zones = zones;
  }

  /// The zones that are declared or named, in order.
  public SortedSet<String> zones() {
    return zones.all();
  }

  /// The ways for these targets, in the order of [Failure]; none where a target does not exist.
  public List<Failure> of(Target on, List<String> targets) {
    List<Failure> result = new ArrayList<>();
    for (Failure how : Failure.values()) {
      if (refusal(new Injection(targets, how, on)).isEmpty()) {
        result.add(how);
      }
    }
    return result;
  }

  /// Why an injection makes no sense, as a whole sentence; empty where it does.
  public Optional<String> refusal(Injection injection) {
    if (injection.on() == Target.ZONES) {
      return between(injection);
    }
    return injection.targets().stream()
        .flatMap(target -> refusal(injection.on(), target, injection.how()).stream())
        .findFirst();
  }

  private Optional<String> refusal(Target on, String target, Failure how) {
    return switch (on) {
      case COMPONENT ->
          graph.findNode(target).isPresent()
              ? component(graph.node(target), how)
              : missing("component", target);
      case LINK ->
          graph.edgesOf(target).isEmpty()
              ? missing("link", target)
              : link(target, graph.edgesOf(target), how);
      case ZONE, ZONES ->
          zones.all().contains(target) ? zone(target, how) : missing("zone", target);
    };
  }

  private static Optional<String> missing(String what, String id) {
    return Optional.of("no " + what + " " + id);
  }

  private Optional<String> component(Node node, Failure how) {
    String id = node.id();
    return switch (how) {
      case CRASH, GREY, ERROR, OVERLOAD -> Optional.empty();
      case CRASH_ONE ->
          unless(
              !node.kind().isEdge(), id + " is where requests begin: one of many is not missed.");
      case BAD_CONFIG ->
          unless(
              isConfigSource(node),
              id + " hands no configuration to anybody: draw a link of mode config out of it.");
      case PARTITION -> Optional.of("A partition cuts links: name a link, or two zones.");
      case ZONE_LOSS -> Optional.of(id + " is a component, not a zone: it can crash.");
      case DUPLICATE, REORDER, LOSS ->
          unless(
              node.kind().isBroker(),
              id
                  + " is no broker: messages are repeated, overtaken and lost in brokers and on"
                  + " links.");
    };
  }

  private static boolean hasMode(List<Edge> edges, LinkMode... modes) {
    return edges.stream().anyMatch(edge -> List.of(modes).contains(edge.mode()));
  }

  private boolean isConfigSource(Node node) {
    return hasMode(List.of(graph.out(node)), LinkMode.CONFIG);
  }

  private static Optional<String> link(String id, List<Edge> edges, Failure how) {
    return switch (how) {
      case PARTITION -> Optional.empty();
      case DUPLICATE ->
          unless(
              hasMode(edges, LinkMode.SYNC, LinkMode.SEND, LinkMode.DELIVER),
              id + " copies a state: the same state twice is the same.");
      case REORDER, LOSS ->
          unless(
              hasMode(edges, LinkMode.SEND, LinkMode.DELIVER, LinkMode.REPLICATE, LinkMode.CONFIG),
              how == Failure.LOSS
                  ? id + " carries no messages: a call without an answer is a partition."
                  : id + " carries no messages: each call waits for its answer.");
      case CRASH, CRASH_ONE, GREY, ERROR, OVERLOAD, BAD_CONFIG ->
          Optional.of(id + " is a link: it can be cut by a partition; components fail otherwise.");
      case ZONE_LOSS -> Optional.of(id + " is a link, not a zone.");
    };
  }

  private static Optional<String> zone(String id, Failure how) {
    return switch (how) {
      case ZONE_LOSS -> Optional.empty();
      case PARTITION ->
          Optional.of("A partition has two sides: say which zone is cut off from " + id + ".");
      case CRASH, CRASH_ONE, GREY, ERROR, OVERLOAD, BAD_CONFIG, DUPLICATE, REORDER, LOSS ->
          Optional.of(id + " is a zone: it can be lost, or cut off from another.");
    };
  }

  private Optional<String> between(Injection injection) {
    List<String> sides = injection.targets();
    if (injection.how() != Failure.PARTITION) {
      return Optional.of("Between two zones there can be a partition, nothing else.");
    }
    for (String side : sides) {
      if (!zones.all().contains(side)) {
        return missing("zone", side);
      }
    }
    if (sides.size() != 2) {
      return Optional.of("A partition is between two different zones.");
    }
    boolean nested =
        zones.within(sides.getFirst()).contains(sides.getLast())
            || zones.within(sides.getLast()).contains(sides.getFirst());
    return unless(!nested, sides.getFirst() + " and " + sides.getLast() + " lie one in the other.");
  }

  private static Optional<String> unless(boolean sensible, String why) {
    return sensible ? Optional.empty() : Optional.of(why);
  }

  /// Everything that can be made to fail and every way: components in the order of their ids, then
  /// links, then zones; pairs of zones are too many to try all. Clients, actors and schedulers are
  /// where requests begin: nobody waits for them.
  List<Injection> all() {
    List<Injection> result = new ArrayList<>();
    for (Node node : graph.nodes()) {
      if (!node.kind().isEdge()) {
        add(result, Target.COMPONENT, List.of(node.id()));
      }
    }
    graph.edges().stream()
        .map(Edge::subject)
        .distinct()
        .forEach(link -> add(result, Target.LINK, List.of(link)));
    zones.all().forEach(zone -> add(result, Target.ZONE, List.of(zone)));
    return result;
  }

  private void add(List<Injection> result, Target on, List<String> targets) {
    of(on, targets).forEach(how -> result.add(new Injection(targets, how, on)));
  }
}

package dev.stillwater.edits;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Coupling;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Isolation;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Leadership;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Timespan;
import java.util.ArrayList;
import java.util.List;

/// The fixes that declare what kind of system it is: deadlines, schedules, who runs, how a link
/// couples. Each carries the name that the rule catalogue gives it.
public final class KindChanges {
  private KindChanges() {}

  /// Promises an answer by another deadline.
  public static Edit setDeadline(Journey journey, Timespan deadline) {
    return new Bundle(
        "SetDeadline",
        journey.id() + ", " + deadline,
        "Promise " + journey.name() + " within " + Words.duration(deadline.millis()),
        List.of(new SetAttribute<>(journey.id(), JourneyAttributes.DEADLINE, deadline)));
  }

  /// Lets one run of a job at a time write, whatever older runs still try.
  public static Edit setLeader(Node scheduler, Leadership leader) {
    return new Bundle(
        "SetLeader",
        scheduler.id() + ", " + leader.word(),
        "Let a run of " + Words.name(scheduler) + " start only with a lease that fences older runs",
        List.of(new SetAttribute<>(scheduler.id(), ComponentAttributes.LEADER, leader)));
  }

  /// Starts a job less often.
  public static Edit setPeriod(Edge edge, Timespan period) {
    return new Bundle(
        "SetPeriod",
        edge.subject() + ", " + period,
        "Run " + edge.subject() + " every " + Words.duration(period.millis()),
        List.of(new SetAttribute<>(edge.subject(), LinkAttributes.PERIOD, period)));
  }

  /// Gives each sort of requests a part of the workers of a component.
  public static Edit setQuota(Node node) {
    return new Bundle(
        "SetIsolation",
        node.id() + ", " + Isolation.QUOTA.word(),
        "Give batch requests a fixed share of the workers of " + Words.name(node),
        List.of(new SetAttribute<>(node.id(), ComponentAttributes.ISOLATION, Isolation.QUOTA)));
  }

  /// Bounds how many workers of the callee these links may take together with others.
  public static Edit setBulkheads(List<Edge> edges, int most) {
    String links = Words.list(edges.stream().map(Edge::subject).toList());
    List<Edit> parts = new ArrayList<>();
    edges.forEach(
        edge -> parts.add(new SetAttribute<>(edge.subject(), LinkAttributes.BULKHEAD, most)));
    return new Bundle(
        "AddBulkhead",
        String.join(", ", edges.stream().map(Edge::subject).toList()) + ", bulkhead " + most,
        "Let " + links + " have at most " + most + " requests in progress",
        parts);
  }

  /// Tells the callees of these links how much time is left.
  public static Edit setPropagateDeadline(Journey journey, List<Edge> edges) {
    List<Edit> parts = new ArrayList<>();
    for (Edge edge : edges) {
      parts.add(new SetAttribute<>(edge.subject(), LinkAttributes.PROPAGATE_DEADLINE, true));
    }
    return new Bundle(
        "SetPropagateDeadline",
        journey.id(),
        "Send the remaining time along with every call of " + journey.name(),
        parts);
  }

  /// Takes back what a link says about its needs.
  public static Edit clearNeed(Edge edge) {
    return new Bundle(
        "SetNeed",
        edge.subject(),
        "Take back what " + edge.subject() + " says it needs",
        List.of(SetAttribute.clear(edge.subject(), LinkAttributes.NEED)));
  }

  /// Takes back an annotation, so that the drawing alone says how the link couples.
  public static Edit clearCoupling(Edge edge) {
    return new Bundle(
        "CorrectCoupling",
        edge.subject(),
        "Let the drawing say how " + edge.subject() + " couples",
        List.of(
            SetAttribute.clear(edge.subject(), LinkAttributes.COUPLING),
            SetAttribute.clear(edge.subject(), LinkAttributes.VIA)));
  }

  /// Annotates another coupling, without a product.
  public static Edit setCoupling(Edge edge, Coupling coupling) {
    return new Bundle(
        "CorrectCoupling",
        edge.subject() + ", " + coupling.word(),
        "Annotate " + edge.subject() + " as " + coupling.word(),
        List.of(
            new SetAttribute<>(edge.subject(), LinkAttributes.COUPLING, coupling),
            SetAttribute.clear(edge.subject(), LinkAttributes.VIA)));
  }
}

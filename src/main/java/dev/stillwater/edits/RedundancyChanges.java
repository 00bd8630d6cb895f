package dev.stillwater.edits;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Dependency;
import dev.stillwater.model.Edit;
import dev.stillwater.model.FailoverMode;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.Isolation;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Rollout;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The fixes that declare how many of a component run, where, and what goes on without it. Edges
/// are named by the link that people see.
public final class RedundancyChanges {
  private RedundancyChanges() {}

  /// Runs as many replicas as the survivors of a lost zone need to carry the peak.
  public static Edit setReplicas(Node node, int replicas) {
    return replicas("SetReplicas", node, replicas, "Run ");
  }

  /// The same without waiting for automatic scaling, which goes on beside it.
  public static Edit preScale(Node node, int replicas) {
    return replicas("PreScale", node, replicas, "Scale in advance to ");
  }

  private static Edit replicas(String name, Node node, int replicas, String how) {
    return new Bundle(
        name,
        node.id() + ", " + replicas,
        how + replicas + " replicas of " + Words.name(node),
        List.of(new SetAttribute<>(node.id(), ComponentAttributes.REPLICAS, replicas)));
  }

  /// Gives a quorum a third zone to vote in.
  public static Edit addWitness(Node node) {
    return new Bundle(
        "AddZone",
        node.id() + ", witness",
        "Put a witness of " + Words.name(node) + " into a third zone",
        List.of(SpreadZones.of(List.of(node), 3)));
  }

  /// Moves a component to where its caller runs.
  public static Edit moveTo(Node node, Node caller) {
    return new Bundle(
        "MoveComponent",
        node.id() + ", " + String.join(", ", caller.zones()),
        "Move " + Words.name(node) + " to where " + Words.name(caller) + " runs",
        List.of(new SetAttribute<>(node.id(), ComponentAttributes.ZONES, caller.zones())));
  }

  /// Runs a component where its caller runs, besides where it runs already.
  public static Edit alsoAt(Node node, Node caller) {
    return alsoAt("SpreadZones", "Run ", node, caller);
  }

  /// Declares that whoever runs a component serves it where the caller runs, too.
  public static Edit declareAlsoAt(Node node, Node caller) {
    return alsoAt("SetZones", "Declare ", node, caller);
  }

  private static Edit alsoAt(String name, String verb, Node node, Node caller) {
    Set<String> zones = new LinkedHashSet<>(node.zones());
    zones.addAll(caller.zones());
    return new Bundle(
        name,
        node.id() + ", " + String.join(", ", zones),
        verb + Words.name(node) + " where " + Words.name(caller) + " runs, too",
        List.of(new SetAttribute<>(node.id(), ComponentAttributes.ZONES, List.copyOf(zones))));
  }

  /// Runs a second replica of components that run once and declares what that would make of their
  /// availability: 1 − (1 − a)², if they failed independently.
  ///
  /// @param raised by component, the availability of the pair
  public static Edit raiseRedundancy(Map<Node, Double> raised) {
    List<Edit> parts = new ArrayList<>();
    raised.forEach((node, availability) -> {
      Component component = node.component();
      parts.add(new SetAttribute<>(node.id(), ComponentAttributes.REPLICAS, 2));
      if (component.kind().isStore()) {
        parts.add(
            new SetAttribute<>(node.id(), ComponentAttributes.FAILOVER_MODE, FailoverMode.AUTO));
      }
      parts.add(new SetAttribute<>(node.id(), ComponentAttributes.AVAILABILITY, availability));
    });
    List<String> names = raised.keySet().stream().map(Words::name).toList();
    return new Bundle(
        "RaiseRedundancy",
        String.join(", ", raised.keySet().stream().map(Node::id).toList()),
        "Run two replicas of " + Words.list(names),
        parts);
  }

  /// Lets an alternative live without what the primary needs as well.
  ///
  /// @param moves what else keeps both apart, done first
  public static Edit separate(Edge link, Node alternative, List<Edit> moves, List<Edge> shared) {
    List<Edit> parts = new ArrayList<>(moves);
    shared.forEach(edge ->
        parts.add(new SetAttribute<>(edge.subject(), LinkAttributes.DEPENDENCY, Dependency.SOFT)));
    String without = Words.list(shared.stream().map(Edge::to).distinct().map(Words::name).toList());
    return new Bundle(
        "RemoveSharedDependency",
        link.subject(),
        (moves.isEmpty()
                ? "Let "
                : "Move " + Words.name(alternative) + " to a zone of its own and let it")
            + (moves.isEmpty() ? Words.name(alternative) : "")
            + " answer without "
            + without,
        parts);
  }

  /// Answers by itself where the alternative component was to answer.
  public static Edit answerAlone(Edge link) {
    return new Bundle(
        "SetFallback",
        link.subject() + ", static",
        "Answer with something fixed when " + Words.name(link.to()) + " fails",
        List.of(
            new SetAttribute<>(link.subject(), LinkAttributes.FALLBACK, Fallback.STATIC),
            SetAttribute.clear(link.subject(), LinkAttributes.FALLBACK_TO)));
  }

  /// Lets all consumers of a configuration go on with what they had last.
  public static Edit keepLastGood(Node source, List<Edge> links) {
    List<Edit> parts = new ArrayList<>();
    links.forEach(edge ->
        parts.add(new SetAttribute<>(edge.subject(), LinkAttributes.FALLBACK, Fallback.LAST_GOOD)));
    return new Bundle(
        "SetFallback",
        String.join(", ", links.stream().map(Edge::subject).toList()) + ", last-good",
        "Let every consumer of " + Words.name(source) + " keep the last good configuration",
        parts);
  }

  /// Runs independent copies of the whole, each for a part of the users.
  public static Edit cellularize(Node node) {
    return new Bundle(
        "Cellularize",
        node.id(),
        "Split " + Words.name(node) + " into independent cells",
        List.of(new SetAttribute<>(node.id(), ComponentAttributes.ISOLATION, Isolation.CELL)));
  }

  /// Lets a change reach one zone first, and the next after a look.
  public static Edit stage(Edge edge) {
    return new Bundle(
        "SetRollout",
        edge.subject() + ", staged",
        "Roll out " + edge.subject() + " zone by zone",
        List.of(new SetAttribute<>(edge.subject(), LinkAttributes.ROLLOUT, Rollout.STAGED)));
  }
}

package dev.stillwater.edits;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Need;
import java.util.ArrayList;
import java.util.List;

/// The fixes that declare less coupling: fewer calls, one owner, a start without others.
public final class CouplingChanges {
  private CouplingChanges() {}

  /// Asks once for everything that a request needs: the payload grows by what the calls shrink.
  public static Edit batchCalls(Edge edge) {
    double calls = edge.calls();
    List<Edit> parts = new ArrayList<>();
    parts.add(new SetAttribute<>(edge.subject(), LinkAttributes.CALLS, 1.0));
    edge.link()
        .get(LinkAttributes.PAYLOAD)
        .ifPresent(bytes ->
            parts.add(new SetAttribute<>(edge.subject(), LinkAttributes.PAYLOAD, bytes * calls)));
    edge.link()
        .get(LinkAttributes.RATE)
        .ifPresent(rate ->
            parts.add(new SetAttribute<>(edge.subject(), LinkAttributes.RATE, rate / calls)));
    return new Bundle(
        "BatchCalls",
        edge.subject(),
        "Ask " + Words.name(edge.to()) + " once for all that one request needs",
        parts);
  }

  /// Declares that the answers of calls are used.
  public static Edit needResults(List<Edge> edges) {
    List<Edit> parts = new ArrayList<>();
    edges.forEach(edge ->
        parts.add(new SetAttribute<>(edge.subject(), LinkAttributes.NEED, Need.RESULT_NOW)));
    return new Bundle(
        "SetNeed",
        String.join(", ", edges.stream().map(Edge::subject).toList())
            + ", "
            + Need.RESULT_NOW.word(),
        "Declare that " + Words.some(edges) + " need their results now",
        parts);
  }

  /// Declares that components belong to one team.
  public static Edit setOwner(List<Node> nodes, String owner) {
    List<Edit> parts = new ArrayList<>();
    nodes.forEach(
        node -> parts.add(new SetAttribute<>(node.id(), ComponentAttributes.OWNER, owner)));
    return new Bundle(
        "SetOwner",
        String.join(", ", nodes.stream().map(Node::id).toList()) + ", " + owner,
        "Declare that " + Words.some(nodes) + " belong to " + owner,
        parts);
  }

  /// Lets every consumer of configuration in a cycle start from something that it has itself.
  public static Edit startWithout(List<Edge> edges, Fallback fallback) {
    List<Edit> parts = new ArrayList<>();
    edges.forEach(
        edge -> parts.add(new SetAttribute<>(edge.subject(), LinkAttributes.FALLBACK, fallback)));
    List<String> consumers = edges.stream().map(Edge::to).distinct().map(Words::name).toList();
    String what =
        fallback == Fallback.LAST_GOOD ? "its last good configuration" : "a built-in configuration";
    return new Bundle(
        "BreakCycle",
        String.join(", ", edges.stream().map(Edge::subject).toList()) + ", " + fallback.word(),
        "Start " + Words.some(consumers) + (consumers.size() > 1 ? " each" : "") + " with " + what,
        parts);
  }
}

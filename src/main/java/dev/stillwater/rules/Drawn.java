package dev.stillwater.rules;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.Link;

/// The ends of links as people drew them: an implied intermediary stands in no zone and needs
/// nothing, so that only what is on either side of it counts.
public final class Drawn {
  private Drawn() {}

  public static Link link(RuleContext context, Edge edge) {
    return edge.impliedBy().isEmpty() ? edge.link() : context.design().links().get(edge.subject());
  }

  public static Node from(RuleContext context, Edge edge) {
    return edge.impliedBy().isEmpty()
        ? edge.from()
        : context.graph().node(link(context, edge).from());
  }

  public static Node to(RuleContext context, Edge edge) {
    return edge.impliedBy().isEmpty() ? edge.to() : context.graph().node(link(context, edge).to());
  }
}

package dev.stillwater.rules.overload;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.LinkMode;
import dev.stillwater.rules.RuleContext;
import java.util.List;
import java.util.stream.Stream;

/// A fleet behind routers that fails its health check when a dependency fails.
///
/// @param fleet several replicas with a deep health check
/// @param needed the calls that it cannot do without
/// @param closed the routers in front that send nothing when all replicas look ill
/// @param open the routers in front that send to all replicas then
record DeepHealthChecks(Node fleet, List<Edge> needed, List<Node> closed, List<Node> open) {
  /// Every fleet of a design whose health check is deep, in the order of ids.
  static List<DeepHealthChecks> in(RuleContext context) {
    return context.components().stream()
        .filter(node -> node.replicas() > 1 && node.hasDeepHealthCheck())
        .map(node -> of(context, node))
        .filter(found -> !found.needed.isEmpty())
        .filter(found -> !found.closed.isEmpty() || !found.open.isEmpty())
        .toList();
  }

  private static DeepHealthChecks of(RuleContext context, Node fleet) {
    List<Node> routers =
        Stream.of(context.graph().in(fleet))
            .filter(Edge::isSync)
            .map(Edge::from)
            .filter(node -> node.kind().isRouter())
            .distinct()
            .toList();
    return new DeepHealthChecks(
        fleet,
        context.out(fleet, LinkMode.SYNC).stream().filter(edge -> !edge.isSoft()).toList(),
        routers.stream().filter(node -> !node.failsOpen()).toList(),
        routers.stream().filter(Node::failsOpen).toList());
  }

  /// The dependencies that the check asks.
  List<Node> asked() {
    return needed.stream().map(Edge::to).distinct().toList();
  }
}

package dev.stillwater.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Components that need one another in a circle: a strongly connected component of at least two.
///
/// @param members the drawn components in the order of their ids
/// @param edges the dependencies among them, in the order of their ids
public record DependencyCycle(List<Node> members, List<Edge> edges) {
  public DependencyCycle {
    members = List.copyOf(members);
    edges = List.copyOf(edges);
  }

  /// The cycles over the links that count as dependencies, in the order of their first members. A
  /// caller needs its callee; a consumer of configuration needs the source, against the direction
  /// in which that link is drawn.
  public static List<DependencyCycle> among(DependencyGraph graph, Predicate<Edge> counts) {
    List<Edge> edges = graph.edges().stream().filter(counts).toList();
    int[] needing = edges.stream().mapToInt(edge -> needing(edge).index()).toArray();
    int[] needed = edges.stream().mapToInt(edge -> needed(edge).index()).toArray();
    Condensation parts = Condensation.of(graph.nodes().size(), needing, needed);
    Map<Integer, List<Edge>> inside = new TreeMap<>();
    for (Edge edge : edges) {
      int part = parts.componentOf(edge.from().index());
      if (part == parts.componentOf(edge.to().index()) && parts.memberCount(part) > 1) {
        inside.computeIfAbsent(parts.firstMember(part), first -> new ArrayList<>()).add(edge);
      }
    }
    List<DependencyCycle> result = new ArrayList<>();
    inside.forEach((first, links) -> {
      List<Node> members = new ArrayList<>();
      for (int member : parts.members(parts.componentOf(first))) {
        if (graph.nodes().get(member).impliedBy().isEmpty()) {
          members.add(graph.nodes().get(member));
        }
      }
      if (members.size() > 1) {
        result.add(new DependencyCycle(members, links));
      }
    });
    return result;
  }

  private static Node needing(Edge edge) {
    return pointsBack(edge) ? edge.to() : edge.from();
  }

  private static Node needed(Edge edge) {
    return pointsBack(edge) ? edge.from() : edge.to();
  }

  private static boolean pointsBack(Edge edge) {
    return switch (edge.mode()) {
      case CONFIG -> true;
      case SYNC, SEND, DELIVER, PROBE, REPLICATE -> false;
    };
  }
}

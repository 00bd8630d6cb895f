package dev.stillwater.edits;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Load;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Link;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Warns of a queue on a write that its caller reads back later on the same journey, from the
/// callee or from what the callee writes: the message may still wait by then.
final class QueueBeforeOwnRead implements Guard {
  @Override
  public String id() {
    return "REL-NG-006";
  }

  @Override
  public Optional<GuardVerdict> judge(Edit edit, DependencyGraph graph, Load load) {
    for (Link link : Guards.buffered(edit, graph)) {
      for (Edge write : graph.edgesOf(link.id())) {
        Set<Node> written = written(graph, graph.node(link.to()));
        for (Reach reach : graph.journeysOf(write)) {
          Optional<Edge> read = readAfter(graph, reach, write, written);
          if (read.isPresent()) {
            return read.map(edge -> warning(write, edge, reach));
          }
        }
      }
    }
    return Optional.empty();
  }

  private GuardVerdict warning(Edge write, Edge read, Reach reach) {
    return new GuardVerdict(
        id(),
        GuardVerdict.Kind.WARN,
        String.format(
            Locale.ROOT,
            "On %s %s reads %s by %s after %s, and will not yet see its own write there. Answer "
                + "with what was written, or read it where the caller keeps it.",
            reach.journey().name(),
            Words.name(read.from()),
            Words.name(read.to()),
            read.subject(),
            write.subject()));
  }

  /// The callee and what it changes: where a caller can look for its write.
  private static Set<Node> written(DependencyGraph graph, Node callee) {
    Set<Node> result = new HashSet<>(Set.of(callee));
    for (Edge edge : graph.out(callee)) {
      if (edge.isSync() && edge.isMutating()) {
        result.add(edge.to());
      }
    }
    return result;
  }

  private static Optional<Edge> readAfter(
      DependencyGraph graph, Reach reach, Edge write, Set<Node> written) {
    @Nullable Edge first = null;
    for (Edge edge : graph.out(write.from())) {
      if (isRead(edge, written)
          && reach.isBefore(write, edge)
          && (first == null || reach.isBefore(edge, first))) {
        first = edge;
      }
    }
    return Optional.ofNullable(first);
  }

  private static boolean isRead(Edge edge, Set<Node> written) {
    return edge.isSync() && !edge.isMutating() && written.contains(edge.to());
  }
}

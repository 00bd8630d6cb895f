package dev.stillwater.edits;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Link;
import java.util.List;

/// An edit that puts a queue on calls, so that callers go on before the work is done.
public interface Buffering extends Edit {
  /// The links whose callers would no longer wait; empty when the edit changes nothing.
  List<Link> buffered(DependencyGraph graph);

  /// The links whose callees would take from a queue: those, and deliveries for which nobody
  /// waited.
  default List<Link> queued(DependencyGraph graph) {
    return buffered(graph);
  }
}

package dev.stillwater.edits;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Load;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Link;
import java.util.Locale;
import java.util.Optional;

/// Refuses a queue before a consumer that takes in as much as it can serve: λ ≥ μ, so the first
/// backlog stays for ever (Amazon Builders' Library, Avoiding insurmountable queue backlogs).
final class QueueThatNeverDrains implements Guard {
  @Override
  public String id() {
    return "REL-NG-004";
  }

  @Override
  public Optional<GuardVerdict> judge(Edit edit, DependencyGraph graph, Load load) {
    for (Link link : Guards.queued(edit, graph)) {
      Node consumer = graph.node(link.to());
      double arrivals = load.inflow(consumer);
      if (arrivals > 0 && arrivals >= consumer.capacity()) {
        return Optional.of(
            new GuardVerdict(
                id(),
                GuardVerdict.Kind.REFUSE,
                String.format(
                    Locale.ROOT,
                    "No queue on %s: %s takes in %s and serves %s, so a backlog would never drain. "
                        + "Add capacity or shed load first.",
                    link.id(),
                    consumer.component().name(),
                    Words.perSecond(arrivals),
                    Words.perSecond(consumer.capacity()))));
      }
    }
    return Optional.empty();
  }
}

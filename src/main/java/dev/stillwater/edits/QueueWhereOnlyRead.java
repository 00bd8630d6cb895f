package dev.stillwater.edits;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Load;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Effect;
import dev.stillwater.model.LinkAttributes;
import java.util.Locale;
import java.util.Optional;

/// Refuses a queue before a read: what is read is the answer, and no message carries it back.
final class QueueWhereOnlyRead implements Guard {
  @Override
  public String id() {
    return "REL-NG-003";
  }

  @Override
  public Optional<GuardVerdict> judge(Edit edit, DependencyGraph graph, Load load) {
    return Guards.unanswered(edit, graph).stream()
        .filter(link -> link.attributes().orDefault(LinkAttributes.EFFECT) == Effect.READ)
        .findFirst()
        .map(link ->
            new GuardVerdict(
                id(),
                GuardVerdict.Kind.REFUSE,
                String.format(
                    Locale.ROOT,
                    "No queue on %s: it reads from %s, and a read is its answer. A cache or a read "
                        + "replica near %s takes the dependency away.",
                    link.id(),
                    Guards.name(graph.design(), link.to()),
                    Guards.name(graph.design(), link.from()))));
  }
}

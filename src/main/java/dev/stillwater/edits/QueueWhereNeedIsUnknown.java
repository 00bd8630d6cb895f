package dev.stillwater.edits;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Load;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Effect;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Need;
import java.util.Locale;
import java.util.Optional;

/// Asks before a queue is put on a write of which nobody said whether the caller needs the answer.
final class QueueWhereNeedIsUnknown implements Guard {
  @Override
  public String id() {
    return "REL-NG-002";
  }

  @Override
  public Optional<GuardVerdict> judge(Edit edit, DependencyGraph graph, Load load) {
    return Guards.unanswered(edit, graph).stream()
        .filter(link -> link.attributes().orDefault(LinkAttributes.NEED) == Need.UNKNOWN)
        .filter(link -> link.attributes().orDefault(LinkAttributes.EFFECT) != Effect.READ)
        .findFirst()
        .map(link ->
            new GuardVerdict(
                id(),
                GuardVerdict.Kind.ASK,
                String.format(
                    Locale.ROOT,
                    "Declare what %s needs from %s on %s first: a queue helps where an "
                        + "acknowledgement is enough and harms where the answer is used.",
                    Guards.name(graph.design(), link.from()),
                    Guards.name(graph.design(), link.to()),
                    link.id())));
  }
}

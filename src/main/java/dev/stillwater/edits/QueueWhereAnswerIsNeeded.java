package dev.stillwater.edits;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Load;
import dev.stillwater.model.Edit;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Need;
import java.util.Locale;
import java.util.Optional;

/// Refuses a queue before a callee whose answer the caller uses: it would wait for a message
/// without any bound instead of for a call with one.
final class QueueWhereAnswerIsNeeded implements Guard {
  @Override
  public String id() {
    return "REL-NG-001";
  }

  @Override
  public Optional<GuardVerdict> judge(Edit edit, DependencyGraph graph, Load load) {
    return Guards.unanswered(edit, graph).stream()
        .filter(link -> link.attributes().orDefault(LinkAttributes.NEED) == Need.RESULT_NOW)
        .findFirst()
        .map(link ->
            new GuardVerdict(
                id(),
                GuardVerdict.Kind.REFUSE,
                String.format(
                    Locale.ROOT,
                    "No queue on %s: %s needs the answer of %s. Keep the call; bound it with a "
                        + "timeout, a load balancer in front and admission control behind it.",
                    link.id(),
                    Guards.name(graph.design(), link.from()),
                    Guards.name(graph.design(), link.to()))));
  }
}

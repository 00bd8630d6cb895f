package dev.stillwater.edits;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Load;
import dev.stillwater.model.Delivery;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Idempotency;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import java.util.Locale;
import java.util.Optional;

/// Refuses more attempts of a write of which nobody can recognise a repeat. A step that adds the
/// token as well is welcome, and so is one that only lowers the number.
final class RetryWithoutToken implements Guard {
  @Override
  public String id() {
    return "REL-NG-009";
  }

  @Override
  public boolean judgesWhole() {
    return true;
  }

  @Override
  public Optional<GuardVerdict> judge(Edit edit, DependencyGraph graph, Load load) {
    return DeclaredLinks.setting(LinkAttributes.RETRIES, edit, graph.design()).stream()
        .filter(link -> doubles(link, graph.edgesOf(link.id()).getFirst()))
        .findFirst()
        .map(link ->
            new GuardVerdict(
                id(),
                GuardVerdict.Kind.REFUSE,
                String.format(
                    Locale.ROOT,
                    "No retries on %s: it writes, and %s cannot tell a repeat from a new request. "
                        + "Send a token with it first.",
                    link.id(),
                    Guards.name(graph.design(), link.to()))));
  }

  private static boolean doubles(Link after, Edge before) {
    boolean request = before.isSync() || before.mode() == LinkMode.SEND;
    boolean brokerDeduplicates =
        before.mode() == LinkMode.SEND && before.to().delivery() == Delivery.EXACTLY_ONCE;
    return request
        && !brokerDeduplicates
        && attempts(after) > before.attempts()
        && after.attributes().orDefault(LinkAttributes.EFFECT) == Effect.WRITE
        && after.attributes().orDefault(LinkAttributes.IDEMPOTENCY) == Idempotency.NONE;
  }

  private static double attempts(Link link) {
    int retries = link.attributes().orDefault(LinkAttributes.RETRIES);
    return retries < 0 ? Double.POSITIVE_INFINITY : 1.0 + retries;
  }
}

package dev.stillwater.rules.coupling;

import dev.stillwater.analysis.Edge;
import dev.stillwater.edits.CouplingChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Settings;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.Locale;

/// A link that is called many times for one request.
public final class ChattyLink extends Smell {
  /// Milliseconds below which a cache answers fast enough to be asked many times.
  private static final double FAST_CACHE = 2;

  private static final double THREE_NINES = 0.999;

  public ChattyLink() {
    super("REL-LC-007", Severity.LOW, FailureCategory.EXCESSIVE_LATENCY, "REL04-BP01");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.links(LinkMode.SYNC)) {
      checks.examined(edge);
      if (edge.calls() >= context.setting(Settings.CHATTY, edge) && !isFastCache(edge)) {
        flag(context, checks, edge);
      }
    }
  }

  private static boolean isFastCache(Edge edge) {
    return edge.to().kind() == ComponentKind.CACHE && edge.to().own() < FAST_CACHE;
  }

  private static void flag(RuleContext context, Checks checks, Edge edge) {
    String calls = Words.number(edge.calls());
    checks
        .flag(edge)
        .message("%s calls %s %s times for one request", edge.from(), edge.to(), calls)
        .because(
            "Flagged because one request makes %s calls over %s (limit %s, settings.chatty): one"
                + " after the other they take %s at p99, and %s calls that succeed 99.9 %% of the"
                + " time all succeed %s %% of the time.",
            calls,
            edge,
            Words.number(context.setting(Settings.CHATTY, edge)),
            Words.duration(context.healthyHold(edge)),
            calls,
            String.format(Locale.ROOT, "%.1f", Math.pow(THREE_NINES, edge.calls()) * 100))
        .fix(
            CouplingChanges.batchCalls(edge),
            "%s needs an operation that answers for many at once; answers get larger, and one bad "
                + "item must not fail the rest.",
            edge.to())
        .raise();
  }
}

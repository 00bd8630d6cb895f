package dev.stillwater.rules.timeouts;

import dev.stillwater.analysis.Edge;
import dev.stillwater.edits.CallChanges;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Idempotency;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Settings;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;

/// A request that is repeated until it succeeds, however long that takes.
public final class UnboundedRetries extends Smell {
  /// Repeats that get over a lost packet or a restarting replica.
  private static final int FEW = 2;

  public UnboundedRetries() {
    super("REL-TR-006", Severity.HIGH, FailureCategory.EXCESSIVE_LOAD, "REL05-BP03");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.graph().edges()) {
      if (edge.mode() != LinkMode.DELIVER && edge.attempts() > 1) {
        checks.examined(edge);
        if (Double.isInfinite(edge.attempts())) {
          flag(context, checks, edge);
        }
      }
    }
  }

  private static void flag(RuleContext context, Checks checks, Edge edge) {
    Draft draft =
        checks
            .flag(edge)
            .message("%s repeats %s without end", edge.from(), edge)
            .because(
                "Flagged because %s has no last attempt: what fails stays in flight%s, so the load "
                    + "on %s lasts when the reason for it is gone.",
                edge, load(context, edge), edge.to());
    if (RuleContext.makesWait(edge)) {
      draft.probesAlong(List.of(edge));
    }
    if (edge.effect() != Effect.WRITE || edge.idempotency() != Idempotency.NONE) {
      draft.fix(
          CallChanges.retryFewTimes(edge, FEW),
          "%s must do something with the final error: answer it, or put the request aside.",
          edge.from());
    }
    draft
        .fix(
            Declarations.stopRetrying(edge),
            "A lost packet is an error that somebody further out must repeat.")
        .raise();
  }

  private static String load(RuleContext context, Edge edge) {
    double rate = context.load().rate(edge);
    return rate > 0
        ? " and "
            + Words.perSecond(rate)
            + " come on top (counted as "
            + context.setting(Settings.UNBOUNDED_ATTEMPTS, edge)
            + " attempts each)"
        : "";
  }
}

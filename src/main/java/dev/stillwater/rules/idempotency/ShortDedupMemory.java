package dev.stillwater.rules.idempotency;

import dev.stillwater.analysis.Edge;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.RepeatChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Idempotency;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Timespan;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.Locale;
import java.util.Optional;

/// A record of repeats that is forgotten while a repeat can still come.
public final class ShortDedupMemory extends Smell {
  public ShortDedupMemory() {
    super("REL-ID-004", Severity.MEDIUM, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL04-BP04");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.graph().edges()) {
      if (edge.idempotency() == Idempotency.NONE) {
        continue;
      }
      double window = RepeatWindow.millis(edge);
      Optional<Timespan> kept = edge.link().get(LinkAttributes.TOKEN_TTL);
      if (kept.isEmpty() || Double.isNaN(window) && !kept.get().isUnlimited()) {
        checks.cannotJudge(edge);
        continue;
      }
      checks.examined(edge);
      if (kept.get().millis() < window) {
        flag(context, checks, edge, kept.get(), window);
      }
    }
  }

  private static void flag(
      RuleContext context, Checks checks, Edge edge, Timespan kept, double window) {
    Timespan enough = RepeatWindow.kept(context, edge);
    Draft draft =
        checks
            .flag(edge)
            .message("A repeat over %s can come when it is no longer recognised", edge)
            .because(
                "Flagged because repeats over %s are recognised for %s (tokenTtl), while %s.",
                edge, Words.duration(kept.millis()), howLate(edge, window))
            .fix(
                RepeatChanges.setTokenTtl(edge, enough),
                enough.isUnlimited()
                    ? "The record grows without end, because the attempts have none: bound them as "
                        + "well."
                    : "The record of what was processed grows with the time that it is kept.");
    boolean onceFits = Double.isInfinite(edge.timeout()) || edge.timeout() <= kept.millis();
    if (Double.isInfinite(edge.attempts()) && onceFits && edge.impliedBy().isEmpty()) {
      draft.fix(
          Declarations.stopRetrying(edge),
          "Every lost packet becomes an error that somebody else has to handle.");
    }
    draft.raise();
  }

  private static String howLate(Edge edge, double window) {
    if (edge.mode() == LinkMode.DELIVER) {
      return Words.name(edge.from())
          + " keeps a message, and can deliver it again, "
          + (Double.isInfinite(window) ? "for ever" : "for " + Words.duration(window));
    }
    return Double.isInfinite(window)
        ? "attempts have no end"
        : String.format(
            Locale.ROOT,
            "%s attempts of %s with the waits between them last %s",
            Words.number(edge.attempts()),
            Words.duration(edge.timeout()),
            Words.duration(window));
  }
}

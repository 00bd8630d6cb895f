package dev.stillwater.rules.timeouts;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Reach;
import dev.stillwater.edits.CallChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Backoff;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// Callers that all try again at the same moment.
public final class SynchronisedRetries extends Smell {
  /// Milliseconds of a deadline that leaves no time for longer waits.
  private static final double HURRY = 1000;

  public SynchronisedRetries() {
    super("REL-TR-007", Severity.MEDIUM, FailureCategory.EXCESSIVE_LOAD, "REL05-BP03");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.links(LinkMode.SYNC, LinkMode.SEND)) {
      if (edge.attempts() == 1) {
        continue;
      }
      checks.examined(edge);
      boolean spread = backoff(edge) == Backoff.EXP && hasJitter(edge);
      if (!spread && !isOneQuickRepeat(context, edge)) {
        checks.flag(edge).telling(draft -> tell(draft, edge)).raise();
      }
    }
  }

  private static Backoff backoff(Edge edge) {
    return edge.held(LinkAttributes.BACKOFF);
  }

  private static boolean hasJitter(Edge edge) {
    return edge.held(LinkAttributes.JITTER);
  }

  /// One repeat at a random moment, where there is no time for more.
  private static boolean isOneQuickRepeat(RuleContext context, Edge edge) {
    return edge.attempts() == 2
        && backoff(edge) == Backoff.FIXED
        && hasJitter(edge)
        && context.graph().journeysOf(edge).stream()
            .map(Reach::journey)
            .anyMatch(SynchronisedRetries::isInAHurry);
  }

  private static boolean isInAHurry(Journey journey) {
    return journey.realTimeClass() == RealTimeClass.HARD
        && journey
            .get(JourneyAttributes.DEADLINE)
            .filter(deadline -> deadline.millis() > 0 && deadline.millis() < HURRY)
            .isPresent();
  }

  private static void tell(Draft draft, Edge edge) {
    String waits =
        switch (backoff(edge)) {
          case NONE -> "at once";
          case FIXED -> "after the same wait each time";
          case EXP -> "after waits that double";
        };
    String attempts =
        Double.isInfinite(edge.attempts())
            ? "without end"
            : Words.plural((int) edge.attempts() - 1, "time", "times");
    draft
        .message("Callers repeat %s in step", edge)
        .because(
            "Flagged because %s is repeated %s, %s%s: requests that failed together come back "
                + "together, and %s is overloaded again just when it recovers.",
            edge, attempts, waits, hasJitter(edge) ? "" : " and without jitter", edge.to())
        .fix(
            CallChanges.setBackoff(edge),
            "It takes longer until a request succeeds: compare the sum of waits with the deadline "
                + "of the journey.");
  }
}

package dev.stillwater.rules.timeouts;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Reach;
import dev.stillwater.edits.CallChanges;
import dev.stillwater.edits.CallLimits;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Idempotency;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Need;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.model.Timespan;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// A call that is still repeated when the caller of its journey has left.
///
/// A listed path counts as it is listed. Of what follows from an entry, the part behind a hand-over
/// counts only where the journey waits for it: its class is soft or offline.
public final class RetriesPastDeadline extends Smell {
  /// More repeats of one request are not advised, however much time is left.
  private static final int ENOUGH = 2;

  public RetriesPastDeadline() {
    super("REL-TR-002", Severity.MEDIUM, FailureCategory.EXCESSIVE_LATENCY, "REL05-BP03");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Reach reach : context.journeys()) {
      double deadline =
          reach.journey().get(JourneyAttributes.DEADLINE).map(Timespan::millis).orElse(Double.NaN);
      for (int i = 0; i < reach.edges().size(); i++) {
        Edge edge = reach.edges().get(i);
        if (!edge.isSync() || edge.attempts() == 1 || !isAwaited(reach, i)) {
          continue;
        }
        if (Double.isNaN(deadline)) {
          checks.cannotJudge(edge);
          continue;
        }
        checks.examined(edge);
        if (deadline > 0 && edge.hold() > deadline) {
          flag(context, checks, edge, reach.journey(), deadline);
        }
      }
    }
  }

  private static boolean isAwaited(Reach reach, int place) {
    Edge edge = reach.edges().get(place);
    RealTimeClass kind = reach.journey().realTimeClass();
    boolean reached =
        reach.journey().get(JourneyAttributes.PATH).isPresent()
            || reach.handOvers().get(place) == 0
            || kind == RealTimeClass.SOFT
            || kind == RealTimeClass.OFFLINE;
    return reached && edge.need() != Need.ACK_NOW && edge.need() != Need.LATER;
  }

  private static void flag(
      RuleContext context, Checks checks, Edge edge, Journey journey, double deadline) {
    checks
        .flag(edge)
        .second(journey)
        .telling(draft -> tell(draft, context, edge, journey, deadline))
        .raise();
  }

  private static void tell(
      Draft draft, RuleContext context, Edge edge, Journey journey, double deadline) {
    draft
        .detail(journey.id())
        .message("%s is repeated after %s has run out of time", edge, journey)
        .because(
            "Flagged because %s can go on %s (%s%s), and %s must be done within %s: the last "
                + "attempts are work for a caller that has left.",
            edge,
            Double.isInfinite(edge.hold()) ? "for ever" : "for " + Words.duration(edge.hold()),
            attempts(edge),
            edge.backoffTotal() > 0 && Double.isFinite(edge.backoffTotal())
                ? " and waits of " + Words.duration(edge.backoffTotal())
                : "",
            journey,
            Words.duration(deadline));
    fix(draft, context, edge, deadline);
  }

  private static String attempts(Edge edge) {
    String count =
        Double.isInfinite(edge.attempts())
            ? "attempts without end"
            : Words.number(edge.attempts()) + " attempts";
    return Double.isInfinite(edge.timeout())
        ? count + ", no timeout"
        : count + " × " + Words.duration(edge.timeout());
  }

  private static void fix(Draft draft, RuleContext context, Edge edge, double deadline) {
    if (Double.isInfinite(edge.timeout())) {
      Timespan usual = context.budget(edge).timeout().timeout();
      double bounded = Math.min(usual == null ? deadline : usual.millis(), deadline);
      draft.fix(
          Declarations.limitCalls(edge, new CallLimits(Timespan.ofMillis(bounded), 0, null)),
          "A lost packet is an error; once the call is bounded, a repeat may fit again.");
      return;
    }
    int retries = fitting(edge, deadline);
    boolean mayRepeat = edge.effect() != Effect.WRITE || edge.idempotency() != Idempotency.NONE;
    if (retries > 0 && mayRepeat) {
      draft.fix(
          CallChanges.retryWithinDeadline(edge, retries),
          "Fewer attempts get through fewer short disturbances, and callee and framework must "
              + "understand a deadline.");
    }
    double shorter = Patience.atMost((deadline - edge.backoffTotal()) / edge.attempts());
    if (Patience.isHealthy(context, edge, shorter)) {
      draft.fix(
          Declarations.limitCalls(edge, new CallLimits(Timespan.ofMillis(shorter), null, null)),
          "Slow answers that would still have come count as failures: compare it with the p99.9 "
              + "that you measure.");
    }
    draft.fix(
        Declarations.stopRetrying(edge),
        "A lost packet is an error that somebody further out must repeat.");
  }

  /// How many repeats, with the waits before them, end before the deadline; fewer than now.
  private static int fitting(Edge edge, double deadline) {
    int retries = (int) Math.min(edge.attempts() - 2, ENOUGH);
    while (retries > 0 && edge.hold(retries) > deadline) {
      retries--;
    }
    return retries;
  }
}

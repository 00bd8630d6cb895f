package dev.stillwater.rules.kind;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.KindChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Leadership;
import dev.stillwater.model.Timespan;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// A scheduled job that is started again before it is done.
///
/// The catalogue is silent where the target is idempotent for each period. The model cannot say
/// that (a token on the link knows repeats of one call, not two runs), so the rule speaks, and the
/// page names it as a false positive; the reference does the same.
public final class OverlappingRuns extends Smell {
  public OverlappingRuns() {
    super("REL-KS-006", Severity.MEDIUM, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL04-BP01");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node scheduler : context.components()) {
      if (scheduler.kind() == ComponentKind.SCHEDULER) {
        for (Edge edge : context.graph().out(scheduler)) {
          check(checks, edge);
        }
      }
    }
  }

  private static void check(Checks checks, Edge edge) {
    double runTime =
        edge.to().held(ComponentAttributes.RUN_TIME).map(Timespan::millis).orElse(Double.NaN);
    if (Double.isNaN(runTime) || Double.isNaN(edge.period())) {
      checks.cannotJudge(edge);
      return;
    }
    checks.examined(edge);
    Leadership leader = edge.from().held(ComponentAttributes.LEADER).orElse(Leadership.NONE);
    if (edge.period() < runTime && leader == Leadership.NONE) {
      flag(checks, edge, runTime);
    }
  }

  private static void flag(Checks checks, Edge edge, double runTime) {
    checks
        .flag(edge)
        .message("%s starts %s again before it is done", edge.from(), edge.to())
        .because(
            "Flagged because a run takes %s and starts every %s, so up to %s runs work at the same "
                + "time on the same data, and no lease keeps them apart.",
            Words.duration(runTime),
            Words.duration(edge.period()),
            Words.number(Math.ceil(runTime / edge.period())))
        .fix(
            KindChanges.setLeader(edge.from(), Leadership.LEASE_FENCED),
            "Skip a start while a run holds the lease (policy: forbid); a run that hangs now blocks"
                + " all later ones, so add an alarm on a missed run.")
        .fix(
            KindChanges.setPeriod(edge, Timespan.ofMillis(runTime)),
            "Results are older, and a run that is slower than usual overlaps again.")
        .raise();
  }
}

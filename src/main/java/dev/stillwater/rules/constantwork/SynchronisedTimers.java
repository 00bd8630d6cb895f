package dev.stillwater.rules.constantwork;

import dev.stillwater.analysis.Edge;
import dev.stillwater.edits.ConstantWorkChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Settings;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// Periodic work that a whole fleet does at the same moment. A period of none never comes.
public final class SynchronisedTimers extends Smell {
  public SynchronisedTimers() {
    super("REL-CW-005", Severity.LOW, FailureCategory.EXCESSIVE_LOAD, "REL04-BP03");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.graph().edges()) {
      if (!(edge.period() > 0) || Double.isInfinite(edge.period())) {
        continue;
      }
      checks.examined(edge);
      long pairs = (long) edge.from().replicas() * edge.to().replicas();
      int most = context.setting(Settings.PERIODIC_PAIRS, edge);
      if (!edge.held(LinkAttributes.JITTER) && pairs > 1 && pairs >= most) {
        flag(checks, edge, pairs, most);
      }
    }
  }

  private static void flag(Checks checks, Edge edge, long pairs, int most) {
    checks
        .flag(edge)
        .message("All replicas do the work of %s at the same moment", edge)
        .because(
            "Flagged because %s replicas of %s × %s of %s are %s pairs on one timer of %s without "
                + "jitter, and %s are enough to matter (periodicPairs): timers that start together "
                + "stay together, so the work of a period comes in its first second.",
            edge.from().replicas(),
            edge.from(),
            edge.to().replicas(),
            edge.to(),
            pairs,
            Words.duration(edge.period()),
            most)
        .fix(
            ConstantWorkChanges.setJitter(edge),
            "Rounds no longer start on the minute, which whoever reads logs must know; the moment "
                + "of each replica is best made from its name, so that it can be found again.")
        .raise();
  }
}

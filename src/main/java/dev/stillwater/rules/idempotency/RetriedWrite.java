package dev.stillwater.rules.idempotency;

import dev.stillwater.analysis.Edge;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Delivery;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Idempotency;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Timespan;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// A write that is tried again although the callee cannot tell a repeat from a new request. It
/// costs no journey, only the truth of the data, so no failure is named that would show it.
public final class RetriedWrite extends Smell {
  public RetriedWrite() {
    super(
        "REL-ID-001",
        Severity.HIGH,
        FailureCategory.MISCONFIGURATION_AND_BUGS,
        "REL04-BP04",
        "REL05-BP03");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.links(LinkMode.SYNC, LinkMode.SEND)) {
      if (edge.attempts() < 2) {
        continue;
      }
      if (!edge.isDeclared(LinkAttributes.EFFECT)) {
        checks.cannotJudge(edge);
      }
      checks.examined(edge);
      boolean brokerDeduplicates =
          edge.mode() == LinkMode.SEND && edge.to().delivery() == Delivery.EXACTLY_ONCE;
      if (edge.effect() == Effect.WRITE
          && edge.idempotency() == Idempotency.NONE
          && !brokerDeduplicates) {
        flag(checks, edge);
      }
    }
  }

  private static void flag(Checks checks, Edge edge) {
    checks
        .flag(edge)
        .message("A retry of %s can execute the write twice", edge)
        .because(
            "Flagged because %s writes, is tried %s, and carries nothing by which %s could know a "
                + "repeat: a lost answer looks like a lost request.",
            edge,
            Double.isInfinite(edge.attempts())
                ? "without end"
                : "up to " + Words.number(edge.attempts()) + " times",
            edge.to())
        .fix(
            Declarations.setToken(edge, kept(edge)),
            "%s has to store tokens with every write, and to decide what it does when that store is"
                + " down.",
            edge.to())
        .fix(
            Declarations.stopRetrying(edge),
            "Every lost packet becomes an error that somebody else has to handle.")
        .declare(
            Declarations.declareRepeatable(edge),
            "True only for writes that set a state, not for those that add to one.")
        .raise();
  }

  private static Timespan kept(Edge edge) {
    double window = edge.hold();
    return Timespan.ofMillis(
        Double.isInfinite(window) ? RepeatWindow.DAY : Math.max(RepeatWindow.DAY, window));
  }
}

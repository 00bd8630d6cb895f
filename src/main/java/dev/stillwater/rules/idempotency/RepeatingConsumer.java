package dev.stillwater.rules.idempotency;

import dev.stillwater.analysis.Edge;
import dev.stillwater.edits.Declarations;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Delivery;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Idempotency;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// A consumer that repeats its side effect when a broker delivers a message again.
public final class RepeatingConsumer extends Smell {
  public RepeatingConsumer() {
    super("REL-ID-002", Severity.HIGH, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL04-BP04");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.links(LinkMode.DELIVER)) {
      if (edge.from().delivery() != Delivery.AT_LEAST_ONCE || edge.to().kind().isBroker()) {
        continue;
      }
      if (!edge.isDeclared(LinkAttributes.EFFECT)) {
        checks.cannotJudge(edge);
      }
      checks.examined(edge);
      if (edge.effect() == Effect.WRITE && edge.idempotency() == Idempotency.NONE) {
        flag(context, checks, edge);
      }
    }
  }

  private static void flag(RuleContext context, Checks checks, Edge edge) {
    checks
        .flag(edge)
        .message("%s works again when %s delivers a message twice", edge.to(), edge.from())
        .because(
            "Flagged because %s delivers at least once%s, %s writes, and %s keeps no record of "
                + "what it has done: after a missed acknowledgement the message comes again.",
            edge.from(),
            edge.from().isDeclared(ComponentAttributes.DELIVERY) ? "" : " (as brokers usually do)",
            edge,
            edge.to())
        .fix(
            Declarations.setDedupStore(edge, RepeatWindow.ofMessages(context, edge)),
            "The record becomes something that %s cannot work without.",
            edge.to())
        .declare(
            Declarations.declareRepeatable(edge),
            "True only for writes that set a state, such as an upsert, not for those that add to "
                + "one.")
        .raise();
  }
}

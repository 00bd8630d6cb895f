package dev.stillwater.rules.idempotency;

import dev.stillwater.analysis.Edge;
import dev.stillwater.edits.RepeatChanges;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Idempotency;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// A read that is protected against repeats, which do it no harm. Where the effect is undeclared it
/// counts as a read, as everywhere; then it is likelier that a write was forgotten to be declared.
public final class GuardedRead extends Smell {
  public GuardedRead() {
    super("REL-ID-008", Severity.INFO, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL04-BP04");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.graph().edges()) {
      if (edge.idempotency() == Idempotency.NONE) {
        continue;
      }
      checks.examined(edge);
      if (edge.effect() == Effect.READ) {
        flag(checks, edge);
      }
    }
  }

  private static void flag(Checks checks, Edge edge) {
    boolean declared = edge.isDeclared(LinkAttributes.EFFECT);
    String how = edge.idempotency() == Idempotency.TOKEN ? "by a token" : "by a record";
    Draft draft =
        checks
            .flag(edge)
            .message("%s only reads, and a read may be repeated anyway", edge)
            .because(
                "Flagged because repeats over %s are recognised %s although it %s: the record "
                    + "costs time and can fail, and protects nothing.",
                edge, how, declared ? "only reads" : "counts as a read, its effect is undeclared");
    if (!declared) {
      declareWrite(draft, edge);
    }
    draft.fix(
        RepeatChanges.clearIdempotency(edge),
        "If the read does change something, such as a meter or a link that works once, repeats "
            + "change it again.");
    if (declared) {
      declareWrite(draft, edge);
    }
    draft.raise();
  }

  private static void declareWrite(Draft draft, Edge edge) {
    draft.declare(
        RepeatChanges.declareWrite(edge),
        "True where a request changes something, if only a meter or a link that works once.");
  }
}

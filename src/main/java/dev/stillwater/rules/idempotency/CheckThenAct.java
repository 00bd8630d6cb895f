package dev.stillwater.rules.idempotency;

import dev.stillwater.analysis.Edge;
import dev.stillwater.edits.RepeatChanges;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Idempotency;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// A record of what was processed that is written apart from what it records.
///
/// Silent where an external system does the work: its owner alone can make one transaction of it,
/// and the states *begun* and *done* are the answer there. The reference flags that as well.
public final class CheckThenAct extends Smell {
  public CheckThenAct() {
    super("REL-ID-010", Severity.MEDIUM, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL04-BP04");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.graph().edges()) {
      if (edge.idempotency() != Idempotency.DEDUP_STORE) {
        continue;
      }
      checks.examined(edge);
      boolean outside = context.answering(edge).kind() == ComponentKind.EXTERNAL;
      if (!edge.held(LinkAttributes.DEDUP_ATOMIC) && !outside) {
        flag(context, checks, edge);
      }
    }
  }

  private static void flag(RuleContext context, Checks checks, Edge edge) {
    checks
        .flag(edge)
        .message("Two repeats over %s can pass the check at the same time", edge)
        .because(
            "Flagged because %s keeps a record of what came over %s, but not in the transaction of "
                + "the effect (dedupAtomic is false): two at once both find nothing and both act, "
                + "and a crash between effect and record makes the next one act again.",
            context.answering(edge), edge)
        .fix(
            RepeatChanges.setDedupAtomic(edge),
            "The record must live in the store that takes the effect, under a unique constraint; "
                + "what happens outside that store needs the states begun and done instead.")
        .raise();
  }
}

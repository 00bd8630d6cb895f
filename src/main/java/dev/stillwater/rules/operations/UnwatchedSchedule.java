package dev.stillwater.rules.operations;

import dev.stillwater.analysis.Node;
import dev.stillwater.edits.OperationChanges;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Criticality;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// A scheduled job that can stop running without anybody noticing.
public final class UnwatchedSchedule extends Smell {
  public UnwatchedSchedule() {
    super(
        "REL-OP-004",
        Severity.INFO,
        FailureCategory.MISCONFIGURATION_AND_BUGS,
        "REL04-BP01",
        "REL06-BP03");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node node : context.components()) {
      boolean matters =
          node.held(ComponentAttributes.CRITICALITY).orElse(Criticality.STANDARD)
              != Criticality.BEST_EFFORT;
      if (node.kind() != ComponentKind.SCHEDULER || !matters) {
        continue;
      }
      checks.examined(node);
      if (!node.held(ComponentAttributes.ALARMS).orElse(false)) {
        checks
            .flag(node)
            .message("Nobody is told when %s does not run", node)
            .because(
                "Flagged because %s has no alarm: a job that does not start makes no error, and is "
                    + "missed when somebody looks for its output.",
                node)
            .fix(
                OperationChanges.addAlarm(node, "when a run is missing"),
                "Measure the time since the last success, not errors; the limit has to follow "
                    + "when the schedule is changed.")
            .raise();
      }
    }
  }
}

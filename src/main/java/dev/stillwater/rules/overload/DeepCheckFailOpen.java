package dev.stillwater.rules.overload;

import dev.stillwater.edits.LoadChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// A health check that asks dependencies, behind routers that fail open.
public final class DeepCheckFailOpen extends Smell {
  public DeepCheckFailOpen() {
    super("REL-OV-011", Severity.INFO, FailureCategory.SHARED_FATE, "REL11-BP01");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (DeepHealthChecks found : DeepHealthChecks.in(context)) {
      checks.examined(found.fleet());
      if (found.closed().isEmpty()) {
        flag(checks, found);
      }
    }
  }

  private static void flag(Checks checks, DeepHealthChecks found) {
    Draft draft =
        checks
            .flag(found.fleet())
            .message("The health check of %s depends on others", found.fleet())
            .because(
                "Flagged because the health check of %s asks %s too; %s sends to all replicas "
                    + "when all look ill, but when only some do, the others get the whole load.",
                found.fleet(), Words.some(found.asked()), Words.some(found.open()))
            .on(found.needed());
    found.open().forEach(draft::on);
    draft
        .fix(
            LoadChanges.setShallowHealthCheck(found.fleet()),
            "A replica that has lost its own way to a dependency stays in rotation: watch that "
                + "with an alarm instead.")
        .raise();
  }
}

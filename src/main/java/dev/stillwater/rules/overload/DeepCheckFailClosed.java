package dev.stillwater.rules.overload;

import dev.stillwater.analysis.Node;
import dev.stillwater.edits.LoadChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Settings;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// A health check that takes the whole fleet out of rotation when a dependency fails.
public final class DeepCheckFailClosed extends Smell {
  public DeepCheckFailClosed() {
    super("REL-OV-004", Severity.HIGH, FailureCategory.SHARED_FATE, "REL11-BP01");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (DeepHealthChecks found : DeepHealthChecks.in(context)) {
      checks.examined(found.fleet());
      if (!found.closed().isEmpty()) {
        flag(context, checks, found);
      }
    }
  }

  private static void flag(RuleContext context, Checks checks, DeepHealthChecks found) {
    Node fleet = found.fleet();
    Draft draft =
        checks
            .flag(fleet)
            .message("Trouble of one dependency takes all of %s out of rotation", fleet)
            .because(
                "Flagged because the health check of all %s replicas of %s asks %s too, and %s "
                    + "sends nothing when all look ill: %s after that, partial trouble is a total "
                    + "outage.",
                fleet.replicas(),
                fleet,
                Words.some(found.asked()),
                Words.some(found.closed()),
                Words.duration(context.setting(Settings.DETECTION, fleet).millis()))
            .on(found.needed())
            .probesAlong(found.needed());
    found.closed().forEach(draft::on);
    draft.fix(
        LoadChanges.setShallowHealthCheck(fleet),
        "A replica that has lost its own way to a dependency stays in rotation: watch that with "
            + "an alarm instead.");
    if (found.closed().stream().allMatch(router -> router.impliedBy().isEmpty())) {
      draft.fix(
          LoadChanges.setFailOpen(found.closed()),
          "When all replicas are really ill, requests reach them and fail one by one.");
    }
    draft.raise();
  }
}

package dev.stillwater.rules.queues;

import dev.stillwater.analysis.Node;
import dev.stillwater.edits.DrawOut;
import dev.stillwater.edits.QueueChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Isolation;
import dev.stillwater.model.LinkMode;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// A queue or stream in which all tenants wait behind the one that sends most.
public final class UnfairQueue extends Smell {
  public UnfairQueue() {
    super("REL-QU-015", Severity.MEDIUM, FailureCategory.SHARED_FATE, "REL10-BP03", "REL05-BP04");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node broker : context.components()) {
      boolean queues =
          broker.kind() == ComponentKind.QUEUE || broker.kind() == ComponentKind.STREAM;
      if (!queues
          || !broker.held(ComponentAttributes.MULTI_TENANT).orElse(false)
          || !DrawOut.isPossible(context.design(), broker)) {
        continue;
      }
      checks.examined(broker);
      if (broker.held(ComponentAttributes.ISOLATION).orElse(Isolation.NONE) == Isolation.NONE) {
        flag(context, checks, broker);
      }
    }
  }

  private static void flag(RuleContext context, Checks checks, Node broker) {
    checks
        .flag(broker)
        .message("In %s every tenant waits behind the one that sends most", broker)
        .because(
            "Flagged because %s is shared by tenants and nothing keeps them apart: the surge of "
                + "one is the backlog of all.",
            broker)
        .on(context.out(broker, LinkMode.DELIVER))
        .fix(
            isolate(
                context,
                broker,
                Isolation.SHUFFLE_SHARD,
                "Spread each tenant of " + Words.name(broker) + " over a few of several queues"),
            "More queues to run and watch; a producer sends to the shortest of its tenant's few.")
        .fix(
            isolate(
                context,
                broker,
                Isolation.QUOTA,
                "Limit what each tenant may put into " + Words.name(broker)),
            "What exceeds a quota is refused or put aside, and quotas must be adjusted as tenants "
                + "grow.")
        .raise();
  }

  private static Edit isolate(RuleContext context, Node broker, Isolation isolation, String title) {
    return QueueChanges.set(
        "SetIsolation", context.design(), broker, ComponentAttributes.ISOLATION, isolation, title);
  }
}

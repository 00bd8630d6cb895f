package dev.stillwater.rules.data;

import dev.stillwater.analysis.Node;
import dev.stillwater.edits.DataChanges;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.FailoverMode;
import dev.stillwater.model.Replication;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.Optional;

/// A store that promotes a replica by itself although the replica lacks the last writes and the old
/// primary may go on writing.
public final class SplitBrainFailover extends Smell {
  public SplitBrainFailover() {
    super(
        "REL-DA-002",
        Severity.HIGH,
        FailureCategory.MISCONFIGURATION_AND_BUGS,
        "REL11-BP02",
        "REL09-BP01");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node store : context.components()) {
      boolean auto =
          store
              .held(ComponentAttributes.FAILOVER_MODE)
              .filter(FailoverMode.AUTO::equals)
              .isPresent();
      if (!store.kind().isStore() || !auto) {
        continue;
      }
      Optional<Replication> replication = store.held(ComponentAttributes.REPLICATION);
      if (replication.isEmpty()) {
        checks.cannotJudge(store);
        continue;
      }
      checks.examined(store);
      if (replication.get() == Replication.ASYNC
          && !store.held(ComponentAttributes.FENCING).orElse(false)) {
        flag(checks, store);
      }
    }
  }

  private static void flag(Checks checks, Node store) {
    checks
        .flag(store)
        .message("A short partition can leave %s with two histories", store)
        .because(
            "Flagged because %s answers a write before a replica has it (replication is async), "
                + "promotes a replica by itself (failoverMode is auto), and nothing keeps the old "
                + "primary from writing (fencing%s): after the partition both have writes that the "
                + "other lacks.",
            store, store.isDeclared(ComponentAttributes.FENCING) ? " is false" : " is undeclared")
        .fix(
            DataChanges.setFencing(store),
            "Nobody writes until the old primary is known to be fenced; promote only a replica "
                + "whose lag is small, or its missing writes are lost.")
        .fix(
            DataChanges.replicateFirst(store),
            "Each write waits for a replica, which between regions costs tens of milliseconds, and "
                + "writes stop when no replica answers.")
        .fix(
            DataChanges.setManualFailover(store),
            "Writes stop until somebody is awake and has decided; right between regions, too slow "
                + "inside one.")
        .raise();
  }
}

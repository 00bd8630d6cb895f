package dev.stillwater.rules.overload;

import dev.stillwater.analysis.Node;
import dev.stillwater.edits.LoadChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Settings;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// A large fleet in which every replica talks to every other.
public final class FullMesh extends Smell {
  public FullMesh() {
    super("REL-OV-009", Severity.MEDIUM, FailureCategory.EXCESSIVE_LOAD, "REL10-BP03");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node node : context.components()) {
      if (!node.held(ComponentAttributes.MESH).orElse(false)) {
        continue;
      }
      checks.examined(node);
      if (node.replicas() >= context.setting(Settings.MESH, node)) {
        flag(checks, node, context.setting(Settings.MESH, node));
      }
    }
  }

  private static void flag(Checks checks, Node node, int limit) {
    double replicas = node.replicas();
    checks
        .flag(node)
        .message("Every replica of %s talks to every other", node)
        .because(
            "Flagged because %s runs %s replicas in a full mesh (the limit is %s): each keeps %s "
                + "connections, all together %s, and every replica that is added costs each of "
                + "the others one more.",
            node,
            node.replicas(),
            limit,
            node.replicas() - 1,
            Words.number(replicas * (replicas - 1) / 2))
        .fix(
            LoadChanges.cellularize(node, Math.ceilDiv(node.replicas(), limit)),
            "A router must know which cell holds what, and each cell needs spare capacity of its "
                + "own.")
        .fix(
            LoadChanges.readPeersFromStore(node),
            "What replicas know of each other is as old as the last read, and the store must be "
                + "up for changes to arrive.")
        .raise();
  }
}

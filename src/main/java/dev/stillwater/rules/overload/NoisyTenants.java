package dev.stillwater.rules.overload;

import dev.stillwater.analysis.Node;
import dev.stillwater.edits.LoadChanges;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Isolation;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// A component in which one tenant can take what all of them need.
public final class NoisyTenants extends Smell {
  public NoisyTenants() {
    super("REL-OV-006", Severity.MEDIUM, FailureCategory.SHARED_FATE, "REL10-BP03");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node node : context.components()) {
      if (!serves(node) || !node.held(ComponentAttributes.MULTI_TENANT).orElse(false)) {
        continue;
      }
      checks.examined(node);
      if (node.held(ComponentAttributes.ISOLATION).orElse(Isolation.NONE) == Isolation.NONE) {
        flag(checks, node);
      }
    }
  }

  private static boolean serves(Node node) {
    return switch (node.kind().family()) {
      case COMPUTE, STORE, CONFIG -> true;
      case EDGE, ROUTER, BROKER, CACHE, EXTERNAL, MONITOR -> false;
    };
  }

  private static void flag(Checks checks, Node node) {
    checks
        .flag(node)
        .message("One tenant of %s can take what all of them need", node)
        .because(
            "Flagged because %s serves several tenants and keeps nothing of one from the others: "
                + "its busiest tenant, or a poisonous one, is everybody's outage.",
            node)
        .fix(
            LoadChanges.setIsolation(node, Isolation.QUOTA),
            "A tenant is refused at its quota although capacity is free, and quotas must be kept "
                + "up to date.")
        .fix(
            LoadChanges.setIsolation(node, Isolation.SHUFFLE_SHARD),
            "Each tenant uses a few shards only, so its peak has less capacity to spread over; "
                + "clients or routers must know the shards.")
        .fix(
            LoadChanges.setIsolation(node, Isolation.CELL),
            "Capacity is split for good: cells need a router in front, spare room each, and a way "
                + "to move a tenant.")
        .raise();
  }
}

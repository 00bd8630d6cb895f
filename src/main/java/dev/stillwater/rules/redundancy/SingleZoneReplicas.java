package dev.stillwater.rules.redundancy;

import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.ZoneMap;
import dev.stillwater.edits.SpreadZones;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;

/// Several replicas that stand in one availability zone.
public final class SingleZoneReplicas extends Smell {
  public SingleZoneReplicas() {
    super("REL-RZ-002", Severity.MEDIUM, FailureCategory.SHARED_FATE, "REL10-BP01");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    ZoneMap zones = ZoneMap.of(context.design());
    for (Node node : context.components()) {
      if (node.replicas() < 2 || node.isManaged() || !isOurs(node)) {
        continue;
      }
      checks.examined(node);
      List<String> declared = node.zones().stream().distinct().toList();
      if (declared.isEmpty()) {
        checks.cannotJudge(node);
      } else if (declared.size() == 1 && zones.isAvailabilityZone(declared.getFirst())) {
        flag(checks, node, zones.name(declared.getFirst()));
      }
    }
  }

  /// Clients are where they are, and an external system is where its owner wants it.
  private static boolean isOurs(Node node) {
    return switch (node.kind().family()) {
      case EDGE, EXTERNAL -> false;
      case COMPUTE, ROUTER, BROKER, CACHE, STORE, CONFIG, MONITOR -> true;
    };
  }

  private static void flag(Checks checks, Node node, String zone) {
    checks
        .flag(node)
        .message("All replicas of %s stand in zone %s", node, zone)
        .because(
            "Flagged because %s runs %d replicas, all of them in zone %s: they share power, cooling"
                + " and network, and go down together.",
            node, node.replicas(), zone)
        .fix(
            SpreadZones.of(List.of(node), 2),
            node.kind().isStore() || node.kind().isBroker()
                ? "Every write that is copied waits about a millisecond for the other zone, and "
                    + "traffic between zones is charged."
                : "Calls between zones take about a millisecond longer and are charged.")
        .raise();
  }
}

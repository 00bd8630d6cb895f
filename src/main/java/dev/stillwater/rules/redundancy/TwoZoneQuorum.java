package dev.stillwater.rules.redundancy;

import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.ZoneMap;
import dev.stillwater.edits.RedundancyChanges;
import dev.stillwater.edits.SpreadZones;
import dev.stillwater.edits.Words;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;

/// A majority that stands in one of two zones.
public final class TwoZoneQuorum extends Smell {
  public TwoZoneQuorum() {
    super("REL-RZ-012", Severity.MEDIUM, FailureCategory.SHARED_FATE, "REL10-BP01");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    ZoneMap map = ZoneMap.of(context.design());
    for (Node node : context.components()) {
      if (node.isManaged() || !SpreadZones.votes(node)) {
        continue;
      }
      List<String> zones = map.availabilityZones(node);
      if (node.zones().isEmpty()) {
        checks.cannotJudge(node);
        continue;
      }
      checks.examined(node);
      if (zones.size() == 2) {
        checks
            .flag(node)
            .message("%s loses its majority with one of two zones", node)
            .because(
                "Flagged because %s decides by majority and stands in %s: however the votes are "
                    + "divided, one of the two zones holds so many that the other cannot go on "
                    + "without it.",
                node, Words.list(zones.stream().map(map::name).toList()))
            .fix(
                RedundancyChanges.addWitness(node),
                "Decisions wait for the nearer of the other zones; a witness that votes and keeps "
                    + "no data is enough and costs little.")
            .raise();
      }
    }
  }
}

package dev.stillwater.rules.redundancy;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.edits.RedundancyChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Rollout;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Configuration that reaches all replicas of everybody in the same second.
public final class SimultaneousRollout extends Smell {
  public SimultaneousRollout() {
    super(
        "REL-RZ-010",
        Severity.HIGH,
        FailureCategory.MISCONFIGURATION_AND_BUGS,
        "REL08-BP05",
        "REL10-BP01");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    List<Edge> links = context.links(LinkMode.CONFIG);
    Map<Node, Integer> consumers = new HashMap<>();
    links.forEach(edge -> consumers.merge(edge.from(), 1, Integer::sum));
    for (Edge edge : links) {
      int zones = edge.to().zones().size();
      int others = consumers.getOrDefault(edge.from(), 1) - 1;
      if (zones < 2 && others == 0) {
        continue;
      }
      Optional<Rollout> rollout = edge.link().get(LinkAttributes.ROLLOUT);
      if (rollout.isEmpty()) {
        checks.cannotJudge(edge);
        continue;
      }
      checks.examined(edge);
      if (rollout.get() == Rollout.ALL_AT_ONCE) {
        flag(context, checks, edge, zones, others);
      }
    }
  }

  private static void flag(RuleContext context, Checks checks, Edge edge, int zones, int others) {
    List<Injection> probes = List.of(new Injection(edge.to().id(), Failure.ERROR));
    checks
        .flag(edge)
        .message("A bad value from %s reaches all of %s at once", edge.from(), edge.to())
        .because(
            "Flagged because %s rolls out all at once to %s: redundancy does not help against the "
                + "same mistake made everywhere in the same second.",
            edge,
            zones < 2
                ? Words.name(edge.to())
                    + " and "
                    + Words.plural(others, "other consumer", "other consumers")
                : Words.count(zones) + " zones of " + Words.name(edge.to()))
        .probes(probes, context.lost(probes))
        .fix(
            RedundancyChanges.stage(edge),
            "A change takes as long as its zones one after the other; check values before they "
                + "leave, wait long enough to see harm, and keep a rehearsed way for emergencies.")
        .raise();
  }
}

package dev.stillwater.rules.redundancy;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.analysis.ZoneMap;
import dev.stillwater.edits.RedundancyChanges;
import dev.stillwater.edits.ReplicateData;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Journey;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.Drawn;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A call between regions that somebody waits for.
public final class CrossRegionCall extends Smell {
  public CrossRegionCall() {
    super(
        "REL-RZ-009",
        Severity.MEDIUM,
        FailureCategory.EXCESSIVE_LATENCY,
        "REL10-BP01",
        "REL05-BP01");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    ZoneMap zones = ZoneMap.of(context.design());
    for (Edge edge : context.links(LinkMode.SYNC)) {
      Optional<Journey> hard =
          context.graph().journeysOf(edge).stream()
              .map(Reach::journey)
              .filter(journey -> journey.realTimeClass() == RealTimeClass.HARD)
              .findFirst();
      if (hard.isEmpty()) {
        continue;
      }
      Node caller = Drawn.from(context, edge);
      Node callee = Drawn.to(context, edge);
      Set<String> here = zones.regions(caller);
      Set<String> there = zones.regions(callee);
      if (here.isEmpty() || there.isEmpty()) {
        continue;
      }
      checks.examined(edge);
      if (Collections.disjoint(here, there)) {
        Draft draft =
            checks
                .flag(edge)
                .message("%s calls %s in another region and waits", caller, callee)
                .because(
                    "Flagged because %s runs in %s and %s in %s, and somebody waits for %s: every "
                        + "call pays the distance, tens of milliseconds, and the trouble of either "
                        + "region is the trouble of both.",
                    caller,
                    Words.list(here.stream().map(zones::name).toList()),
                    callee,
                    Words.list(there.stream().map(zones::name).toList()),
                    hard.get());
        fix(draft, context, edge, caller, callee);
        draft.raise();
      }
    }
  }

  private static void fix(Draft draft, RuleContext context, Edge edge, Node caller, Node callee) {
    ReplicateData.on(context.design(), edge.subject())
        .ifPresent(edit ->
            draft.fix(
                edit,
                "What is read is as old as the replication lags; what must be the latest has to "
                    + "be read at the original."));
    if (callee.kind() == ComponentKind.EXTERNAL) {
      draft.declare(
          RedundancyChanges.declareAlsoAt(callee, caller),
          "True only where its owner serves it from that region.");
      return;
    }
    if (callee.kind().isCompute() || callee.kind().isRouter()) {
      draft.fix(
          RedundancyChanges.alsoAt(callee, caller),
          "It runs, is deployed and is watched in one more region, and what it stores has to be "
              + "there as well.");
    }
    List<String> others =
        Stream.of(context.graph().in(callee))
            .map(in -> Drawn.from(context, in))
            .filter(other -> other != caller)
            .distinct()
            .limit(3)
            .map(Words::name)
            .toList();
    draft.fix(
        RedundancyChanges.moveTo(callee, caller),
        others.isEmpty()
            ? "A move across regions needs a copy, a switch and a way back."
            : "A move across regions needs a copy, a switch and a way back; whoever else calls it "
                + "from where it was is far from it then: "
                + Words.list(others)
                + ".");
  }
}

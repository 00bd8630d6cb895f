package dev.stillwater.rules.constantwork;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.ConstantWorkChanges;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.InvertControl;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Admission;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Settings;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// A small service whose load is decided by a fleet many times its size.
public final class LargeFleetInControl extends Smell {
  public LargeFleetInControl() {
    super("REL-CW-006", Severity.MEDIUM, FailureCategory.EXCESSIVE_LOAD, "REL04-BP03");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.links(LinkMode.SYNC, LinkMode.CONFIG)) {
      boolean call = edge.isSync();
      Node fleet = call ? edge.from() : edge.to();
      Node small = call ? context.answering(edge) : edge.from();
      if (!fleet.kind().isCompute() || !canBeOverrun(small)) {
        continue;
      }
      checks.examined(edge);
      double ratio = context.setting(Settings.FLEET_RATIO, edge);
      if (fleet.replicas() >= ratio * small.replicas()
          && small.admission() == Admission.NONE
          && !small.isManaged()) {
        flag(context, checks, edge, fleet, small, ratio);
      }
    }
  }

  private static boolean canBeOverrun(Node node) {
    return node.kind().isCompute() || node.kind() == ComponentKind.CONFIG;
  }

  private static void flag(
      RuleContext context, Checks checks, Edge edge, Node fleet, Node small, double ratio) {
    Draft draft =
        checks
            .flag(edge)
            .message("%s decides how much work %s has", fleet, small)
            .because(
                "Flagged because %s replicas of %s depend on %s of %s over %s, %s times as many "
                    + "where %s are too many (fleetRatio), and nothing limits what they ask for: "
                    + "when all of them start or reconnect at once, %s is overrun and cannot get "
                    + "up again.",
                fleet.replicas(),
                fleet,
                small.replicas(),
                small,
                edge,
                Words.number((double) fleet.replicas() / small.replicas()),
                Words.number(ratio),
                small)
            .on(small);
    InvertControl.on(context.design(), edge.subject())
        .ifPresent(edit ->
            draft.fix(
                edit,
                "What the fleet reads is up to one period old, and %s must be able to write "
                    + "down everything that anybody may ask for.",
                small));
    draft
        .fix(
            ConstantWorkChanges.setAdmission(small),
            "Replicas above the limit are refused and have to come back later, spread by jitter.")
        .declare(
            Declarations.declareManaged(small),
            "True only for a service that its provider runs in several zones and scales with its "
                + "callers.")
        .raise();
  }
}

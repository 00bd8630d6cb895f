package dev.stillwater.rules.redundancy;

import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.ZoneMap;
import dev.stillwater.edits.SpreadZones;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Scaling;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;
import java.util.Optional;

/// A component that carries its peak with all zones and not with one zone less.
///
/// Replicas are taken as spread evenly: of k zones the survivors of one have capacity · (k − 1) /
/// k. What scales by itself and what does not are two smells with two names.
abstract sealed class ZoneLossHeadroom extends Smell permits ZoneLossOverload, ZoneLossScaling {
  /// As many as a component can declare.
  private static final double MOST_REPLICAS = 1_000_000;

  /// By which a quotient may miss a whole number.
  private static final double ROUNDING = 1e-9;

  private final Scaling scaling;

  ZoneLossHeadroom(String id, Scaling scaling, String... practices) {
    super(id, Severity.MEDIUM, FailureCategory.EXCESSIVE_LOAD, practices);
    this.scaling = scaling;
  }

  /// What a sentence says of the message and of the reason, and the edit that adds replicas.
  abstract String message();

  abstract String why();

  abstract Edit add(Node node, int replicas);

  abstract String cost(Node node, int replicas);

  @Override
  public final void check(RuleContext context, Checks checks) {
    ZoneMap map = ZoneMap.of(context.design());
    for (Node node : context.components()) {
      int zones = map.availabilityZones(node).size();
      if (zones < 2 || node.held(ComponentAttributes.SCALING).orElse(Scaling.FIXED) != scaling) {
        continue;
      }
      double inflow = context.load().inflow(node);
      if (Double.isNaN(node.capacity()) || inflow == 0) {
        checks.cannotJudge(node);
        continue;
      }
      checks.examined(node);
      double left = node.capacity() * (zones - 1) / zones;
      if (left < inflow && inflow <= node.capacity()) {
        flag(checks, node, zones, left, inflow);
      }
    }
  }

  private void flag(Checks checks, Node node, int zones, double left, double inflow) {
    Draft draft =
        checks
            .flag(node)
            .message(message(), node)
            .because(
                "Flagged because of %s zones %s %s left, and what runs there serves %s × %d/%d = "
                    + "%s, less than the peak of %s: %s.",
                Words.count(zones),
                Words.count(zones - 1),
                zones == 2 ? "is" : "are",
                Words.perSecond(node.capacity()),
                zones - 1,
                zones,
                Words.perSecond(left),
                Words.perSecond(inflow),
                why());
    replicas(node, zones, inflow)
        .ifPresent(enough -> draft.fix(add(node, enough), cost(node, enough)));
    if (node.capacity() * zones / (zones + 1) >= inflow) {
      draft.fix(
          SpreadZones.of(List.of(node), zones + 1),
          "One zone less then takes a smaller part away; the data and the traffic between zones "
              + "grow by a zone.");
    }
    draft.raise();
  }

  /// ⌈m · k / (k − 1)⌉ with m = ⌈inflow / capacity of one⌉: replicas are whole, and it is the
  /// fullest zone that may be lost.
  private static Optional<Integer> replicas(Node node, int zones, double inflow) {
    double one = node.capacity() / node.replicas();
    double needed = Math.ceil(inflow / one - ROUNDING);
    double enough = needed + Math.ceil(needed / (zones - 1));
    while (enough <= MOST_REPLICAS && enough * one * (zones - 1) / zones < inflow) {
      enough++;
    }
    return enough > MOST_REPLICAS ? Optional.empty() : Optional.of((int) enough);
  }
}

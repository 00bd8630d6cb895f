package dev.stillwater.rules.redundancy;

import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.edits.PromiseChanges;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.rules.Absorption;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/// A dependency that may be down for more than a tenth of what the journey may be.
public final class MissingExtraNine extends Smell {
  /// The part of what a journey may be down that one dependency may use up: one nine more.
  private static final double PART = 10;

  /// What differences of decimal fractions may be off by.
  private static final double ROUNDING = 1e-12;

  /// Digits of an availability that is asked for.
  private static final int DIGITS = 7;

  public MissingExtraNine() {
    super("REL-RZ-007", Severity.INFO, FailureCategory.SINGLE_POINT_OF_FAILURE, "REL11-BP07");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Reach reach : context.journeys()) {
      double target = reach.journey().get(JourneyAttributes.SLO).orElse(0.0);
      if (target > 0) {
        judge(context, checks, reach.journey(), HardPart.of(reach), target);
      }
    }
  }

  private static void judge(
      RuleContext context, Checks checks, Journey journey, HardPart part, double target) {
    List<Node> known = part.known();
    if (known.isEmpty()) {
      checks.cannotJudge(journey);
      return;
    }
    double worst = HardPart.availability(part.worstFirst().getFirst()).orElseThrow();
    boolean missed = part.product(Map.of()) < target;
    for (Node node : known) {
      checks.examined(node);
      double availability = HardPart.availability(node).orElseThrow();
      boolean isTold = missed && availability == worst;
      if (1 - availability > (1 - target) / PART + ROUNDING && !isTold) {
        flag(context, checks, journey, node, part, target);
      }
    }
  }

  private static void flag(
      RuleContext context,
      Checks checks,
      Journey journey,
      Node node,
      HardPart part,
      double target) {
    double wanted = ceiling(1 - (1 - target) / PART);
    Draft draft =
        checks
            .flag(node)
            .second(journey)
            .detail(journey.id())
            .message("%s is not one nine better than %s promises", node, journey)
            .because(
                "Flagged because %s is up %s of the time and %s promises %s: a dependency should "
                    + "take at most a tenth of what may fail, which is %s.",
                node,
                PromiseChanges.percent(HardPart.availability(node).orElseThrow()),
                journey,
                PromiseChanges.percent(target),
                PromiseChanges.percent(wanted))
            .on(part.entered().getOrDefault(node, List.of()));
    part.softenable(node).stream()
        .limit(1)
        .forEach(edge -> Absorption.doWithoutAny(draft, context, edge));
    draft
        .declare(
            PromiseChanges.askSla(node, wanted),
            "A promise is kept by redundancy and practice, and a refund is no availability.")
        .raise();
  }

  private static double ceiling(double fraction) {
    return Math.min(
        1,
        new BigDecimal(fraction - ROUNDING / 2)
            .setScale(DIGITS, RoundingMode.CEILING)
            .doubleValue());
  }
}

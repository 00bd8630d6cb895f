package dev.stillwater.rules.redundancy;

import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.edits.PromiseChanges;
import dev.stillwater.edits.RedundancyChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentKind;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A journey that promises more than the components that it cannot do without.
public final class UnreachableTarget extends Smell {
  /// Components that a sentence names.
  private static final int MOST_NAMED = 5;

  /// Digits behind the point of a target that is proposed: 99.999 % is the finest.
  private static final int DIGITS = 5;

  public UnreachableTarget() {
    super(
        "REL-RZ-006",
        Severity.MEDIUM,
        FailureCategory.SINGLE_POINT_OF_FAILURE,
        "REL05-BP01",
        "REL11-BP07");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Reach reach : context.journeys()) {
      Journey journey = reach.journey();
      journey
          .get(JourneyAttributes.SLO)
          .ifPresent(target -> {
            HardPart part = HardPart.of(reach);
            double product = part.product(Map.of());
            checks.examined(journey.id());
            if (part.known().isEmpty()) {
              checks.cannotJudge(journey);
            } else if (product < target) {
              flag(context, checks, journey, part, product, target);
            }
          });
    }
  }

  private static void flag(
      RuleContext context,
      Checks checks,
      Journey journey,
      HardPart part,
      double product,
      double target) {
    List<Node> worst = part.worstFirst();
    int unknown = part.entered().size() - worst.size();
    Draft draft =
        checks
            .flag(journey)
            .detail(Words.fixed(product, 5) + " < " + Words.fixed(target, 5))
            .message("%s promises more than what it depends on", journey)
            .because(
                "Flagged because %s %s to %s at best, and %s promises %s%s.",
                Words.list(worst.stream().limit(MOST_NAMED).map(UnreachableTarget::told).toList()),
                worst.size() == 1
                    ? "alone holds it"
                    : worst.size() > MOST_NAMED
                        ? "and " + (worst.size() - MOST_NAMED) + " more multiply"
                        : "multiply",
                PromiseChanges.percent(rounded(product)),
                journey,
                PromiseChanges.percent(target),
                unknown == 0
                    ? ""
                    : "; "
                        + Words.plural(unknown, "component declares", "components declare")
                        + " none, so the truth is lower");
    part.entered().values().forEach(draft::on);
    worst.stream()
        .flatMap(node -> part.softenable(node).stream().limit(1))
        .limit(1)
        .forEach(edge -> Absorption.doWithoutAny(draft, context, edge));
    raise(draft, part, worst, target);
    draft
        .declare(
            PromiseChanges.lowerSlo(journey, floor(product)),
            "Somebody has to tell those who were promised %s.",
            PromiseChanges.percent(target))
        .raise();
  }

  private static String told(Node node) {
    return Words.name(node)
        + " ("
        + PromiseChanges.percent(HardPart.availability(node).orElseThrow())
        + ")";
  }

  /// A second replica for those that run once, the least available first, if that is enough.
  private static void raise(Draft draft, HardPart part, List<Node> worst, double target) {
    Map<Node, Double> raised = new LinkedHashMap<>();
    for (Node node : worst) {
      if (part.product(raised) >= target) {
        break;
      }
      if (RuleContext.isFragile(node) && isOurs(node)) {
        double down = 1 - HardPart.availability(node).orElseThrow();
        raised.put(node, 1 - down * down);
      }
    }
    if (part.product(raised) >= target) {
      draft.fix(
          RedundancyChanges.raiseRedundancy(raised),
          "The second replica costs money; 1 − (1 − a)² holds only as far as the two fail "
              + "independently, so replace the declared figure by a measured one.");
    }
  }

  private static boolean isOurs(Node node) {
    return node.kind() != ComponentKind.EXTERNAL
        && !node.kind().isEdge()
        && node.impliedBy().isEmpty();
  }

  private static double rounded(double fraction) {
    return new BigDecimal(fraction).setScale(DIGITS, RoundingMode.HALF_EVEN).doubleValue();
  }

  private static double floor(double fraction) {
    return new BigDecimal(fraction).setScale(DIGITS, RoundingMode.FLOOR).doubleValue();
  }
}

package dev.stillwater.rules.ripple;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.JourneyOutcome;
import dev.stillwater.edits.RedundancyChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Isolation;
import dev.stillwater.model.LinkMode;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A redundant component whose complete failure stops most of the design.
///
/// Cells make it silent, because a deployment or a poisoned request then reaches one of them; the
/// reference does not know cells. An annotated intermediary is asked about once it is drawn.
public final class FatalHub extends Smell {
  /// Journeys that a sentence names; the detail lists all.
  private static final int MOST_NAMED = 5;

  public FatalHub() {
    super(
        "REL-RP-006",
        Severity.LOW,
        FailureCategory.MISCONFIGURATION_AND_BUGS,
        "REL10-BP03",
        "REL11-BP05");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    int journeys = context.graph().journeys().size();
    if (journeys < 2) {
      return;
    }
    for (Node node : context.components()) {
      if (!RuleContext.canFail(node) || !node.isRedundant() || node.impliedBy().isPresent()) {
        continue;
      }
      checks.examined(node);
      if (isHub(context.mostLost(node), journeys)
          && node.held(ComponentAttributes.ISOLATION).orElse(Isolation.NONE) != Isolation.CELL) {
        Injection error = new Injection(node.id(), Failure.ERROR);
        List<JourneyOutcome> down = context.down(error);
        if (isHub(down.size(), journeys)) {
          flag(context, checks, node, error, down, journeys);
        }
      }
    }
  }

  private static boolean isHub(int stopped, int journeys) {
    return stopped >= 2 && 2 * stopped >= journeys;
  }

  private static void flag(
      RuleContext context,
      Checks checks,
      Node node,
      Injection error,
      List<JourneyOutcome> down,
      int journeys) {
    List<Injection> probes = List.of(error);
    List<Edge> unsaved =
        context.out(node, LinkMode.CONFIG).stream().filter(edge -> !edge.isAbsorbable()).toList();
    checks
        .flag(node)
        .on(Stream.of(context.graph().in(node)).filter(RuleContext::makesWait).toList())
        .on(unsaved)
        .probes(probes, context.lost(probes))
        .telling(draft -> tell(draft, node, unsaved, down, journeys))
        .raise();
  }

  private static void tell(
      Draft draft, Node node, List<Edge> unsaved, List<JourneyOutcome> down, int journeys) {
    draft
        .detail(String.join(",", down.stream().map(JourneyOutcome::id).toList()))
        .message("A bad deployment of %s stops %d of %d journeys", node, down.size(), journeys)
        .because(
            "Flagged because errors of all replicas of %s at once, as after a bad deployment, "
                + "stop %s: redundancy protects against the loss of one, not against the same "
                + "fault in each.",
            node, names(down));
    if (!unsaved.isEmpty()) {
      draft.fix(
          RedundancyChanges.keepLastGood(node, unsaved),
          "While it is down they work with an old state; ring when that gets too old.");
    }
    if (node.kind() == ComponentKind.EXTERNAL) {
      draft.declare(
          RedundancyChanges.cellularize(node),
          "True only where its owner serves you from one of several independent copies.");
    } else {
      draft.fix(
          RedundancyChanges.cellularize(node),
          "Each cell is deployed, sized and watched by itself, something thin has to choose the "
              + "cell, and work across cells gets hard; deploy to one cell first and look.");
    }
  }

  private static String names(List<JourneyOutcome> down) {
    List<String> names =
        new ArrayList<>(
            down.stream()
                .limit(MOST_NAMED)
                .map(outcome -> outcome.reach().journey().name())
                .toList());
    if (down.size() > MOST_NAMED) {
      names.add((down.size() - MOST_NAMED) + " more");
    }
    return Words.list(names);
  }
}

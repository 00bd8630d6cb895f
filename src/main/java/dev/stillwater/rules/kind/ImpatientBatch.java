package dev.stillwater.rules.kind;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Reach;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.KindChanges;
import dev.stillwater.model.Journey;
import dev.stillwater.model.Need;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// A link that says its caller needs the result now, on a journey that says nobody waits.
public final class ImpatientBatch extends Smell {
  public ImpatientBatch() {
    super("REL-KS-005", Severity.LOW, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL04-BP01");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Reach reach : context.journeys()) {
      if (reach.journey().realTimeClass() == RealTimeClass.OFFLINE) {
        for (Edge edge : reach.edges()) {
          checks.examined(edge);
          if (edge.need() == Need.RESULT_NOW && !isWaitedFor(context, edge)) {
            flag(checks, reach.journey(), edge);
          }
        }
      }
    }
  }

  private static boolean isWaitedFor(RuleContext context, Edge edge) {
    return context.graph().journeysOf(edge).stream()
        .anyMatch(reach -> reach.journey().realTimeClass() == RealTimeClass.HARD);
  }

  private static void flag(Checks checks, Journey journey, Edge edge) {
    Draft draft =
        checks
            .flag(edge)
            .second(journey)
            .detail(journey.id())
            .message("%s needs its result now, but nobody waits for %s", edge, journey)
            .because(
                "Flagged because %s is offline and %s declares need result-now: one of the two "
                    + "is wrong, and it decides whether a queue is allowed here.",
                journey, edge);
    if (edge.isMutating()) {
      draft.declare(
          Declarations.setNeed(edge, Need.ACK_NOW),
          "True only if the batch goes on without the answer; a queue may then be advised.");
    } else {
      draft.declare(
          KindChanges.clearNeed(edge),
          "A read uses its answer in any case; undeclared it no longer speaks against the batch.");
    }
    draft
        .declare(
            Declarations.setJourneyClass(journey, RealTimeClass.HARD),
            "True only if somebody stands there waiting; queues are then ruled out on the way.")
        .raise();
  }
}

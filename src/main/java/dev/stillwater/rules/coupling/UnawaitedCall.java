package dev.stillwater.rules.coupling;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.PatternChoice;
import dev.stillwater.edits.ScaleOutFirst;
import dev.stillwater.edits.Words;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Choices;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;
import java.util.Optional;

/// A synchronous call although an acknowledgement would do.
public final class UnawaitedCall extends Smell {
  public UnawaitedCall() {
    super("REL-LC-001", Severity.MEDIUM, FailureCategory.SHARED_FATE, "REL04-BP02");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.links(LinkMode.SYNC)) {
      if (edge.from().kind().isCompute()
          && edge.isMutating()
          && RuleContext.takesWork(edge.to().kind())) {
        if (edge.need() == Need.UNKNOWN) {
          checks.cannotJudge(edge);
        }
        checks.examined(edge);
      }
    }
    for (Node caller : context.components()) {
      List<Edge> unawaited = context.unawaited(caller);
      if (unawaited.stream().map(Edge::to).distinct().count() < 2) {
        unawaited.forEach(edge -> flag(context, checks, edge));
      }
    }
  }

  private static void flag(RuleContext context, Checks checks, Edge edge) {
    boolean nobody = edge.need() == Need.LATER;
    Optional<PatternChoice> choice = Choices.of(context, List.of(edge));
    Draft draft =
        checks
            .flag(edge)
            .message(
                "%s waits for %s although %s",
                edge.from(),
                edge.to(),
                nobody ? "nobody needs the answer" : "an acknowledgement would do")
            .because(
                "Flagged because %s writes and needs %s, yet %s of %s waits the %s that %s takes at"
                    + " p99, and fails when it is down.",
                edge,
                nobody ? "nothing back" : "an acknowledgement only",
                context.budget(edge).share(),
                edge.from(),
                Words.duration(context.healthyHold(edge)),
                edge.to())
            .probesAlong(List.of(edge))
            .pick(
                Choices.reason(choice),
                Choices.buffer(context, edge, choice),
                "The answer becomes an acknowledgement: %s works later, perhaps twice and out of"
                    + " order, and its errors need another way back.",
                edge.to());
    if (context.load().inflow(edge.to()) >= edge.to().capacity()) {
      grow(draft, context, edge, choice);
    }
    draft.raise();
  }

  /// What is left where a queue alone would never drain.
  private static void grow(
      Draft draft, RuleContext context, Edge edge, Optional<PatternChoice> choice) {
    ScaleOutFirst.of(List.of(edge.to()), context.load(), Choices.buffer(context, edge, choice))
        .ifPresentOrElse(
            edit ->
                draft.pick(
                    Choices.reason(choice),
                    edit,
                    "More replicas cost money and load what %s uses; the answer becomes an "
                        + "acknowledgement.",
                    edge.to()),
            () ->
                draft.declare(
                    Declarations.setNeed(edge, Need.RESULT_NOW),
                    "True only if %s uses the answer; the two are then up together or not at all.",
                    edge.from()));
  }
}

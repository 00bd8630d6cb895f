package dev.stillwater.rules.coupling;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.InsertQueue;
import dev.stillwater.edits.Words;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;

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
    checks
        .flag(edge)
        .message(
            "%s waits for %s although %s",
            edge.from(),
            edge.to(),
            nobody ? "nobody needs the answer" : "an acknowledgement would do")
        .because(
            "Flagged because %s writes and needs %s, yet %s of %s waits the %s that %s takes at "
                + "p99, and fails when it is down.",
            edge,
            nobody ? "nothing back" : "an acknowledgement only",
            context.budget(edge).share(),
            edge.from(),
            Words.duration(context.healthyHold(edge)),
            edge.to())
        .probesAlong(List.of(edge))
        .fix(
            InsertQueue.on(context.design(), edge.link()),
            "The answer becomes an acknowledgement: %s works later, perhaps twice and out of order, "
                + "and its errors need another way back.",
            edge.to())
        .raise();
  }
}

package dev.stillwater.rules.queues;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.DrawOut;
import dev.stillwater.edits.QueueChanges;
import dev.stillwater.model.Delivery;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// A change that travels through a channel which forgets whatever nobody takes at once.
public final class LossyChannel extends Smell {
  public LossyChannel() {
    super("REL-QU-018", Severity.HIGH, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL04-BP02");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.links(LinkMode.DELIVER)) {
      if (edge.from().delivery() != Delivery.AT_MOST_ONCE) {
        continue;
      }
      if (!edge.isDeclared(LinkAttributes.EFFECT)) {
        checks.cannotJudge(edge);
      }
      checks.examined(edge);
      if (edge.isMutating() && !edge.held(LinkAttributes.LOSS_OK)) {
        flag(context, checks, edge);
      }
    }
  }

  private static void flag(RuleContext context, Checks checks, Edge edge) {
    Node broker = edge.from();
    Draft draft =
        checks
            .flag(edge)
            .message("%s misses what %s sends while it is down or slow", edge.to(), broker)
            .because(
                "Flagged because %s delivers at most once, %s changes something, and nobody "
                    + "declared that it may be lost: a restart of %s loses every message of that "
                    + "time, and nobody is told.",
                broker, edge, edge.to());
    if (DrawOut.isPossible(context.design(), broker)) {
      draft.fix(
          QueueChanges.makeLasting(context.graph(), broker),
          "Messages can come twice from then on, and a backlog is kept that must be watched.");
    }
    draft
        .declare(
            QueueChanges.set(
                "SetLossOk",
                edge,
                LinkAttributes.LOSS_OK,
                true,
                "Declare that a message on " + edge.subject() + " may be lost"),
            "True where the next message repeats all that counts, such as a position or a gauge.")
        .raise();
  }
}

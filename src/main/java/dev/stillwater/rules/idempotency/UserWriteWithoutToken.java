package dev.stillwater.rules.idempotency;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.RepeatChanges;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Idempotency;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// A write from outside that a second click or a proxy can repeat unnoticed. Where the call itself
/// is tried more than once, [RetriedWrite] speaks.
///
/// Behind a router a link is blamed only when the link of the user in front of it is no plain
/// write: otherwise that one is blamed, and a token that it carries is [DroppedToken]'s business.
public final class UserWriteWithoutToken extends Smell {
  public UserWriteWithoutToken() {
    super("REL-ID-009", Severity.LOW, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL04-BP04");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    boolean[] fed = new boolean[context.components().size()];
    for (Edge edge : context.links(LinkMode.SYNC)) {
      fed[edge.to().index()] |= isOutside(edge.from()) && edge.effect() != Effect.WRITE;
    }
    for (Edge edge : context.links(LinkMode.SYNC)) {
      Node from = edge.from();
      if (!isOutside(from) && !(from.kind().isRouter() && fed[from.index()])) {
        continue;
      }
      if (!edge.isDeclared(LinkAttributes.EFFECT)) {
        checks.cannotJudge(edge);
        continue;
      }
      checks.examined(edge);
      if (edge.effect() == Effect.WRITE
          && edge.idempotency() == Idempotency.NONE
          && edge.attempts() == 1
          && !edge.held(LinkAttributes.LOSS_OK)) {
        flag(context, checks, edge);
      }
    }
  }

  private static boolean isOutside(Node node) {
    return node.kind() == ComponentKind.CLIENT
        || node.kind() == ComponentKind.ACTOR
        || node.kind() == ComponentKind.EXTERNAL;
  }

  private static void flag(RuleContext context, Checks checks, Edge edge) {
    Node callee = context.answering(edge);
    checks
        .flag(edge)
        .message("A second click on %s writes to %s twice", edge, callee)
        .because(
            "Flagged because %s writes for somebody outside and carries no token: people click "
                + "again, browsers and proxies send again, and %s cannot know.",
            edge, callee)
        .fix(
            Declarations.setToken(edge, RepeatWindow.kept(context, edge)),
            "Every client has to make a token before it sends, so the interface should ask for it "
                + "from its first version.")
        .declare(
            Declarations.declareRepeatable(edge),
            "True only for writes that set a state, not for those that add to one.")
        .declare(
            RepeatChanges.declareLossOk(edge),
            "True only where neither a lost nor a doubled request matters, as with usage figures.")
        .raise();
  }
}

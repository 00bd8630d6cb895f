package dev.stillwater.rules.data;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.DataChanges;
import dev.stillwater.edits.RepeatChanges;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;
import java.util.Optional;

/// A change and the message about it, made by two writes of which a crash can leave one.
public final class DualWrite extends Smell {
  public DualWrite() {
    super("REL-DA-001", Severity.HIGH, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL05-BP01");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node node : context.components()) {
      if (!node.kind().isCompute()) {
        continue;
      }
      List<Edge> sends =
          context.out(node, LinkMode.SEND).stream()
              .filter(edge -> edge.to().kind().isBroker())
              .toList();
      Optional<Edge> change =
          sends.isEmpty()
              ? Optional.empty()
              : context.out(node, LinkMode.SYNC).stream()
                  .filter(Edge::isMutating)
                  .filter(edge -> context.answering(edge).kind().isStore())
                  .findFirst();
      change.ifPresent(write -> sends.forEach(send -> judge(context, checks, write, send)));
    }
  }

  private static void judge(RuleContext context, Checks checks, Edge write, Edge send) {
    checks.examined(send);
    if (send.hasOutbox() || send.held(LinkAttributes.LOSS_OK)) {
      return;
    }
    Node node = send.from();
    Node store = context.answering(write);
    checks
        .flag(send)
        .message(
            "When %s dies between two writes, %s and %s disagree for good", node, store, send.to())
        .because(
            "Flagged because %s changes %s over %s and tells %s over %s, in two steps and without "
                + "an outbox: a crash between them leaves a change of which nobody hears, or a "
                + "message about a change that never was.",
            node, store, write, send.to(), send)
        .on(write)
        .fix(
            DataChanges.addOutbox(send),
            "Messages go out a little later, by a relay that must be watched, and at least once, so"
                + " that consumers must know repeats.")
        .declare(
            RepeatChanges.declareLossOk(send),
            "True only where nobody acts on the message, as with usage figures.")
        .raise();
  }
}

package dev.stillwater.rules.idempotency;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.RepeatChanges;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Delivery;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Idempotency;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;
import java.util.stream.Stream;

/// A write into another system by a consumer that trusts in the exactly-once delivery of its
/// broker.
public final class ExactlyOnceSideEffect extends Smell {
  /// Deliveries into one consumer that are told apart; more of them say nothing new.
  private static final int MOST_DELIVERIES = 10;

  public ExactlyOnceSideEffect() {
    super("REL-ID-003", Severity.MEDIUM, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL04-BP04");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node consumer : context.components()) {
      List<Edge> deliveries =
          Stream.of(context.graph().in(consumer))
              .filter(edge -> edge.mode() == LinkMode.DELIVER)
              .filter(edge -> edge.from().delivery() == Delivery.EXACTLY_ONCE)
              .limit(MOST_DELIVERIES)
              .toList();
      if (deliveries.isEmpty()) {
        continue;
      }
      for (Edge call : context.out(consumer, LinkMode.SYNC)) {
        if (isOutside(context.answering(call))) {
          judge(context, checks, deliveries, call);
        }
      }
    }
  }

  /// Whether what is done there does not end with the transaction of the broker.
  private static boolean isOutside(Node callee) {
    return callee.kind().isStore() || callee.kind() == ComponentKind.EXTERNAL;
  }

  private static void judge(RuleContext context, Checks checks, List<Edge> deliveries, Edge call) {
    if (!call.isDeclared(LinkAttributes.EFFECT)) {
      checks.cannotJudge(call);
      return;
    }
    checks.examined(call);
    if (call.effect() == Effect.WRITE && call.idempotency() == Idempotency.NONE) {
      deliveries.forEach(delivery -> flag(context, checks, delivery, call));
    }
  }

  private static void flag(RuleContext context, Checks checks, Edge delivery, Edge call) {
    Node consumer = delivery.to();
    Node callee = context.answering(call);
    Draft draft =
        checks
            .flag(call)
            .second(delivery)
            .detail(delivery.subject())
            .message(
                "%s can write to %s twice although %s delivers exactly once",
                consumer, callee, delivery.from())
            .because(
                "Flagged because %s delivers exactly once over %s, which ends at its own border: "
                    + "when %s dies after %s and before the acknowledgement, the message comes "
                    + "again, and %s carries nothing by which %s could know the repeat.",
                delivery.from(), delivery, consumer, call, call, callee)
            .on(delivery)
            .fix(
                RepeatChanges.setMessageToken(call, RepeatWindow.ofMessages(context, delivery)),
                "%s must accept a key with each write and keep it for as long as a message can "
                    + "come again.",
                callee);
    if (callee.kind().isStore()) {
      draft.declare(
          Declarations.setDedupStore(call, RepeatWindow.ofMessages(context, delivery)),
          "True only where the write commits in one transaction with the identifier or the "
              + "position of the message.");
    }
    draft
        .declare(
            Declarations.declareRepeatable(call),
            "True only for writes that set a state, such as an upsert, not for those that add to "
                + "one.")
        .raise();
  }
}

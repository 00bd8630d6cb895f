package dev.stillwater.rules.queues;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.Bundle;
import dev.stillwater.edits.DrawOut;
import dev.stillwater.edits.QueueChanges;
import dev.stillwater.edits.SetAttribute;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Journey;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Ordering;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;
import java.util.Optional;

/// A queue that keeps an order nobody asked for, on a journey that a backlog would make late.
///
/// A priority queue is none, other than in the reference: it serves what is urgent first, which is
/// what the rule asks for.
public final class UnneededOrder extends Smell {
  public UnneededOrder() {
    super("REL-QU-005", Severity.INFO, FailureCategory.EXCESSIVE_LATENCY, "REL05-BP04");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node queue : context.components()) {
      Ordering ordering = queue.held(ComponentAttributes.ORDERING).orElse(Ordering.NONE);
      if (queue.kind() != ComponentKind.QUEUE
          || ordering == Ordering.NONE
          || ordering == Ordering.PRIORITY
          || !DrawOut.isPossible(context.design(), queue)) {
        continue;
      }
      Optional<Journey> urgent = JourneysThrough.of(context, queue).mostUrgent();
      if (urgent.isPresent()) {
        checks.examined(queue);
        List<Edge> deliveries = context.out(queue, LinkMode.DELIVER);
        if (deliveries.stream().noneMatch(edge -> edge.held(LinkAttributes.ORDERED))) {
          flag(context, checks, queue, urgent.get(), deliveries);
        }
      }
    }
  }

  private static void flag(
      RuleContext context, Checks checks, Node queue, Journey journey, List<Edge> deliveries) {
    Draft draft =
        checks
            .flag(queue)
            .message("%s keeps an order that no consumer needs", queue)
            .because(
                "Flagged because no delivery of %s declares `ordered`, and %s has a deadline of %s:"
                    + " in a backlog every new message waits behind all old ones, so everybody is"
                    + " late instead of a few.",
                queue, journey, Words.duration(JourneysThrough.deadline(journey)))
            .on(deliveries)
            .fix(
                unordered(context, queue),
                "Messages may overtake each other and come twice: each consumer must be able to "
                    + "take them so.");
    if (!deliveries.isEmpty()) {
      draft.declare(
          new Bundle(
              "SetOrdered",
              queue.subject(),
              "Declare that the consumers of " + Words.name(queue) + " need its order",
              deliveries.stream()
                  .<Edit>map(
                      edge -> new SetAttribute<>(edge.subject(), LinkAttributes.ORDERED, true))
                  .toList()),
          "True where a later message assumes that an earlier one was processed.");
    }
    draft.raise();
  }

  private static Edit unordered(RuleContext context, Node queue) {
    boolean fifo =
        queue.held(ComponentAttributes.PRESET).filter(QueueChanges.FIFO::equals).isPresent();
    return fifo
        ? QueueChanges.usePreset(
            "SetOrdering",
            context.graph(),
            queue,
            QueueChanges.STANDARD,
            ComponentAttributes.ORDERING)
        : QueueChanges.set(
            "SetOrdering",
            context.design(),
            queue,
            ComponentAttributes.ORDERING,
            Ordering.NONE,
            "Let " + Words.name(queue) + " deliver in any order");
  }
}

package dev.stillwater.rules.queues;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.AddDlq;
import dev.stillwater.edits.QueueChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
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

/// A stream or ordered queue in which one record that always fails holds up all behind it.
public final class BlockingRecord extends Smell {
  /// Deliveries of one record before it is skipped; as with dead letters.
  private static final int TRIES = 5;

  public BlockingRecord() {
    super("REL-QU-016", Severity.MEDIUM, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL05-BP04");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node broker : context.components()) {
      List<Edge> deliveries = context.out(broker, LinkMode.DELIVER);
      if (!keepsOrder(broker) || deliveries.isEmpty()) {
        continue;
      }
      checks.examined(broker);
      List<Edge> blocked =
          deliveries.stream().filter(edge -> !edge.isDeclared(LinkAttributes.DLQ)).toList();
      if (broker.held(ComponentAttributes.MAX_RECEIVES).isEmpty()
          && broker.held(ComponentAttributes.DLQ).isEmpty()
          && !blocked.isEmpty()) {
        flag(context, checks, broker, blocked);
      }
    }
  }

  private static boolean keepsOrder(Node broker) {
    Ordering ordering = broker.held(ComponentAttributes.ORDERING).orElse(Ordering.NONE);
    return broker.kind() == ComponentKind.STREAM
        || (broker.kind() == ComponentKind.QUEUE
            && (ordering == Ordering.PER_KEY || ordering == Ordering.TOTAL));
  }

  private static void flag(RuleContext context, Checks checks, Node broker, List<Edge> blocked) {
    Draft draft =
        checks
            .flag(broker)
            .message("One bad record stops everything behind it in %s", broker)
            .because(
                "Flagged because %s keeps order, limits no tries and names no dead-letter queue for"
                    + " %s: a record that always fails is tried%s, and what follows it waits.",
                broker,
                blocked.stream().map(Edge::to).distinct().toList(),
                Double.isNaN(broker.retention())
                    ? " until somebody removes it"
                    : " until it expires after " + Words.duration(broker.retention()))
            .on(blocked)
            .fix(
                new AddDlq(broker.subject(), broker.impliedBy().isPresent(), Words.name(broker)),
                "Putting a record aside breaks the order for its key; where the consumer takes "
                    + "batches, let it split a failing one to find the record.");
    if (blocked.stream().allMatch(edge -> edge.held(LinkAttributes.LOSS_OK))
        && broker.impliedBy().isEmpty()) {
      draft.fix(
          QueueChanges.set(
              "SetMaxReceives",
              context.design(),
              broker,
              ComponentAttributes.MAX_RECEIVES,
              TRIES,
              "Skip a record of " + Words.name(broker) + " after " + TRIES + " tries"),
          "What is skipped is lost, and nobody can look at what was wrong with it.");
    }
    draft.raise();
  }
}

package dev.stillwater.rules.queues;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.DrawOut;
import dev.stillwater.edits.QueueChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Edit;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;

/// A broker that gets more messages than it accepts.
public final class SaturatedBroker extends Smell {
  /// Capacity over rate that leaves room for a peak within the peak.
  private static final double ROOM = 1.25;

  private static final double MOST_REPLICAS = 1e6;

  /// What the first-in-first-out queues of SQS accept: calls a second, and messages when sent in
  /// tens.
  private static final double FIFO_CALLS = 300;

  private static final double FIFO_BATCHED = 3000;

  public SaturatedBroker() {
    super("REL-QU-017", Severity.HIGH, FailureCategory.EXCESSIVE_LOAD, "REL01-BP04");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node broker : context.components()) {
      double rate = context.load().inflow(broker);
      if (!broker.kind().isBroker()
          || Double.isNaN(broker.capacity())
          || !DrawOut.isPossible(context.design(), broker)) {
        continue;
      }
      checks.examined(broker);
      if (rate > broker.capacity()) {
        flag(context, checks, broker, rate);
      }
    }
  }

  private static void flag(RuleContext context, Checks checks, Node broker, double rate) {
    double each = broker.capacity() / broker.replicas();
    double wanted = ROOM * most(context, broker);
    double shards = Math.ceil(wanted / each);
    Draft draft =
        checks
            .flag(broker)
            .on(List.<Edge>of(context.graph().in(broker)))
            .message("%s gets more than it accepts", broker)
            .because(
                "Flagged because %s messages/s are sent to %s and it accepts %s/s%s: producers are "
                    + "throttled, and what they cannot keep is lost.",
                Words.number(rate),
                broker,
                Words.number(broker.capacity()),
                broker.replicas() == 1
                    ? ""
                    : " ("
                        + Words.number(each)
                        + " for each of "
                        + parts(broker, broker.replicas())
                        + ")");
    boolean fifo =
        broker.held(ComponentAttributes.PRESET).filter(QueueChanges.FIFO::equals).isPresent();
    if (fifo && each == FIFO_CALLS && wanted <= FIFO_BATCHED * broker.replicas()) {
      draft.fix(
          capacity(context, broker, "HighThroughputFifo", FIFO_BATCHED, "Send in batches to "),
          "Producers must gather messages before they send, and a batch can fail in part.");
    }
    if (each > 0 && shards <= MOST_REPLICAS) {
      draft.fix(
          QueueChanges.set(
              "SetShards",
              context.design(),
              broker,
              ComponentAttributes.REPLICAS,
              (int) shards,
              "Divide " + Words.name(broker) + " into " + parts(broker, (int) shards)),
          "Keys move to another part, so order is kept only after the move; one key that is hot "
              + "still has one part.");
    } else {
      draft.fix(
          capacity(
              context,
              broker,
              "SetCapacity",
              Math.ceil(wanted / broker.replicas()),
              "Raise the limit of "),
          "A raised quota must be asked for in time, and paid for.");
    }
    draft.raise();
  }

  private static String parts(Node broker, int number) {
    return broker.kind() == ComponentKind.STREAM
        ? Words.plural(number, "shard", "shards")
        : Words.plural(number, "part", "parts");
  }

  /// What may come once it accepts more: of a queue that it shares with other consumers, all.
  private static double most(RuleContext context, Node broker) {
    double sum = 0;
    for (Edge edge : context.graph().in(broker)) {
      boolean competes = edge.from().kind() == ComponentKind.QUEUE;
      sum += competes ? context.load().inflow(edge.from()) : context.load().rate(edge);
    }
    return sum;
  }

  private static Edit capacity(
      RuleContext context, Node broker, String name, double value, String title) {
    return QueueChanges.set(
        name,
        context.design(),
        broker,
        ComponentAttributes.CAPACITY_RATE,
        value,
        title + Words.name(broker) + ": " + Words.number(value) + " messages/s");
  }
}

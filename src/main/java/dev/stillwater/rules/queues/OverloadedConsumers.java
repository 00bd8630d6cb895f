package dev.stillwater.rules.queues;

import dev.stillwater.analysis.Consumers;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.ConsumerPace;
import dev.stillwater.edits.Words;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;

/// A broker that gets at least as many messages as its consumers can take.
public final class OverloadedConsumers extends Smell {
  public OverloadedConsumers() {
    super("REL-QU-002", Severity.HIGH, FailureCategory.EXCESSIVE_LOAD, "REL04-BP02");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node broker : context.components()) {
      if (!broker.kind().isBroker()) {
        continue;
      }
      Consumers consumers = Consumers.of(context.graph(), context.load(), broker);
      if (consumers.deliveries().isEmpty()) {
        continue;
      }
      if (consumers.isKnown()) {
        checks.examined(broker);
      } else {
        checks.cannotJudge(consumers.deliveries().getFirst());
      }
      if (consumers.isOverloaded()) {
        flag(context, checks, consumers);
      }
    }
  }

  private static void flag(RuleContext context, Checks checks, Consumers consumers) {
    Node broker = consumers.broker();
    double in = consumers.inflow();
    double out = consumers.capacity();
    List<Node> guilty =
        consumers.compete()
            ? consumers.nodes()
            : consumers.nodes().stream().filter(node -> node.capacity() <= in).toList();
    Draft draft =
        checks
            .flag(broker)
            .detail(Words.fixed(in, 0) + " >= " + Words.fixed(out, 0) + " rps")
            .message("%s gets more messages than %s can take", broker, guilty)
            .because(
                "Flagged because %s messages/s come in and %s %s %s/s: %s%s.",
                Words.number(in),
                guilty,
                consumers.compete() && guilty.size() > 1 ? "together take" : "can take",
                Words.number(out),
                in > out
                    ? "the backlog grows by "
                        + Words.number((in - out) * 3600)
                        + " messages an hour"
                    : "no backlog ever gets shorter",
                Double.isNaN(broker.retention())
                    ? ""
                    : ", until the oldest expire after " + Words.duration(broker.retention()))
            .on(consumers.deliveries())
            .fix(
                ConsumerPace.scale(consumers),
                "What the consumers call gets their load: its capacity must grow with theirs, or "
                    + "their concurrency must be limited.");
    ConsumerPace.throttle(context.graph(), context.load(), consumers)
        .ifPresent(edit ->
            draft.fix(
                edit, "What exceeds the limit is refused at the door, and producers must cope."));
    draft.raise();
  }
}

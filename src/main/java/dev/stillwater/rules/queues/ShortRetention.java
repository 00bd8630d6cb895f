package dev.stillwater.rules.queues;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.Bundle;
import dev.stillwater.edits.DrawOut;
import dev.stillwater.edits.InsertQueue;
import dev.stillwater.edits.QueueChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Edit;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Settings;
import dev.stillwater.model.Timespan;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;

/// A broker that loses messages before a consumer that is down comes back.
///
/// A delivery into another broker does not count, other than in the reference: that broker takes
/// the message at once, and its own retention is judged.
public final class ShortRetention extends Smell {
  /// A week outlasts a weekend that nobody worked.
  private static final Timespan WEEK = Timespan.parse("7d").orElseThrow();

  public ShortRetention() {
    super("REL-QU-010", Severity.MEDIUM, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL05-BP04");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node broker : context.components()) {
      if (!broker.kind().isBroker()
          || !(broker.retention() > 0)
          || !DrawOut.isPossible(context.design(), broker)) {
        continue;
      }
      List<Edge> deliveries =
          context.out(broker, LinkMode.DELIVER).stream()
              .filter(edge -> !edge.to().kind().isBroker())
              .toList();
      if (deliveries.isEmpty()) {
        continue;
      }
      checks.examined(broker);
      List<Edge> precious =
          deliveries.stream().filter(edge -> !edge.held(LinkAttributes.LOSS_OK)).toList();
      double outage = context.setting(Settings.CONSUMER_OUTAGE, broker).millis();
      if (broker.retention() < outage && !precious.isEmpty()) {
        flag(context, checks, broker, precious, outage);
      }
    }
  }

  private static void flag(
      RuleContext context, Checks checks, Node broker, List<Edge> precious, double outage) {
    List<Node> consumers = precious.stream().map(Edge::to).distinct().toList();
    Draft draft =
        checks
            .flag(broker)
            .message("%s forgets messages before %s may be back", broker, consumers)
            .because(
                "Flagged because %s keeps a message for %s, and %s may be down for %s: what came "
                    + "in the first %s of such an outage is lost.",
                broker,
                Words.duration(broker.retention()),
                consumers,
                Words.duration(outage),
                Words.duration(outage - broker.retention()))
            .on(precious);
    boolean pushes =
        broker.kind() == ComponentKind.TOPIC || broker.kind() == ComponentKind.EVENT_BUS;
    if (pushes
        && broker.impliedBy().isEmpty()
        && precious.stream().allMatch(it -> InsertQueue.fits(context.design(), it.link()))) {
      draft.fix(
          queues(context, broker, precious),
          "Another hop to watch for each consumer; it gets messages when it asks for them, perhaps "
              + "twice.");
    }
    Timespan longer = WEEK.millis() >= outage ? WEEK : Timespan.ofMillis(Math.ceil(outage));
    draft
        .fix(
            QueueChanges.set(
                "SetRetention",
                context.design(),
                broker,
                ComponentAttributes.RETENTION,
                longer,
                "Keep messages in "
                    + Words.name(broker)
                    + " for "
                    + Words.duration(longer.millis())),
            "Storage, and a backlog that takes longer to drain%s.",
            pushes ? "; many services that push give up after a day whatever is wished" : "")
        .raise();
  }

  private static Edit queues(RuleContext context, Node broker, List<Edge> deliveries) {
    List<Edit> parts =
        deliveries.stream()
            .<Edit>map(edge -> InsertQueue.on(context.design(), edge.link()))
            .toList();
    return new Bundle(
        "InsertQueue",
        String.join(", ", deliveries.stream().map(Edge::subject).toList()),
        "Put a queue between "
            + Words.name(broker)
            + " and "
            + (parts.size() == 1 ? Words.name(deliveries.getFirst().to()) : "each consumer"),
        parts);
  }
}

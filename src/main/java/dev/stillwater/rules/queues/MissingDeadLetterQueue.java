package dev.stillwater.rules.queues;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.AddDlq;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Delivery;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneKind;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A broker that has nowhere to put a message that nobody can process.
public final class MissingDeadLetterQueue extends Smell {
  public MissingDeadLetterQueue() {
    super("REL-QU-001", Severity.MEDIUM, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL05-BP04");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    Set<String> deadLetterQueues = deadLetterQueues(context);
    for (Node broker : context.components()) {
      List<Edge> deliveries = context.out(broker, LinkMode.DELIVER);
      if (!broker.kind().isPassiveBroker()
          || deliveries.isEmpty()
          || deadLetterQueues.contains(broker.id())
          || broker.delivery() == Delivery.AT_MOST_ONCE) {
        continue;
      }
      checks.examined(broker);
      List<Edge> without =
          deliveries.stream().filter(edge -> !edge.isDeclared(LinkAttributes.DLQ)).toList();
      if (broker.held(ComponentAttributes.DLQ).isEmpty() && !without.isEmpty()) {
        flag(context, checks, broker, without);
      }
    }
  }

  private static Set<String> deadLetterQueues(RuleContext context) {
    Set<String> result = new HashSet<>();
    for (Node node : context.components()) {
      node.held(ComponentAttributes.DLQ).ifPresent(result::add);
    }
    for (Edge edge : context.graph().edges()) {
      edge.link().get(LinkAttributes.DLQ).ifPresent(result::add);
    }
    return result;
  }

  private static void flag(RuleContext context, Checks checks, Node broker, List<Edge> deliveries) {
    boolean onlyQueues =
        broker.kind() == ComponentKind.TOPIC
            && deliveries.stream().allMatch(edge -> isNearQueue(context, edge));
    checks
        .flag(broker)
        .base(onlyQueues ? Severity.LOW : Severity.MEDIUM)
        .message("%s has nowhere to put messages that cannot be processed", broker)
        .because(
            "Flagged because %s delivers to %s and names no dead-letter queue: a message that "
                + "always fails is tried until it expires%s, and is gone or blocks those behind "
                + "it.",
            broker,
            deliveries.stream().map(Edge::to).distinct().toList(),
            Double.isNaN(broker.retention()) ? "" : " after " + Words.duration(broker.retention()))
        .on(deliveries)
        .fix(
            new AddDlq(broker.subject(), broker.impliedBy().isPresent(), Words.name(broker)),
            "Somebody must be alarmed by the first dead letter, look at it and send it back; "
                + "behind a queue that keeps order, putting one message aside breaks the order.")
        .raise();
  }

  /// Whether a topic delivers to a queue of the same account, which rarely refuses.
  private static boolean isNearQueue(RuleContext context, Edge edge) {
    Set<String> mine = accounts(context, edge.from());
    Set<String> theirs = accounts(context, edge.to());
    return edge.to().kind() == ComponentKind.QUEUE
        && (mine.isEmpty() || theirs.isEmpty() || mine.equals(theirs));
  }

  private static Set<String> accounts(RuleContext context, Node node) {
    Set<String> result = new HashSet<>(node.zones());
    result.removeIf(zone ->
        context.design().zones().find(zone).map(Zone::kind).orElse(ZoneKind.AZ)
            != ZoneKind.ACCOUNT);
    return result;
  }
}

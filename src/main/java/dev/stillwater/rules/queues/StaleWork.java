package dev.stillwater.rules.queues;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.DrawOut;
import dev.stillwater.edits.QueueChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Journey;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Timespan;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A queue that keeps messages for longer than anybody waits for their outcome, and nobody looks at
/// their age.
///
/// A queue that its own consumers alone feed is where they put old work aside; it keeps it on
/// purpose and is not examined.
public final class StaleWork extends Smell {
  public StaleWork() {
    super(
        "REL-QU-004", Severity.MEDIUM, FailureCategory.EXCESSIVE_LOAD, "REL05-BP04", "REL04-BP02");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node queue : context.components()) {
      if (queue.kind() != ComponentKind.QUEUE
          || isSpillover(context, queue)
          || !DrawOut.isPossible(context.design(), queue)) {
        continue;
      }
      Optional<Journey> waiting = JourneysThrough.of(context, queue).mostUrgentOnline();
      if (waiting.isPresent()) {
        checks.examined(queue);
        double deadline = JourneysThrough.deadline(waiting.get());
        if (!(lifetime(queue) <= deadline) && !(queue.retention() <= deadline)) {
          flag(context, checks, queue, waiting.get());
        }
      }
    }
  }

  private static double lifetime(Node queue) {
    return queue.held(ComponentAttributes.MESSAGE_TTL).map(Timespan::millis).orElse(Double.NaN);
  }

  private static boolean isSpillover(RuleContext context, Node queue) {
    Set<Node> consumers = new HashSet<>();
    context.out(queue, LinkMode.DELIVER).forEach(edge -> consumers.add(edge.to()));
    Edge[] in = context.graph().in(queue);
    return in.length > 0 && Stream.of(in).allMatch(edge -> consumers.contains(edge.from()));
  }

  private static void flag(RuleContext context, Checks checks, Node queue, Journey journey) {
    List<Edge> deliveries = context.out(queue, LinkMode.DELIVER);
    Timespan age = Timespan.ofMillis(JourneysThrough.deadline(journey));
    double lifetime = lifetime(queue);
    Draft draft =
        checks
            .flag(queue)
            .second(journey)
            .detail(journey.id())
            .message("%s does work that nobody waits for any more", queue)
            .because(
                "Flagged because %s is worth nothing after %s, and %s hands out messages %s: "
                    + "after a backlog its consumers are busy with the past.",
                journey, Words.duration(age.millis()), queue, oldest(queue.retention(), lifetime))
            .on(deliveries);
    boolean droppable =
        deliveries.stream()
            .allMatch(edge -> edge.held(LinkAttributes.LOSS_OK) || !edge.isMutating());
    boolean ours = deliveries.stream().anyMatch(edge -> edge.to().kind().isCompute());
    if (!droppable && ours) {
      draft.fix(
          QueueChanges.addSpilloverQueue(context.design(), queue, age),
          "Old messages are overtaken by new ones; somebody must decide what becomes of the "
              + "second queue.");
    }
    draft.fix(
        QueueChanges.set(
            "SetMessageTtl",
            context.design(),
            queue,
            ComponentAttributes.MESSAGE_TTL,
            age,
            "Take nothing out of "
                + Words.name(queue)
                + " that is older than "
                + Words.duration(age.millis())),
        droppable
            ? "Dropped work is gone: it must be safe to drop."
            : "What is too old must go to a dead-letter queue, because it must not be lost.");
    draft.raise();
  }

  private static String oldest(double retention, double lifetime) {
    double oldest = Double.isNaN(lifetime) ? retention : Math.min(lifetime, retention);
    return Double.isNaN(oldest) || Double.isInfinite(oldest)
        ? "of any age"
        : "up to " + Words.duration(oldest) + " old";
  }
}

package dev.stillwater.rules.queues;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.DrawOut;
import dev.stillwater.edits.QueueChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Settings;
import dev.stillwater.model.Timespan;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;

/// A queue that shows a message to a second consumer while the first is still at work on it.
public final class ShortVisibility extends Smell {
  public ShortVisibility() {
    super("REL-QU-007", Severity.HIGH, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL05-BP05");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node queue : context.components()) {
      double visibility = visibility(queue);
      if (queue.kind() != ComponentKind.QUEUE
          || !(visibility > 0)
          || !DrawOut.isPossible(context.design(), queue)) {
        continue;
      }
      List<Edge> deliveries = context.out(queue, LinkMode.DELIVER);
      Timespan enough = enough(context, deliveries);
      for (Edge edge : deliveries) {
        Node consumer = edge.to();
        if (!consumer.isDeclared(ComponentAttributes.P99) || !(consumer.own() > 0)) {
          checks.cannotJudge(edge);
          continue;
        }
        checks.examined(queue);
        if (visibility < wanted(context, consumer)) {
          flag(context, checks, queue, edge, enough);
        }
      }
    }
  }

  private static double visibility(Node queue) {
    return queue.held(ComponentAttributes.VISIBILITY).map(Timespan::millis).orElse(Double.NaN);
  }

  /// How long a message must stay hidden: as long as the work takes, and behind a function that
  /// retries a batch by itself a multiple of it.
  private static double wanted(RuleContext context, Node consumer) {
    double response = context.responseTimes().of(consumer);
    return consumer.kind() == ComponentKind.FUNCTION
        ? response * context.setting(Settings.VISIBILITY_FACTOR, consumer)
        : response;
  }

  private static void flag(
      RuleContext context, Checks checks, Node queue, Edge edge, Timespan enough) {
    Node consumer = edge.to();
    double visibility = visibility(queue);
    double response = context.responseTimes().of(consumer);
    boolean always = visibility < response;
    checks
        .flag(queue)
        .second(consumer)
        .base(always ? Severity.HIGH : Severity.MEDIUM)
        .detail(Words.fixed(visibility / 1e3, 0) + " s vs " + consumer.id())
        .message("%s shows a message again while %s is at work on it", queue, consumer)
        .because(
            "Flagged because %s hides a message for %s, and %s takes %s at p99%s.",
            queue,
            Words.duration(visibility),
            consumer,
            Words.duration(response),
            always
                ? ": every slow message is processed twice at the same time"
                : " and, being a function, should have "
                    + Words.number(context.setting(Settings.VISIBILITY_FACTOR, consumer))
                    + " times that, "
                    + Words.duration(wanted(context, consumer))
                    + ": a batch that it has to repeat comes back before it is done")
        .on(edge)
        .fix(
            QueueChanges.set(
                "SetVisibility",
                context.design(),
                queue,
                ComponentAttributes.VISIBILITY,
                enough,
                "Hide a message of "
                    + Words.name(queue)
                    + " for "
                    + Words.duration(enough.millis())),
            "After a crash of a consumer its message waits that long; where work is very uneven, "
                + "let the consumer prolong the time while it works.")
        .raise();
  }

  /// The factor times the slowest consumer's response, whatever kind it is.
  private static Timespan enough(RuleContext context, List<Edge> deliveries) {
    double slowest = 0;
    for (Edge edge : deliveries) {
      double factor = context.setting(Settings.VISIBILITY_FACTOR, edge.to());
      slowest = Math.max(slowest, factor * context.responseTimes().of(edge.to()));
    }
    return Timespan.ofMillis(Math.ceil(slowest));
  }
}

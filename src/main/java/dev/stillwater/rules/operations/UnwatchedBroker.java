package dev.stillwater.rules.operations;

import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.edits.OperationChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.model.Timespan;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;
import java.util.Optional;

/// A broker where messages can pile up and nobody is told.
///
/// An annotated broker that is not drawn has no place for alarms; it is asked once drawn out.
public final class UnwatchedBroker extends Smell {
  public UnwatchedBroker() {
    super(
        "REL-OP-002", Severity.LOW, FailureCategory.EXCESSIVE_LATENCY, "REL05-BP04", "REL06-BP03");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node broker : context.components()) {
      if (!broker.kind().isPassiveBroker()
          || broker.impliedBy().isPresent()
          || context.out(broker, LinkMode.DELIVER).isEmpty()) {
        continue;
      }
      checks.examined(broker);
      List<Reach> journeys = context.graph().journeysOf(broker);
      boolean runIsWatched =
          !journeys.isEmpty() && journeys.stream().allMatch(UnwatchedBroker::isWatchedRun);
      if (!isWatched(broker) && !runIsWatched) {
        flag(checks, broker, journeys);
      }
    }
  }

  private static boolean isWatched(Node node) {
    return node.held(ComponentAttributes.ALARMS).orElse(false);
  }

  /// A batch whose schedule rings when a run is missing tells of a dead consumer soon enough.
  private static boolean isWatchedRun(Reach reach) {
    Node start = reach.first().from();
    return reach.journey().realTimeClass() == RealTimeClass.OFFLINE
        && start.kind() == ComponentKind.SCHEDULER
        && isWatched(start);
  }

  private static void flag(Checks checks, Node broker, List<Reach> journeys) {
    Optional<Timespan> deadline =
        journeys.stream()
            .flatMap(reach -> reach.journey().get(JourneyAttributes.DEADLINE).stream())
            .min(Timespan::compareTo);
    String age =
        deadline
            .map(span -> "when its oldest message waits " + Words.duration(span.millis() / 2))
            .orElse("when its oldest message waits too long");
    checks
        .flag(broker)
        .message("Nobody is told when messages pile up in %s", broker)
        .because(
            "Flagged because %s delivers and has no alarms: the age of its oldest message is the "
                + "response time of everything behind it, and a dead consumer is noticed by "
                + "customers first.",
            broker)
        .fix(
            OperationChanges.addAlarm(broker, age),
            "%s and for the first message in its dead-letter queue; limits that ring at every "
                + "peak are switched off soon.",
            deadline
                .map(span -> "Ring at half the deadline of " + Words.duration(span.millis()))
                .orElse("Ring at half the time that somebody waits"))
        .raise();
  }
}

package dev.stillwater.rules.queues;

import dev.stillwater.analysis.Node;
import dev.stillwater.edits.DrawOut;
import dev.stillwater.edits.QueueChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Journey;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Ordering;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;

/// One queue for work that somebody waits for and for work that has time.
public final class MixedUrgency extends Smell {
  public MixedUrgency() {
    super("REL-QU-014", Severity.MEDIUM, FailureCategory.EXCESSIVE_LATENCY, "REL05-BP04");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node queue : context.components()) {
      if (queue.kind() != ComponentKind.QUEUE || !DrawOut.isPossible(context.design(), queue)) {
        continue;
      }
      JourneysThrough users = JourneysThrough.of(context, queue);
      if (users.classes().isEmpty()) {
        continue;
      }
      checks.examined(queue);
      boolean sorted =
          queue.held(ComponentAttributes.ORDERING).filter(Ordering.PRIORITY::equals).isPresent();
      if (users.classes().size() > 1 && !sorted) {
        flag(context, checks, queue, users);
      }
    }
  }

  private static void flag(RuleContext context, Checks checks, Node queue, JourneysThrough users) {
    List<RealTimeClass> classes = List.copyOf(users.classes());
    RealTimeClass first = classes.getFirst();
    Draft draft =
        checks
            .flag(queue)
            .message("In %s the urgent waits behind what has time", queue)
            .because(
                "Flagged because %s takes %s: a burst of the one delays the other, and no consumer "
                    + "can tell them apart.",
                queue, Words.list(classes.stream().map(kind -> of(users, kind)).toList()))
            .on(context.out(queue, LinkMode.DELIVER))
            .fix(
                QueueChanges.splitQueue(context.design(), queue),
                "One more queue to watch for each class; the consumers must be told how much of "
                    + "their time each gets, most of it for %s work.",
                first.word());
    if (queue.held(ComponentAttributes.PRESET).isEmpty()) {
      draft.fix(
          QueueChanges.set(
              "SetOrdering",
              context.design(),
              queue,
              ComponentAttributes.ORDERING,
              Ordering.PRIORITY,
              "Let " + Words.name(queue) + " deliver by priority"),
          "The least urgent may wait for ever while urgent work keeps coming; few products can do "
              + "it.");
    }
    draft.raise();
  }

  private static String of(JourneysThrough users, RealTimeClass kind) {
    List<String> names =
        users.journeys().stream()
            .filter(journey -> journey.realTimeClass() == kind)
            .map(Journey::name)
            .toList();
    return kind.word() + " work of " + Words.list(names);
  }
}

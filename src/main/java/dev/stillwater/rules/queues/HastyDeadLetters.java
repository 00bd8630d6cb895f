package dev.stillwater.rules.queues;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.QueueChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Settings;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;
import java.util.Optional;

/// A queue that gives a message up before a short disturbance is over.
public final class HastyDeadLetters extends Smell {
  /// What the catalogue advises, whoever consumes.
  private static final int USUAL = 5;

  public HastyDeadLetters() {
    super("REL-QU-008", Severity.LOW, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL05-BP03");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node queue : context.components()) {
      Optional<Integer> receives = queue.held(ComponentAttributes.MAX_RECEIVES);
      if (queue.kind() != ComponentKind.QUEUE
          || queue.held(ComponentAttributes.DLQ).isEmpty()
          || receives.isEmpty()) {
        continue;
      }
      checks.examined(queue);
      List<Edge> deliveries = context.out(queue, LinkMode.DELIVER);
      Optional<Node> function =
          deliveries.stream()
              .map(Edge::to)
              .filter(node -> node.kind() == ComponentKind.FUNCTION)
              .findFirst();
      int least =
          context.setting(
              function.isPresent() ? Settings.FUNCTION_RECEIVES : Settings.DLQ_RECEIVES, queue);
      if (receives.get() < least) {
        flag(context, checks, queue, receives.get(), least, function);
      }
    }
  }

  private static void flag(
      RuleContext context,
      Checks checks,
      Node queue,
      int receives,
      int least,
      Optional<Node> function) {
    int enough = Math.max(USUAL, least);
    checks
        .flag(queue)
        .message("%s gives good messages up after %s", queue, tries(receives))
        .because(
            "Flagged because %s puts a message aside after %s, fewer than %s%s: one throttled "
                + "minute or one deployment uses them up, and what was fine lands among the dead "
                + "letters.",
            queue,
            tries(receives),
            Words.count(least),
            function
                .map(node -> " that a function such as " + Words.name(node) + " should have")
                .orElse(""))
        .on(context.out(queue, LinkMode.DELIVER))
        .fix(
            QueueChanges.set(
                "SetMaxReceives",
                context.design(),
                queue,
                ComponentAttributes.MAX_RECEIVES,
                enough,
                "Try a message of " + Words.name(queue) + " " + enough + " times"),
            "A message that can never be processed costs %s tries before it is put aside.",
            Words.count(enough))
        .raise();
  }

  private static String tries(int receives) {
    return Words.plural(receives, "try", "tries");
  }
}

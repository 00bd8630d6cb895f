package dev.stillwater.rules.queues;

import dev.stillwater.analysis.Node;
import dev.stillwater.edits.Bundle;
import dev.stillwater.edits.SetAttribute;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Ordering;
import dev.stillwater.model.Timespan;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A dead-letter queue that forgets a message as soon as its source would have.
///
/// Other than in the reference, a dead-letter queue that keeps messages for ever is none, and
/// neither is a queue that names itself.
public final class ShortLivedDeadLetters extends Smell {
  /// The longest that SQS keeps a message.
  private static final Timespan LONGEST = Timespan.parse("14d").orElseThrow();

  /// What is left to a source whose dead letters cannot be kept any longer.
  private static final Timespan SHORTER = Timespan.parse("7d").orElseThrow();

  public ShortLivedDeadLetters() {
    super("REL-QU-009", Severity.LOW, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL05-BP04");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node queue : context.components()) {
      Optional<Node> letters =
          queue.held(ComponentAttributes.DLQ).flatMap(context.graph()::findNode);
      boolean ordered =
          queue.held(ComponentAttributes.ORDERING).orElse(Ordering.NONE) != Ordering.NONE;
      if (queue.kind() != ComponentKind.QUEUE
          || ordered
          || letters.isEmpty()
          || letters.get() == queue
          || !(queue.retention() > 0)
          || !(letters.get().retention() > 0)) {
        continue;
      }
      checks.examined(queue);
      double kept = letters.get().retention();
      if (kept <= queue.retention() && Double.isFinite(kept)) {
        flag(checks, queue, letters.get());
      }
    }
  }

  private static void flag(Checks checks, Node queue, Node letters) {
    checks
        .flag(queue)
        .on(letters)
        .message("%s forgets messages no later than %s does", letters, queue)
        .because(
            "Flagged because %s keeps messages for %s and %s for %s, counted from when they were "
                + "first sent: one that is put aside late can be gone before anybody has seen it.",
            queue, Words.duration(queue.retention()), letters, Words.duration(letters.retention()))
        .fix(
            longer(queue, letters),
            "Storage, and dead letters so old that nobody may send them again unseen.")
        .raise();
  }

  /// Two weeks for the dead letters; where the source has as much already, one for the source.
  private static Edit longer(Node queue, Node letters) {
    boolean room = queue.retention() < LONGEST.millis();
    List<Edit> parts = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    if (letters.retention() < LONGEST.millis()) {
      keep(letters, LONGEST, parts, titles);
    }
    if (!room) {
      keep(queue, SHORTER, parts, titles);
    }
    return new Bundle(
        "SetRetention",
        (room ? letters : queue).id() + ", " + (room ? LONGEST : SHORTER),
        "Keep " + Words.list(titles),
        parts);
  }

  private static void keep(Node node, Timespan time, List<Edit> parts, List<String> titles) {
    parts.add(new SetAttribute<>(node.id(), ComponentAttributes.RETENTION, time));
    titles.add("messages in " + Words.name(node) + " for " + Words.duration(time.millis()));
  }
}

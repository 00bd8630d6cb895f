package dev.stillwater.rules.queues;

import dev.stillwater.analysis.Node;
import dev.stillwater.edits.DrawOut;
import dev.stillwater.edits.QueueChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.InternalQueue;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Settings;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.Locale;

/// A buffer in memory that grows until memory ends: waiting requests inside a component, or the
/// messages of a broker that does not store them.
public final class UnboundedBuffer extends Smell {
  /// The part of its workers for which requests may wait (Site Reliability Engineering, ch. 22: a
  /// queue of half the thread pool or less).
  private static final double WAITING = 0.5;

  /// Messages that a broker may hold where nobody knows how many come.
  private static final double USUAL_BUFFER = 10_000;

  public UnboundedBuffer() {
    super("REL-QU-012", Severity.HIGH, FailureCategory.EXCESSIVE_LOAD, "REL05-BP04");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node node : context.components()) {
      boolean waits = node.isDeclared(ComponentAttributes.INTERNAL_QUEUE);
      boolean forgets = isInMemory(node);
      if ((!waits && !forgets) || !DrawOut.isPossible(context.design(), node)) {
        continue;
      }
      checks.examined(node);
      if (isUnbounded(node) || (forgets && Double.isNaN(node.buffer()))) {
        flag(context, checks, node);
      }
    }
  }

  private static boolean isInMemory(Node node) {
    return node.held(ComponentAttributes.IN_MEMORY).orElse(false);
  }

  private static boolean isUnbounded(Node node) {
    return node.held(ComponentAttributes.INTERNAL_QUEUE)
        .filter(InternalQueue.UNBOUNDED::equals)
        .isPresent();
  }

  private static void flag(RuleContext context, Checks checks, Node node) {
    boolean forgets = isInMemory(node);
    Draft draft =
        checks
            .flag(node)
            .message("What waits in %s grows until memory ends", node)
            .because(
                "Flagged because %s %s%s: when what it depends on is slow, it does not refuse work "
                    + "but collects it, until it runs out of memory and loses all of it at once.",
                node,
                isUnbounded(node)
                    ? "has an unbounded waiting queue"
                    : "keeps its messages in memory without a limit",
                growth(context, node))
            .on(context.out(node, LinkMode.DELIVER));
    if (forgets && isPrecious(context, node)) {
      draft.fix(
          QueueChanges.makeLasting(context.graph(), node),
          "Storing takes time and space, and messages can come twice.");
    }
    draft
        .fix(
            QueueChanges.boundQueue(
                context.design(), node, isUnbounded(node), buffer(context, node)),
            "Callers are refused earlier and must cope%s.",
            Double.isInfinite(node.pool()) || node.kind().isBroker()
                ? ""
                : String.format(
                    Locale.ROOT,
                    "; let at most %s wait, half as many as there are workers",
                    Words.number(Math.max(1, Math.floor(node.pool() * WAITING)))))
        .raise();
  }

  private static String growth(RuleContext context, Node node) {
    double in = context.load().inflow(node);
    String what = node.kind().isBroker() ? " messages/s" : " requests/s";
    return in > 0 ? " and gets " + Words.number(in) + what : "";
  }

  /// Whether a message is lost for somebody when the broker restarts.
  private static boolean isPrecious(RuleContext context, Node broker) {
    return broker.kind().isPassiveBroker()
        && context.out(broker, LinkMode.DELIVER).stream()
            .anyMatch(edge -> edge.isMutating() && !edge.held(LinkAttributes.LOSS_OK));
  }

  /// What comes until somebody has noticed.
  private static double buffer(RuleContext context, Node node) {
    double in = context.load().inflow(node);
    double seconds = context.setting(Settings.DETECTION, node).seconds();
    return in > 0 ? Math.max(1, Math.ceil(in * seconds)) : USUAL_BUFFER;
  }
}

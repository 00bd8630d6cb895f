package dev.stillwater.rules.overload;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.LoadChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.stream.Stream;

/// A component that is asked for more at peak than it can serve.
///
/// Only what is called counts: a consumer that a broker alone feeds takes work at its own pace, and
/// the rules about queues ask whether that is enough. Refusing the excess keeps the rest alive but
/// serves nobody more, and a queue would never drain; both are on the page and neither is offered.
public final class PeakAboveCapacity extends Smell {
  /// The capacity that is advised, as a multiple of the peak.
  private static final double SPARE = 1.25;

  public PeakAboveCapacity() {
    super("REL-OV-001", Severity.HIGH, FailureCategory.EXCESSIVE_LOAD, "REL05-BP02");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node node : context.components()) {
      if (!serves(node) || !isCalled(context, node)) {
        continue;
      }
      double inflow = context.load().inflow(node);
      if (Double.isNaN(node.capacity()) || inflow == 0) {
        checks.cannotJudge(node);
        continue;
      }
      checks.examined(node);
      if (inflow > node.capacity()) {
        flag(context, checks, node, inflow);
      }
    }
  }

  private static boolean serves(Node node) {
    return switch (node.kind().family()) {
      case COMPUTE, STORE, CONFIG, EXTERNAL -> true;
      case EDGE, ROUTER, BROKER, CACHE, MONITOR -> false;
    };
  }

  private static boolean isCalled(RuleContext context, Node node) {
    return Stream.of(context.graph().in(node)).anyMatch(Edge::isSync);
  }

  private static void flag(RuleContext context, Checks checks, Node node, double inflow) {
    Draft draft =
        checks
            .flag(node)
            .detail(Words.fixed(inflow, 0) + " > " + Words.fixed(node.capacity(), 0) + " rps")
            .message("%s is asked for more at peak than it can serve", node)
            .because(
                "Flagged because %s arrive at %s at peak, and %s of %s a second each serve %s%s.",
                Words.perSecond(inflow),
                node,
                Words.plural(node.replicas(), "replica", "replicas"),
                Words.number(node.capacity() / node.replicas()),
                Words.perSecond(node.capacity()),
                worst(context, node));
    LoadChanges.scaleOut(node, SPARE * inflow, 1).ifPresent(edit -> draft.fix(edit, cost(node)));
    draft.declare(
        LoadChanges.setCapacity(node, SPARE * inflow),
        node.kind() == ComponentKind.EXTERNAL
            ? "True only once the provider has agreed; until then cache, batch or shed what you "
                + "send."
            : "True only once a load test has shown it, with the slowest callee at its p99.");
    draft.raise();
  }

  private static String worst(RuleContext context, Node node) {
    Edge most = null;
    int callers = 0;
    for (Edge edge : context.graph().in(node)) {
      if (edge.isSync()) {
        callers++;
        most = most == null || context.load().rate(edge) > context.load().rate(most) ? edge : most;
      }
    }
    return most == null || callers < 2
        ? ""
        : "; "
            + most.subject()
            + " brings most of it, "
            + Words.perSecond(context.load().rate(most));
  }

  private static String cost(Node node) {
    return node.kind().isStore()
        ? "More copies serve more reads; writes still go to one primary unless the data is split."
        : "The replicas cost money all day for the peak, and what they call gets all of the load.";
  }
}

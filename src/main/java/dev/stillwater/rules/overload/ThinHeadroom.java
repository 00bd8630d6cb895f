package dev.stillwater.rules.overload;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.LoadChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Scaling;
import dev.stillwater.model.Settings;
import dev.stillwater.model.Timespan;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.stream.Stream;

/// A component that has hardly anything left at peak.
public final class ThinHeadroom extends Smell {
  /// The part of the capacity that a peak should take.
  private static final double COMFORTABLE = 0.7;

  /// Milliseconds within which new capacity keeps up with a rising load.
  private static final double FAST = 60_000;

  public ThinHeadroom() {
    super("REL-OV-010", Severity.INFO, FailureCategory.EXCESSIVE_LOAD, "REL05-BP02");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node node : context.components()) {
      if (!serves(node) || Stream.of(context.graph().in(node)).noneMatch(Edge::isSync)) {
        continue;
      }
      double inflow = context.load().inflow(node);
      if (Double.isNaN(node.capacity()) || inflow == 0) {
        checks.cannotJudge(node);
        continue;
      }
      checks.examined(node);
      double used = inflow / node.capacity();
      if (used > context.setting(Settings.HEADROOM, node) && used <= 1 && !scalesFast(node)) {
        flag(context, checks, node, inflow);
      }
    }
  }

  private static boolean serves(Node node) {
    return switch (node.kind().family()) {
      case COMPUTE, STORE, CONFIG -> true;
      case EDGE, ROUTER, BROKER, CACHE, EXTERNAL, MONITOR -> false;
    };
  }

  private static boolean scalesFast(Node node) {
    double delay =
        node.held(ComponentAttributes.SCALE_OUT).map(Timespan::millis).orElse(Double.NaN);
    return node.held(ComponentAttributes.SCALING).orElse(Scaling.FIXED) == Scaling.AUTO
        && delay > 0
        && delay < FAST;
  }

  private static void flag(RuleContext context, Checks checks, Node node, double inflow) {
    double limit = context.setting(Settings.HEADROOM, node);
    Draft draft =
        checks
            .flag(node)
            .message("%s has hardly anything left at peak", node)
            .because(
                "Flagged because %s of %s are %s %% of the capacity of %s, more than %s %%: waiting"
                    + " times grow steeply from there%s.",
                Words.perSecond(inflow),
                Words.perSecond(node.capacity()),
                Words.number(inflow / node.capacity() * 100),
                node,
                Words.number(limit * 100),
                node.replicas() > 1
                        && inflow > node.capacity() / node.replicas() * (node.replicas() - 1)
                    ? ", and the loss of one replica is an overload"
                    : "");
    LoadChanges.scaleOut(node, inflow, Math.min(COMFORTABLE, limit))
        .ifPresent(edit -> draft.fix(edit, "The replicas cost money outside of the peak."));
    draft
        .declare(
            LoadChanges.setCapacity(node, inflow / Math.min(COMFORTABLE, limit)),
            "True only once a load test has shown it, with the slowest callee at its p99.")
        .raise();
  }
}

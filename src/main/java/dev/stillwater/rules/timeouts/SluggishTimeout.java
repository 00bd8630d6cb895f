package dev.stillwater.rules.timeouts;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.CallLimits;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Settings;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;

/// A timeout so long that a few stuck calls hold most workers.
public final class SluggishTimeout extends Smell {
  /// The part of the calls that hang in the example of Site Reliability Engineering, ch. 22
  /// (bimodal latency).
  private static final double STUCK = 0.05;

  /// What is advised, as a multiple of the response time at p99, and in milliseconds at least.
  private static final double GENEROUS = 3;

  private static final double SHORTEST = 100;

  public SluggishTimeout() {
    super("REL-TR-012", Severity.LOW, FailureCategory.EXCESSIVE_LATENCY, "REL05-BP05");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.links(LinkMode.SYNC)) {
      if (!Double.isFinite(edge.declaredTimeout()) || edge.to().impliedBy().isPresent()) {
        continue;
      }
      if (!edge.to().isDeclared(ComponentAttributes.P99)) {
        checks.cannotJudge(edge);
        continue;
      }
      checks.examined(edge);
      if (edge.to().own() > 0
          && edge.declaredTimeout() >= longest(context, edge)
          && held(context, edge) > caller(context, edge).pool()) {
        flag(context, checks, edge);
      }
    }
  }

  /// Whose workers wait, also where an annotated balancer stands between.
  private static Node caller(RuleContext context, Edge edge) {
    return context.graph().edgesOf(edge.subject()).getFirst().from();
  }

  private static double longest(RuleContext context, Edge edge) {
    return context.setting(Settings.TIMEOUT_RATIO, edge) * context.responseTimes().of(edge.to());
  }

  /// Workers that calls hold of which a twentieth hang.
  private static double held(RuleContext context, Edge edge) {
    return STUCK * context.load().rate(edge) * edge.declaredTimeout() / 1e3;
  }

  private static void flag(RuleContext context, Checks checks, Edge edge) {
    Node caller = caller(context, edge);
    double response = context.responseTimes().of(edge.to());
    double advised = GENEROUS * response;
    double least = Math.max(advised, SHORTEST);
    checks
        .flag(edge)
        .message("A few stuck calls to %s hold all workers of %s", edge.to(), caller)
        .because(
            "Flagged because %s waits %s for %s, which answers within %s at p99 (the limit is %s "
                + "times that): when 5 %% of %s hang, they hold %s workers, and %s has %s.",
            edge,
            Words.duration(edge.declaredTimeout()),
            edge.to(),
            Words.duration(response),
            Words.number(context.setting(Settings.TIMEOUT_RATIO, edge)),
            Words.perSecond(context.load().rate(edge)),
            Words.number(held(context, edge)),
            caller,
            Words.number(caller.pool()))
        .probesAlong(List.of(edge))
        .fix(
            Declarations.limitCalls(
                edge,
                new CallLimits(
                    Patience.atLeast(least < longest(context, edge) ? least : advised),
                    null,
                    null)),
            "Healthy answers are cut off if the declared p99 is too low: compare it with the p99.9 "
                + "that you measure.")
        .raise();
  }
}

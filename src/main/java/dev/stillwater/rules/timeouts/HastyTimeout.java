package dev.stillwater.rules.timeouts;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.ResponseTimes;
import dev.stillwater.edits.CallLimits;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// A caller that gives up before healthy answers arrive.
public final class HastyTimeout extends Smell {
  public HastyTimeout() {
    super("REL-TR-004", Severity.MEDIUM, FailureCategory.EXCESSIVE_LATENCY, "REL05-BP05");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.links(LinkMode.SYNC)) {
      if (!edge.isDeclared(LinkAttributes.TIMEOUT) || edge.to().impliedBy().isPresent()) {
        continue;
      }
      if (!edge.to().isDeclared(ComponentAttributes.P99)) {
        checks.cannotJudge(edge);
        continue;
      }
      checks.examined(edge);
      if (edge.declaredTimeout() < context.responseTimes().of(edge.to())) {
        checks.flag(edge).telling(draft -> tell(draft, context, edge)).raise();
      }
    }
  }

  private static void tell(Draft draft, RuleContext context, Edge edge) {
    ResponseTimes times = context.responseTimes();
    double response = times.of(edge.to());
    boolean alone = response == edge.to().own();
    draft
        .detail(Words.fixed(edge.declaredTimeout(), 0) + " < " + Words.fixed(response, 0) + " ms")
        .message("%s gives up on %s before it can answer", edge.from(), edge.to())
        .because(
            "Flagged because %s gives up after %s, and %s answers within %s%s at p99%s: its "
                + "slowest healthy answers count as failures%s.",
            edge,
            Words.duration(edge.declaredTimeout()),
            edge.to(),
            times.isBound(edge.to()) ? "at least " : "",
            Words.duration(response),
            alone ? "" : " (" + Words.duration(edge.to().own()) + " of its own, then its callees)",
            edge.attempts() > 1 ? ", and each is done again" : "")
        .fix(
            Declarations.limitCalls(
                edge, new CallLimits(Patience.atLeast(Patience.LEAST * response), null, null)),
            "Workers of %s are held longer when %s hangs, and whoever calls it must wait longer.",
            edge.from(),
            edge.to());
  }
}

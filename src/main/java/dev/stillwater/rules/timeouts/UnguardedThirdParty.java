package dev.stillwater.rules.timeouts;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.CallLimits;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;
import java.util.stream.Stream;

/// A call to somebody else's system that may take all that its caller has.
public final class UnguardedThirdParty extends Smell {
  public UnguardedThirdParty() {
    super("REL-TR-011", Severity.MEDIUM, FailureCategory.SHARED_FATE, "REL05-BP01");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.links(LinkMode.SYNC)) {
      Node callee = context.graph().edgesOf(edge.subject()).getLast().to();
      if (callee.kind() != ComponentKind.EXTERNAL || !edge.from().kind().isCompute()) {
        continue;
      }
      checks.examined(edge);
      if (!edge.hasBreaker()
          && !edge.isDeclared(LinkAttributes.BULKHEAD)
          && !isBoundedByDelivery(context, edge.from())) {
        flag(context, checks, edge, callee);
      }
    }
  }

  /// A consumer that takes few messages at a time has few calls in flight.
  private static boolean isBoundedByDelivery(RuleContext context, Node caller) {
    return Stream.of(context.graph().in(caller))
        .anyMatch(edge ->
            edge.mode() == LinkMode.DELIVER && edge.isDeclared(LinkAttributes.MAX_CONCURRENCY));
  }

  private static void flag(RuleContext context, Checks checks, Edge edge, Node callee) {
    CallLimits compartment = context.budget(edge).compartment();
    CallLimits timeout = new CallLimits(compartment.timeout(), null, null);
    checks
        .flag(edge)
        .on(callee)
        .message("%s keeps nothing back from calls to %s", edge.from(), callee)
        .because(
            "Flagged because %s is outside of your control, and %s has neither a bulkhead nor a "
                + "breaker: when %s hangs, its calls take %s.",
            callee, edge, callee, takes(edge))
        .probesAlong(List.of(edge))
        .fix(
            Declarations.limitCalls(edge, compartment),
            "Calls above the limit fail at once although %s might have answered; set it by the "
                + "concurrency that you measure.",
            callee)
        .fix(
            Declarations.addBreaker(edge, timeout),
            "A breaker is a mode that is rarely run: test it; it turns partial trouble of %s into "
                + "a full stop for a while.",
            callee)
        .raise();
  }

  private static String takes(Edge edge) {
    double pool = edge.from().pool();
    return Double.isInfinite(pool)
        ? "as many instances of " + Words.name(edge.from()) + " as there is quota"
        : "all " + Words.number(pool) + " workers of " + Words.name(edge.from());
  }
}

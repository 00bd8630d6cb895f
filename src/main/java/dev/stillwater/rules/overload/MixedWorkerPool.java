package dev.stillwater.rules.overload;

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

/// A pool of workers in which calls that may fail can displace calls that must not.
public final class MixedWorkerPool extends Smell {
  public MixedWorkerPool() {
    super("REL-OV-005", Severity.MEDIUM, FailureCategory.SHARED_FATE, "REL05-BP01");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node node : context.components()) {
      if (node.kind() != ComponentKind.SERVICE) {
        continue;
      }
      List<Edge> calls = context.out(node, LinkMode.SYNC);
      List<Edge> hard = calls.stream().filter(edge -> !edge.isSoft()).limit(2).toList();
      for (Edge edge : calls) {
        Node callee = context.graph().edgesOf(edge.subject()).getLast().to();
        List<Edge> others = hard.stream().filter(other -> other != edge).toList();
        if (others.isEmpty() || !edge.isSoft() && callee.kind() != ComponentKind.EXTERNAL) {
          continue;
        }
        checks.examined(edge);
        if (!edge.hasBreaker() && !edge.isDeclared(LinkAttributes.BULKHEAD)) {
          flag(context, checks, edge, callee, others.getFirst());
        }
      }
    }
  }

  private static void flag(
      RuleContext context, Checks checks, Edge edge, Node callee, Edge needed) {
    Node caller = edge.from();
    CallLimits compartment = context.budget(edge).compartment();
    checks
        .flag(edge)
        .on(callee)
        .on(needed)
        .message("Calls to %s can take the workers that %s needs for %s", callee, caller, needed)
        .because(
            "Flagged because %s is %s and shares %s workers of %s with %s, which it cannot do "
                + "without, and neither a bulkhead nor a breaker keeps it back.",
            edge,
            edge.isSoft() ? "optional" : "a call to a third party",
            Words.number(caller.pool()),
            caller,
            needed)
        .probesAlong(List.of(edge))
        .fix(
            Declarations.limitCalls(edge, compartment),
            "Calls above the limit fail at once although %s might have answered; each such call "
                + "has its own limit to set.",
            callee)
        .fix(
            Declarations.addBreaker(edge, new CallLimits(compartment.timeout(), null, null)),
            "A breaker helps only after calls have timed out, and turns partial trouble of %s into "
                + "a full stop for a while.",
            callee)
        .raise();
  }
}

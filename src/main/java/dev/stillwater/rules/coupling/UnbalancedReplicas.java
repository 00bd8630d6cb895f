package dev.stillwater.rules.coupling;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.InsertLoadBalancer;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Choices;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;

/// A replicated service that a caller addresses without anything that spreads its calls. What shows
/// it is the loss of one replica of several, which the ripple does not tell from the loss of none.
public final class UnbalancedReplicas extends Smell {
  public UnbalancedReplicas() {
    super("REL-LC-002", Severity.LOW, FailureCategory.SHARED_FATE, "REL04-BP02");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.links(LinkMode.SYNC)) {
      Node callee = edge.to();
      if (callee.kind() != ComponentKind.SERVICE || callee.replicas() < 2 || callee.isManaged()) {
        continue;
      }
      checks.examined(edge);
      if (edge.from().kind().isRouter() || edge.held(LinkAttributes.CLIENT_LB)) {
        continue;
      }
      flag(context, checks, edge);
    }
  }

  /// Why a balancer and no queue, where the link says so.
  private static String balancer(RuleContext context, Edge edge) {
    return Choices.reason(
        Choices.of(context, List.of(edge))
            .filter(choice -> choice.kind() == ComponentKind.LOAD_BALANCER));
  }

  private static void flag(RuleContext context, Checks checks, Edge edge) {
    checks.flag(edge).telling(draft -> tell(draft, context, edge)).raise();
  }

  private static void tell(Draft draft, RuleContext context, Edge edge) {
    draft
        .message("Nothing spreads the calls of %s over the replicas of %s", edge.from(), edge.to())
        .because(
            "Flagged because %s has %d replicas, and neither a balancer stands before it nor "
                + "does %s balance itself: whoever is bound to one replica fails with it.",
            edge.to(), edge.to().replicas(), edge.from());
    if (InsertLoadBalancer.fits(context.design(), edge.link())) {
      draft.pick(
          balancer(context, edge),
          InsertLoadBalancer.on(context.design(), edge.link()),
          "One more hop of about 1 ms, and one more component that must be redundant itself.");
    }
    draft.fix(
        Declarations.setClientLb(edge),
        "Every caller needs service discovery and health checks of its own.");
  }
}

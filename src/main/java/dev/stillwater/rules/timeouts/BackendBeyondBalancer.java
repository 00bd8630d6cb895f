package dev.stillwater.rules.timeouts;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.CallChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// A backend that is silent for longer than the balancer in front of it keeps a connection.
public final class BackendBeyondBalancer extends Smell {
  public BackendBeyondBalancer() {
    super("REL-TR-009", Severity.MEDIUM, FailureCategory.EXCESSIVE_LATENCY, "REL05-BP05");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    BeyondLimit.check(
        context,
        checks,
        ComponentAttributes.IDLE_TIMEOUT,
        (edge, limit, response) -> flag(context, checks, edge, limit, response));
  }

  private static void flag(
      RuleContext context, Checks checks, Edge edge, double limit, double response) {
    Node balancer = edge.from();
    Draft draft =
        checks
            .flag(edge)
            .message("%s closes the connection before %s answers", balancer, edge.to())
            .because(
                "Flagged because %s closes a connection without data after %s, and %s is silent "
                    + "for %s at p99: the client sees a failure, and the work is done all the "
                    + "same.",
                balancer, Words.duration(limit), edge.to(), Words.duration(response));
    if (balancer.impliedBy().isEmpty()) {
      draft.fix(
          CallChanges.setIdleTimeout(balancer, Patience.atLeast(Patience.LEAST * response)),
          "Connections of clients that are gone stay open longer, for every backend of %s.",
          balancer);
    }
    ReceiptFirst.offer(draft, context, edge);
    draft.raise();
  }
}

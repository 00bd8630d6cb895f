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

/// A backend that takes longer than the gateway in front of it waits for anybody.
public final class BackendBeyondGateway extends Smell {
  public BackendBeyondGateway() {
    super("REL-TR-008", Severity.HIGH, FailureCategory.EXCESSIVE_LATENCY, "REL05-BP05");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    BeyondLimit.check(
        context,
        checks,
        ComponentAttributes.MAX_TIMEOUT,
        (edge, limit, response) -> flag(context, checks, edge, limit, response));
  }

  private static void flag(
      RuleContext context, Checks checks, Edge edge, double limit, double response) {
    Node gateway = edge.from();
    Draft draft =
        checks
            .flag(edge)
            .message("%s gives up on %s before its work is done", gateway, edge.to())
            .because(
                "Flagged because %s fails a request after %s, whatever the link says, and %s needs"
                    + " %s at p99: the client sees a failure, and the work is done all the same.",
                gateway, Words.duration(limit), edge.to(), Words.duration(response));
    ReceiptFirst.offer(draft, context, edge);
    if (gateway.impliedBy().isEmpty()) {
      draft.declare(
          CallChanges.setMaxTimeout(gateway, Patience.atLeast(Patience.LEAST * response)),
          "True only once the provider has raised the quota, which few allow and which costs "
              + "throttle quota in return.");
    }
    draft.raise();
  }
}

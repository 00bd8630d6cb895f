package dev.stillwater.rules.idempotency;

import dev.stillwater.analysis.Edge;
import dev.stillwater.edits.RepeatChanges;
import dev.stillwater.model.Idempotency;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.TokenSource;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// A token that is a time of day, which two requests can share and one request can change.
public final class TimestampToken extends Smell {
  public TimestampToken() {
    super("REL-ID-006", Severity.MEDIUM, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL04-BP04");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.graph().edges()) {
      if (edge.idempotency() == Idempotency.NONE) {
        continue;
      }
      checks.examined(edge);
      if (edge.held(LinkAttributes.TOKEN_SOURCE) == TokenSource.TIMESTAMP) {
        flag(checks, edge);
      }
    }
  }

  private static void flag(Checks checks, Edge edge) {
    checks
        .flag(edge)
        .message("%s cannot tell repeats from new requests by the time of day", edge.to())
        .because(
            "Flagged because repeats over %s are recognised by a timestamp (tokenSource): two "
                + "requests in the same tick of a clock look like one and the second is dropped, "
                + "and a repeat that is stamped anew looks like another request.",
            edge)
        .fix(
            RepeatChanges.setTokenSource(edge),
            "Callers that send times today must change, and both kinds are accepted until they "
                + "have.")
        .raise();
  }
}

package dev.stillwater.rules.idempotency;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.RepeatChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Idempotency;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.TokenSource;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A token that is made anew for every attempt, so that no two attempts look alike.
public final class TokenPerAttempt extends Smell {
  public TokenPerAttempt() {
    super("REL-ID-007", Severity.HIGH, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL04-BP04");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    Map<Node, Edge> repeated = new HashMap<>();
    for (Edge edge : context.graph().edges()) {
      if (repeats(edge)) {
        repeated.putIfAbsent(edge.to(), edge);
      }
    }
    for (Edge edge : context.graph().edges()) {
      if (edge.idempotency() == Idempotency.NONE) {
        continue;
      }
      checks.examined(edge);
      boolean perAttempt = edge.held(LinkAttributes.TOKEN_SOURCE) == TokenSource.PER_ATTEMPT;
      if (perAttempt && (repeats(edge) || repeated.containsKey(edge.from()))) {
        flag(checks, edge, Optional.ofNullable(repeated.get(edge.from())));
      }
    }
  }

  /// Whether one request or message can travel along a link more than once.
  private static boolean repeats(Edge edge) {
    return edge.mode() == LinkMode.DELIVER || edge.attempts() > 1;
  }

  private static void flag(Checks checks, Edge edge, Optional<Edge> before) {
    checks
        .flag(edge)
        .message("Every attempt over %s looks like a new request", edge)
        .because(
            "Flagged because each attempt over %s gets a token of its own (tokenSource) while %s, "
                + "so nothing is ever recognised as a repeat.",
            edge, cause(edge, before))
        .fix(
            RepeatChanges.setTokenSource(edge),
            "%s must store the token before the first attempt, so that it sends the same one "
                + "after a restart.",
            edge.from())
        .raise();
  }

  private static String cause(Edge edge, Optional<Edge> before) {
    if (edge.mode() == LinkMode.DELIVER) {
      return "a broker may deliver a message again";
    }
    if (edge.attempts() > 1) {
      return Double.isInfinite(edge.attempts())
          ? "a call is tried without end"
          : "a call is tried up to " + Words.number(edge.attempts()) + " times";
    }
    return "requests reach the caller more than once"
        + before.map(link -> " over " + link.subject()).orElse("");
  }
}

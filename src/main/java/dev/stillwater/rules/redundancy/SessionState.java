package dev.stillwater.rules.redundancy;

import dev.stillwater.analysis.Node;
import dev.stillwater.edits.ExternalizeState;
import dev.stillwater.edits.PromiseChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.StateKeeping;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// Replicas of which each keeps the sessions of its own users.
public final class SessionState extends Smell {
  public SessionState() {
    super("REL-RZ-011", Severity.LOW, FailureCategory.SINGLE_POINT_OF_FAILURE, "REL05-BP06");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node node : context.components()) {
      if (!node.kind().isCompute() || node.replicas() < 2) {
        continue;
      }
      checks.examined(node);
      if (node.held(ComponentAttributes.STATE).orElse(StateKeeping.STATELESS)
          == StateKeeping.SESSION) {
        flag(checks, node);
      }
    }
  }

  private static void flag(Checks checks, Node node) {
    checks
        .flag(node)
        .message("Each replica of %s keeps the sessions of its own users", node)
        .because(
            "Flagged because %s runs %d replicas that keep sessions: whoever is bound to a replica"
                + " loses the session with it, in a crash, a deployment or when it is scaled in,"
                + " and load cannot be balanced freely.",
            node, node.replicas())
        .fix(
            new ExternalizeState(node.id(), Words.name(node)),
            "Every request asks one more component that must be up; let sessions expire there.")
        .declare(
            PromiseChanges.declareStateless(node),
            "True only where the client sends the whole session with each request, signed.")
        .raise();
  }
}

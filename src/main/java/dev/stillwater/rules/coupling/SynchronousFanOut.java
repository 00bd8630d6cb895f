package dev.stillwater.rules.coupling;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.CouplingChanges;
import dev.stillwater.edits.PatternChoice;
import dev.stillwater.edits.ScaleOutFirst;
import dev.stillwater.edits.Words;
import dev.stillwater.model.LinkMode;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Choices;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;
import java.util.Optional;

/// A service that tells several others one by one what it could announce once.
public final class SynchronousFanOut extends Smell {
  public SynchronousFanOut() {
    super("REL-LC-003", Severity.MEDIUM, FailureCategory.SHARED_FATE, "REL04-BP02");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node caller : context.components()) {
      if (context.out(caller, LinkMode.SYNC).stream().anyMatch(SynchronousFanOut::tellsSomebody)) {
        checks.examined(caller);
      }
      List<Edge> calls = context.unawaited(caller);
      List<Node> callees = calls.stream().map(Edge::to).distinct().sorted(Words.BY_ID).toList();
      if (callees.size() >= 2) {
        flag(context, checks, caller, calls, callees);
      }
    }
  }

  private static boolean tellsSomebody(Edge edge) {
    return edge.from().kind().isCompute()
        && edge.isMutating()
        && RuleContext.takesWork(edge.to().kind());
  }

  private static void flag(
      RuleContext context, Checks checks, Node caller, List<Edge> calls, List<Node> callees) {
    Optional<PatternChoice> choice = Choices.of(context, calls);
    double wait = calls.stream().mapToDouble(context::healthyHold).sum();
    Draft draft =
        checks
            .flag(caller)
            .detail(String.join(",", callees.stream().map(Node::id).toList()))
            .message("%s calls %s one by one although nobody waits for them", caller, callees)
            .because(
                "Flagged because %s writes to %s synchronously although no answer is used: together"
                    + " they add up to %s to a request at p99, and each of them must be up.",
                caller, callees, Words.duration(wait))
            .on(calls)
            .probesAlong(calls)
            .pick(
                Choices.reason(choice),
                Choices.publication(caller, calls, choice),
                "Subscribers learn of it later, perhaps twice; each needs idempotency and somebody"
                    + " who reads its dead letters.");
    if (callees.stream().anyMatch(it -> context.load().inflow(it) >= it.capacity())) {
      grow(draft, context, caller, calls, callees);
    }
    draft.raise();
  }

  /// What is left where a queue alone would never drain.
  private static void grow(
      Draft draft, RuleContext context, Node caller, List<Edge> calls, List<Node> callees) {
    Optional<PatternChoice> choice = Choices.of(context, calls);
    ScaleOutFirst.of(callees, context.load(), Choices.publication(caller, calls, choice))
        .ifPresentOrElse(
            edit ->
                draft.pick(
                    Choices.reason(choice),
                    edit,
                    "More replicas cost money and load what they use; subscribers learn of it "
                        + "later, perhaps twice."),
            () ->
                draft.declare(
                    CouplingChanges.needResults(calls),
                    "True only if %s uses every answer; all are then up together or not at all.",
                    caller));
  }
}

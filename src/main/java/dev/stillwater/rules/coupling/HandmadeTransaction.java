package dev.stillwater.rules.coupling;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.InsertWorkflow;
import dev.stillwater.edits.PatternChoice;
import dev.stillwater.edits.Words;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Choices;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;
import java.util.Optional;

/// A request handler that carries a business transaction through several systems by itself.
public final class HandmadeTransaction extends Smell {
  /// Two writes can be ordered so that the second decides; from three on somebody has to remember.
  private static final int STEPS = 3;

  public HandmadeTransaction() {
    super(
        "REL-LC-008",
        Severity.MEDIUM,
        FailureCategory.MISCONFIGURATION_AND_BUGS,
        "REL04-BP02",
        "REL05-BP01");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node caller : context.components()) {
      if (caller.kind().isCompute()) {
        List<Edge> steps =
            context.out(caller, LinkMode.SYNC).stream()
                .filter(HandmadeTransaction::isStep)
                .toList();
        if (!steps.isEmpty()) {
          checks.examined(caller);
        }
        if (steps.size() >= STEPS) {
          flag(context, checks, caller, steps);
        }
      }
    }
  }

  private static boolean isStep(Edge edge) {
    return edge.isMutating()
        && edge.need() == Need.RESULT_NOW
        && RuleContext.takesWork(edge.to().kind());
  }

  private static void flag(RuleContext context, Checks checks, Node caller, List<Edge> steps) {
    List<Node> callees = steps.stream().map(Edge::to).distinct().toList();
    Optional<PatternChoice> choice = Choices.ofSteps(context, steps);
    InsertWorkflow usual =
        new InsertWorkflow(
            caller.id(), Words.name(caller), callees.stream().map(Words::name).toList());
    checks
        .flag(caller)
        .message("%s carries a transaction through %s in one request", caller, Words.some(callees))
        .because(
            "Flagged because %s makes %s writes whose results it needs, over %s, and keeps how far "
                + "it came in memory only: a crash in between leaves the rest undone, and nobody "
                + "resumes it or takes it back.",
            caller, Words.count(steps.size()), Words.some(steps))
        .on(steps)
        .pick(
            Choices.reason(choice),
            choice.map(it -> usual.with(it.preset())).orElse(usual),
            "Every step takes longer by a transition, must bear being repeated, and needs a "
                + "compensation that somebody writes; %s still waits for the end until its callers "
                + "take a receipt.",
            caller)
        .raise();
  }
}

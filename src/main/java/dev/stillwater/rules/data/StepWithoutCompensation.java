package dev.stillwater.rules.data;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.DataChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;
import java.util.stream.Stream;

/// Steps of a workflow that stay done when a later one fails for good. The last step needs no
/// compensation, and which one is last is not drawn: one step without is nobody's fault.
public final class StepWithoutCompensation extends Smell {
  private static final int ENOUGH_TO_ORDER = 2;

  public StepWithoutCompensation() {
    super("REL-DA-006", Severity.LOW, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL05-BP01");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node workflow : context.components()) {
      List<Edge> steps =
          workflow.kind() == ComponentKind.WORKFLOW
              ? Stream.of(context.graph().out(workflow)).toList()
              : List.of();
      if (steps.size() < ENOUGH_TO_ORDER) {
        continue;
      }
      List<Edge> without =
          steps.stream()
              .filter(Edge::isMutating)
              .filter(edge -> !edge.held(LinkAttributes.COMPENSATED))
              .toList();
      boolean known = steps.stream().allMatch(edge -> edge.isDeclared(LinkAttributes.EFFECT));
      if (without.size() >= ENOUGH_TO_ORDER) {
        flag(checks, workflow, without);
      } else if (known) {
        checks.examined(workflow);
      } else {
        checks.cannotJudge(workflow);
      }
    }
  }

  private static void flag(Checks checks, Node workflow, List<Edge> without) {
    checks
        .flag(workflow)
        .message("When a step of %s fails for good, earlier steps stay done", workflow)
        .because(
            "Flagged because %s steps of %s change something and cannot be undone (compensated is "
                + "false): %s. Only the last step to run needs no compensation.",
            Words.count(without.size()),
            workflow,
            Words.list(without.stream().map(Edge::subject).toList()))
        .on(without)
        .fix(
            DataChanges.addCompensation(workflow, without),
            "Each compensation is a step that can fail and be repeated itself, so it must be "
                + "idempotent; the last step to run needs none.")
        .raise();
  }
}

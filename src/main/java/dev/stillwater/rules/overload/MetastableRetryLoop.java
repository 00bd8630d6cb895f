package dev.stillwater.rules.overload;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.RetryLoad;
import dev.stillwater.edits.CallChanges;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.LoadChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Admission;
import dev.stillwater.model.Settings;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A component that serves its load in health and is kept down by repeats once it fails.
public final class MetastableRetryLoop extends Smell {
  /// Retries as a part of requests that a budget allows; [Declarations#setRetryBudgets] sets it.
  private static final double BUDGET = 0.1;

  /// What rounding may add to a sum of rates.
  private static final double EXACT = 1 + 1e-9;

  /// The most repeated calls that a finding names, nearest first.
  private static final int NAMED = 1000;

  public MetastableRetryLoop() {
    super("REL-OV-003", Severity.HIGH, FailureCategory.EXCESSIVE_LOAD, "REL05-BP03");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    RetryLoad load = RetryLoad.of(context.graph(), context.load());
    RetryLoad budgeted = RetryLoad.budgeted(context.graph(), context.load(), BUDGET);
    for (Node node : context.components()) {
      double usual = load.usual(node);
      double failing = load.whileFailing(node);
      if (!(failing > usual)) {
        continue;
      }
      if (Double.isNaN(node.capacity())) {
        checks.cannotJudge(node);
        continue;
      }
      checks.examined(node);
      double enough = node.capacity() * EXACT;
      if (usual <= enough && enough < failing) {
        flag(context, checks, node, load, budgeted.whileFailing(node) <= enough);
      }
    }
  }

  private static void flag(
      RuleContext context, Checks checks, Node node, RetryLoad load, boolean budgetsAreEnough) {
    double usual = load.usual(node);
    double failing = load.whileFailing(node);
    List<Edge> repeating = repeating(context, node);
    boolean refuses = node.admission() != Admission.NONE;
    Draft draft =
        checks
            .flag(node)
            .base(refuses ? Severity.MEDIUM : Severity.HIGH)
            .detail(
                String.join(
                        " ",
                        Words.fixed(usual, 0),
                        "<=",
                        Words.fixed(node.capacity(), 0),
                        "<",
                        Words.fixed(failing, 0))
                    + " rps")
            .message("Repeats would keep %s down once it fails", node)
            .because(
                "Flagged because %s gets %s and can serve %s, and while it fails callers make "
                    + "that %s (%s): it stays overloaded after the reason has gone.",
                node,
                Words.perSecond(usual),
                Words.perSecond(node.capacity()),
                Words.perSecond(failing),
                shares(context, repeating))
            .on(repeating);
    if (refuses) {
      draft.because("Base medium because %s refuses what is too much, if that is cheap.", node);
    }
    if (budgetsAreEnough) {
      draft.fix(
          Declarations.setRetryBudgets(unbudgeted(repeating)),
          "Clients must count; in a long outage most requests are not repeated at all.");
    }
    draft.fix(
        CallChanges.stopRetrying(repeating),
        "Short disturbances reach the users; a client at the very edge may still repeat.");
    LoadChanges.scaleOut(node, failing, 1)
        .ifPresent(edit ->
            draft.fix(
                edit,
                "The replicas stand idle but for the worst hour, and what they call gets the "
                    + "repeats then."));
    if (!refuses && node.impliedBy().isEmpty()) {
      draft.fix(
          LoadChanges.setAdmission(node, Admission.LIMIT),
          "Refused requests are repeated too: refusing must cost a small part of serving.");
    }
    draft.raise();
  }

  /// The repeated calls that a failure of a component sets off: those into it, and those into
  /// callers that the failure takes along, nearest first.
  private static List<Edge> repeating(RuleContext context, Node failing) {
    int unbounded = context.setting(Settings.UNBOUNDED_ATTEMPTS);
    List<Edge> result = new ArrayList<>();
    Set<Node> seen = new HashSet<>(Set.of(failing));
    Deque<Node> waiting = new ArrayDeque<>(List.of(failing));
    int looked = 0;
    while (!waiting.isEmpty() && looked < NAMED) {
      for (Edge edge : context.graph().in(waiting.remove())) {
        if (!edge.isSync() || context.load().rate(edge) == 0) {
          continue;
        }
        looked++;
        if (RetryLoad.tries(edge, edge.attempts(), unbounded) > 1) {
          result.add(edge);
        }
        if (!edge.isAbsorbable() && seen.add(edge.from())) {
          waiting.add(edge.from());
        }
      }
    }
    return result;
  }

  private static List<Edge> unbudgeted(List<Edge> repeating) {
    return repeating.stream()
        .filter(edge -> RetryLoad.tries(edge, edge.attempts(), 2) > 1 + BUDGET)
        .toList();
  }

  private static String shares(RuleContext context, List<Edge> repeating) {
    int unbounded = context.setting(Settings.UNBOUNDED_ATTEMPTS);
    List<String> first =
        repeating.stream()
            .limit(3)
            .map(edge ->
                Words.number(RetryLoad.tries(edge, edge.attempts(), unbounded))
                    + " attempts on "
                    + edge.subject())
            .toList();
    return repeating.size() <= 3
        ? Words.list(first)
        : String.join(", ", first) + " and " + (repeating.size() - 3) + " more";
  }
}

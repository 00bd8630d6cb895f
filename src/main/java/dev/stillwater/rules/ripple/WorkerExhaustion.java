package dev.stillwater.rules.ripple;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.edits.Words;
import dev.stillwater.rules.Absorption;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.RuleContext.Loss;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import dev.stillwater.rules.WorkerBudget;
import java.util.List;
import java.util.Locale;

/// A callee that takes all workers of its caller by being slow.
public final class WorkerExhaustion extends Smell {
  public WorkerExhaustion() {
    super(
        "REL-RP-002", Severity.HIGH, FailureCategory.EXCESSIVE_LATENCY, "REL05-BP01", "REL05-BP05");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node slow : context.components()) {
      if (!RuleContext.canFail(slow)) {
        continue;
      }
      List<Injection> grey = List.of(new Injection(slow.id(), Failure.GREY));
      for (Edge edge : context.graph().in(slow)) {
        if (RuleContext.makesWait(edge) && Double.isFinite(edge.from().pool())) {
          checks.examined(slow.subject() + " -> " + edge.from().subject());
        }
      }
      List<Fact> exhausted = context.exhausted(slow);
      List<Loss> lost = exhausted.isEmpty() ? List.of() : context.lost(grey);
      exhausted.forEach(fact -> flag(context, checks, grey, lost, slow, fact));
    }
  }

  private static void flag(
      RuleContext context,
      Checks checks,
      List<Injection> probes,
      List<Loss> lost,
      Node slow,
      Fact fact) {
    Edge edge = fact.carriedBy().orElseThrow();
    Node caller = edge.from();
    checks
        .flag(slow, caller)
        .undeclared(
            !caller.isConcurrencyDeclared(), "the number of workers of " + Words.name(caller))
        .on(edge)
        .probes(probes, lost)
        .telling(draft -> tell(draft, context, slow, fact, edge))
        .raise();
  }

  private static void tell(Draft draft, RuleContext context, Node slow, Fact fact, Edge edge) {
    Node caller = edge.from();
    draft
        .detail(fact.why())
        .message("Slow %s exhausts the workers of %s", slow, caller)
        .because("Flagged because %s.", arithmetic(context, edge))
        .chain(fact.chain());
    Absorption.decouple(draft, context, edge);
    if (context.budget(edge).canBeBounded()) {
      Absorption.doWithout(draft, context, edge);
      Absorption.bound(draft, context, edge);
    } else if (caller.impliedBy().isEmpty()) {
      Absorption.moreWorkers(draft, context, edge);
    }
  }

  private static String arithmetic(RuleContext context, Edge edge) {
    WorkerBudget budget = context.budget(edge);
    double hold = context.greyHold(edge);
    String calls = Words.perSecond(budget.carried());
    String sum =
        Double.isInfinite(hold)
            ? calls + " take a worker each for ever"
            : calls
                + " × "
                + Words.duration(hold)
                + " = "
                + Words.number(budget.needed(hold))
                + " workers";
    return String.format(
        Locale.ROOT,
        "%s and %s of %s waits for it: %s, %s there",
        held(context, edge),
        budget.share(),
        Words.name(edge.from()),
        sum,
        Words.number(edge.from().pool()));
  }

  /// What lets a slow answer hold a worker.
  private static String held(RuleContext context, Edge edge) {
    String timeout = Words.duration(edge.timeout());
    if (Double.isInfinite(edge.timeout())) {
      return edge.subject() + " has no timeout";
    }
    if (context.greyResponse(edge.to()) < edge.timeout()) {
      return edge.subject() + " gives up only after " + timeout;
    }
    if (Double.isInfinite(edge.attempts())) {
      return edge.subject() + " retries without end";
    }
    return edge.subject()
        + " waits "
        + timeout
        + (edge.attempts() > 1 ? " and tries " + Words.number(edge.attempts()) + " times" : "");
  }
}

package dev.stillwater.rules.timeouts;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import dev.stillwater.model.Settings;
import dev.stillwater.rules.Absorption;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import dev.stillwater.rules.WorkerBudget;
import java.util.List;
import java.util.Locale;

/// A call that nobody gives up on.
public final class MissingTimeout extends Smell {
  public MissingTimeout() {
    super("REL-TR-001", Severity.HIGH, FailureCategory.EXCESSIVE_LATENCY, "REL05-BP05");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.links(LinkMode.SYNC, LinkMode.SEND)) {
      ComponentKind caller = edge.from().kind();
      if (caller == ComponentKind.ACTOR || caller == ComponentKind.DNS_CDN) {
        continue;
      }
      checks.examined(edge);
      if (Double.isInfinite(edge.timeout())) {
        flag(context, checks, edge);
      }
    }
  }

  private static void flag(RuleContext context, Checks checks, Edge edge) {
    boolean undeclared = !edge.isDeclared(LinkAttributes.TIMEOUT);
    checks
        .flag(edge)
        .undeclared(undeclared, "the timeout of " + edge.subject())
        .probesAlong(List.of(edge))
        .telling(draft -> tell(draft, context, edge, undeclared))
        .raise();
  }

  private static void tell(Draft draft, RuleContext context, Edge edge, boolean undeclared) {
    draft
        .message("%s waits for %s without a limit", edge.from(), edge.to())
        .because(
            "Flagged because the timeout of %s is %s, and most clients wait for ever then%s.",
            edge, undeclared ? "undeclared" : "none", workers(context, edge))
        .fix(
            Declarations.limitCalls(edge, context.budget(edge).timeout()),
            "Set too low, it cuts off healthy answers: compare it with the p99.9 that you "
                + "measure.");
    if (edge.need() == Need.ACK_NOW || edge.need() == Need.LATER) {
      Absorption.doWithout(draft, context, edge);
    }
  }

  private static String workers(RuleContext context, Edge edge) {
    WorkerBudget budget = context.budget(edge);
    Node caller = edge.from();
    if (Double.isInfinite(caller.pool()) || budget.carried() == 0) {
      return "";
    }
    double grey = context.greyResponse(edge.to());
    return String.format(
        Locale.ROOT,
        ": when %s is silent, %s fill all %s workers of %s in %s; when it is %sx slower, %s × %s "
            + "keep %s of them busy",
        Words.name(edge.to()),
        Words.perSecond(budget.carried()),
        Words.number(caller.pool()),
        Words.name(caller),
        Words.duration(caller.pool() / budget.carried() * 1e3),
        Words.number(context.setting(Settings.GREY)),
        Words.perSecond(budget.carried()),
        Words.duration(grey),
        Words.number(budget.carried() * grey / 1e3));
  }
}

package dev.stillwater.rules.constantwork;

import dev.stillwater.analysis.Edge;
import dev.stillwater.edits.ConstantWorkChanges;
import dev.stillwater.edits.ConvertFallbackToFailover;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Need;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// A way of working that is used only when something has failed, and brings load to where it is
/// otherwise not.
public final class FallbackPath extends Smell {
  public FallbackPath() {
    super("REL-CW-003", Severity.LOW, FailureCategory.EXCESSIVE_LOAD, "REL05-BP01", "REL11-BP05");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.graph().edges()) {
      if (edge.fallback() == Fallback.NONE) {
        continue;
      }
      checks.examined(edge);
      if (edge.fallback() == Fallback.OTHER_PATH || edge.fallback() == Fallback.BYPASS_CACHE) {
        flag(context, checks, edge);
      }
    }
  }

  private static void flag(RuleContext context, Checks checks, Edge edge) {
    double rate = context.load().rate(edge);
    String other =
        edge.link()
            .get(LinkAttributes.FALLBACK_TO)
            .flatMap(context.graph()::findNode)
            .map(Words::name)
            .orElse(edge.fallback() == Fallback.OTHER_PATH ? "another component" : "the origin");
    Draft draft =
        checks
            .flag(edge)
            .message("%s works in a second way that only a failure tries out", edge.from())
            .because(
                "Flagged because the fallback of %s is %s: when %s fails, %s%s at once, over a "
                    + "path that no ordinary day has tested.",
                edge,
                edge.fallback().word(),
                edge.to(),
                rate > 0 ? Words.perSecond(rate) + " move to " : "its load moves to ",
                other);
    ConvertFallbackToFailover.on(context.design(), edge.subject())
        .ifPresent(edit ->
            draft.fix(
                edit,
                "Both ways cost money all the time, and each must be able to carry everything "
                    + "alone."));
    if (!edge.isMutating()) {
      draft.fix(
          ConstantWorkChanges.pushDataAhead(edge),
          "Answers may be old; somebody must say how old is too old.");
    } else if (edge.need() == Need.ACK_NOW || edge.need() == Need.LATER) {
      draft.fix(
          ConstantWorkChanges.goOnWithout(edge),
          "What %s should have done must be noted, and repeated when it is back.",
          edge.to());
    }
    draft
        .fix(
            ConstantWorkChanges.dropFallback(edge),
            "What %s fails to serve becomes an error, at once and in the one way that every day "
                + "tests.",
            edge.to())
        .raise();
  }
}

package dev.stillwater.rules.constantwork;

import dev.stillwater.analysis.Edge;
import dev.stillwater.edits.ConstantWorkChanges;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.LinkMode;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// Consumers that load everything anew when their configuration does not arrive.
public final class RefreshOnFailure extends Smell {
  public RefreshOnFailure() {
    super(
        "REL-CW-004", Severity.MEDIUM, FailureCategory.EXCESSIVE_LOAD, "REL11-BP05", "REL04-BP03");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.links(LinkMode.CONFIG)) {
      checks.examined(edge);
      if (edge.fallback() == Fallback.REFRESH) {
        flag(checks, edge);
      }
    }
  }

  private static void flag(Checks checks, Edge edge) {
    int consumers = edge.to().replicas();
    checks
        .flag(edge)
        .message("A hiccup of %s makes %s load everything from it again", edge.from(), edge.to())
        .because(
            "Flagged because the fallback of %s is refresh: when %s is late, %s asks it for the "
                + "whole state, which is the most work that it can be given, while it is in "
                + "trouble.",
            edge,
            edge.from(),
            consumers > 1
                ? "each of the " + consumers + " replicas of " + edge.to().component().name()
                : edge.to())
        .fix(
            ConstantWorkChanges.keepLastGood(edge),
            "Configuration stays old while %s is down; alarm on its age.",
            edge.from())
        .raise();
  }
}

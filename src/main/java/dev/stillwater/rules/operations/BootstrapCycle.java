package dev.stillwater.rules.operations;

import dev.stillwater.analysis.DependencyCycle;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.CouplingChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.LinkMode;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import dev.stillwater.rules.coupling.CyclicCalls;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Components of which none can start first after everything has stopped.
///
/// A consumer starts without its broker, so that a delivery is no dependency here; the catalogue's
/// sentence is the newer one, and the reference agrees. A cycle of calls alone is REL-LC-005.
public final class BootstrapCycle extends Smell {
  public BootstrapCycle() {
    super("REL-OP-003", Severity.HIGH, FailureCategory.SHARED_FATE, "REL11-BP04");
  }

  private static boolean isConfiguration(Edge edge) {
    return edge.mode() == LinkMode.CONFIG && edge.fallback() == Fallback.NONE;
  }

  private static boolean isNeededToStart(Edge edge) {
    return isConfiguration(edge) || CyclicCalls.isHardCall(edge);
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    context.links(LinkMode.CONFIG).forEach(edge -> checks.examined(edge.to()));
    Set<List<Node>> ofCalls = new HashSet<>();
    DependencyCycle.among(context.graph(), CyclicCalls::isHardCall)
        .forEach(cycle -> ofCalls.add(cycle.members()));
    for (DependencyCycle cycle :
        DependencyCycle.among(context.graph(), BootstrapCycle::isNeededToStart)) {
      if (!ofCalls.contains(cycle.members())) {
        flag(checks, cycle);
      }
    }
  }

  private static void flag(Checks checks, DependencyCycle cycle) {
    List<Edge> configurations =
        cycle.edges().stream().filter(BootstrapCycle::isConfiguration).toList();
    checks
        .flag(cycle.members())
        .message("After a full stop none of %s can start first", Words.some(cycle.members()))
        .because(
            "Flagged because %s need one another to start, over %s: each configuration has no "
                + "fallback, and each call is hard. While one of them runs nobody notices.",
            Words.some(cycle.members()),
            Words.some(cycle.edges().stream().map(Edge::subject).distinct().toList()))
        .on(cycle.edges())
        .fix(
            CouplingChanges.startWithout(configurations, Fallback.LAST_GOOD),
            "A start may use old configuration; it must be written to disk, read back in a test, "
                + "and be recognisable as old.")
        .fix(
            CouplingChanges.startWithout(configurations, Fallback.STATIC),
            "What is built in must be enough to come up with, and changes with a release only.")
        .raise();
  }
}

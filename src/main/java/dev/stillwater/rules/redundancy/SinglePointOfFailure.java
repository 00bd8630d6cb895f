package dev.stillwater.rules.redundancy;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.edits.AddReplicas;
import dev.stillwater.edits.Declarations;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.Journey;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A component that an important journey needs and that runs once.
public final class SinglePointOfFailure extends Smell {
  public SinglePointOfFailure() {
    super(
        "REL-RZ-001",
        Severity.HIGH,
        FailureCategory.SINGLE_POINT_OF_FAILURE,
        "REL10-BP01",
        "REL11-BP02");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node node : context.components()) {
      Optional<Journey> important = important(context, node);
      if (!canRunTwice(node) || important.isEmpty()) {
        continue;
      }
      checks.examined(node);
      List<Edge> needed =
          Stream.of(context.graph().in(node)).filter(SinglePointOfFailure::isNeeded).toList();
      if (RuleContext.isFragile(node) && !needed.isEmpty()) {
        flag(context, checks, node, important.get(), needed.getFirst());
      }
    }
  }

  /// Clients are many, an external system is its owner's, and nobody waits for a monitor.
  private static boolean canRunTwice(Node node) {
    return switch (node.kind().family()) {
      case EDGE, EXTERNAL, MONITOR -> false;
      case COMPUTE, ROUTER, BROKER, CACHE, STORE, CONFIG -> true;
    };
  }

  private static Optional<Journey> important(RuleContext context, Node node) {
    return context
        .critical(node)
        .or(() ->
            context.graph().journeysOf(node).stream()
                .map(Reach::journey)
                .filter(journey -> journey.realTimeClass() == RealTimeClass.HARD)
                .findFirst());
  }

  private static boolean isNeeded(Edge edge) {
    return edge.mode() != LinkMode.PROBE
        && edge.mode() != LinkMode.REPLICATE
        && !edge.isSoft()
        && edge.fallback() == Fallback.NONE;
  }

  private static void flag(
      RuleContext context, Checks checks, Node node, Journey journey, Edge needed) {
    List<Injection> probes = List.of(new Injection(node.id(), Failure.CRASH));
    Draft draft =
        checks
            .flag(node)
            .message("%s depends on the only replica of %s", journey, node)
            .because(
                "Flagged because %s runs one replica that no provider keeps redundant, and %s "
                    + "needs it without a fallback: a crash or a deployment is an outage.",
                node, needed)
            .on(needed)
            .probes(probes, context.lost(probes));
    if (node.impliedBy().isEmpty()) {
      draft
          .fix(AddReplicas.of(node.component()), cost(node))
          .declare(
              Declarations.declareManaged(node),
              "True only for a service whose provider runs it in several zones.");
    }
    draft.raise();
  }

  private static String cost(Node node) {
    return node.kind().isStore()
        ? "A second copy costs money, and how it replicates decides what a failover loses."
        : "The second replica costs money, and what the first keeps in memory must move out.";
  }
}

package dev.stillwater.rules.redundancy;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.edits.CallLimits;
import dev.stillwater.edits.Declarations;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Drawn;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;

/// Something that serves requests and cannot go on without its control plane.
///
/// Where an annotated balancer stands between, the drawn link counts: a fallback is the caller's.
public final class ControlPlaneDependency extends Smell {
  public ControlPlaneDependency() {
    super("REL-RZ-008", Severity.HIGH, FailureCategory.SHARED_FATE, "REL11-BP04", "REL05-BP01");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.links(LinkMode.SYNC, LinkMode.CONFIG)) {
      if (edge.mode() == LinkMode.SYNC && !asks(context, edge)) {
        continue;
      }
      checks.examined(edge);
      Fallback fallback = Drawn.link(context, edge).attributes().orDefault(LinkAttributes.FALLBACK);
      boolean needed = edge.mode() == LinkMode.CONFIG || !edge.isSoft();
      if (needed && fallback == Fallback.NONE) {
        flag(context, checks, edge);
      }
    }
  }

  /// Whether a part of the data plane calls a control plane.
  private static boolean asks(RuleContext context, Edge edge) {
    return edge.to().kind() == ComponentKind.CONFIG
        && switch (Drawn.from(context, edge).kind().family()) {
          case COMPUTE, ROUTER, STORE -> true;
          case EDGE, BROKER, CACHE, EXTERNAL, CONFIG, MONITOR -> false;
        };
  }

  private static void flag(RuleContext context, Checks checks, Edge edge) {
    boolean push = edge.mode() == LinkMode.CONFIG;
    Node source = push ? edge.from() : edge.to();
    Node consumer = push ? edge.to() : Drawn.from(context, edge);
    List<Injection> probes = List.of(new Injection(source.id(), Failure.ERROR));
    checks
        .flag(edge)
        .message("%s stops serving without its control plane %s", consumer, source)
        .because(
            "Flagged because %s needs %s over %s while it serves, and has no last known state to go"
                + " on with: control planes are larger, change more often and fail more often than"
                + " what they control.",
            consumer, source, edge)
        .probes(probes, context.lostAlong(edge, probes))
        .fix(
            Declarations.setFallback(
                edge,
                Fallback.LAST_GOOD,
                push || edge.impliedBy().isPresent()
                    ? CallLimits.NONE
                    : context.budget(edge).bounds()),
            "While %s is down %s works with an old state; keep a copy on disk, refresh it on a "
                + "fixed period, and ring when it is too old.",
            source,
            consumer)
        .raise();
  }
}

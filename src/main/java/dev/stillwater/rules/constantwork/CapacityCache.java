package dev.stillwater.rules.constantwork;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.ConstantWorkChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Admission;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Settings;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.Optional;

/// A cache that not only makes its origin faster but keeps it alive: inflow × calls, with the hit
/// ratio taken as 0, is more than the origin can serve (Site Reliability Engineering, ch. 22).
public final class CapacityCache extends Smell {
  /// The most replicas that a component can declare.
  private static final double MOST_REPLICAS = 1e6;

  public CapacityCache() {
    super("REL-CW-002", Severity.HIGH, FailureCategory.EXCESSIVE_LOAD, "REL11-BP05", "REL05-BP02");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.links(LinkMode.SYNC)) {
      Optional<Node> cache =
          edge.link().get(LinkAttributes.BEHIND_CACHE).flatMap(context.graph()::findNode);
      if (cache.isEmpty()) {
        continue;
      }
      Node origin = context.answering(edge);
      double load = context.load().inflow(edge.from()) * edge.calls();
      if (Double.isNaN(origin.capacity()) || load == 0) {
        checks.cannotJudge(edge);
        continue;
      }
      checks.examined(edge);
      if (load > origin.capacity() && origin.admission() == Admission.NONE) {
        flag(context, checks, edge, cache.get(), origin, load);
      }
    }
  }

  private static void flag(
      RuleContext context, Checks checks, Edge edge, Node cache, Node origin, double load) {
    double headroom = context.setting(Settings.HEADROOM, origin);
    Draft draft =
        checks
            .flag(edge)
            .detail(Words.fixed(load, 0) + " > " + Words.fixed(origin.capacity(), 0) + " rps")
            .message("%s cannot carry the load without %s", origin, cache)
            .because(
                "Flagged because %s sends %s over %s when %s answers nothing, and %s serves %s: "
                    + "after a restart of the cache the origin is too slow to fill it again.",
                edge.from(),
                Words.perSecond(load),
                edge,
                cache,
                origin,
                Words.perSecond(origin.capacity()))
            .on(cache)
            .fix(
                ConstantWorkChanges.setCacheGuards(edge, cache, origin),
                "Misses above the limit, which should be about %s, are refused, and get an old"
                    + " answer only where the cache still has one.",
                Words.perSecond(headroom * origin.capacity()));
    double needed = load / headroom;
    double each = needed / origin.replicas();
    double one = origin.held(ComponentAttributes.CAPACITY_RATE).orElse(0.0);
    double replicas = Math.ceil(needed / one);
    if (origin.kind().isCompute() && replicas <= MOST_REPLICAS) {
      draft.fix(
          ConstantWorkChanges.setReplicas(origin, (int) replicas),
          "Capacity for a cold cache costs money on every day on which the cache is warm.");
    } else if (Double.isFinite(each) && each <= 1e12) {
      draft.fix(
          ConstantWorkChanges.setCapacity(origin, Math.ceil(each)),
          "Larger machines or more shards for a cold cache cost money on every day on which the "
              + "cache is warm.");
    }
    draft.raise();
  }
}

package dev.stillwater.rules.data;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.AddStore;
import dev.stillwater.edits.DataChanges;
import dev.stillwater.edits.UseDurableStore;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.StateKeeping;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A cache that takes writes and has nothing behind it. That caches keep soft state is only the
/// default: it has to be declared to count here.
public final class CacheAsOnlyCopy extends Smell {
  public CacheAsOnlyCopy() {
    super("REL-DA-005", Severity.MEDIUM, FailureCategory.SINGLE_POINT_OF_FAILURE, "REL09-BP01");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    Set<String> backed = new HashSet<>();
    for (Edge edge : context.graph().edges()) {
      edge.link().get(LinkAttributes.BEHIND_CACHE).ifPresent(backed::add);
    }
    for (Node cache : context.components()) {
      List<Edge> writes = cache.kind() == ComponentKind.CACHE ? writes(context, cache) : List.of();
      if (writes.isEmpty()) {
        continue;
      }
      checks.examined(cache);
      if (!backed.contains(cache.id()) && !isRebuildable(cache)) {
        flag(context, checks, cache, writes);
      }
    }
  }

  private static List<Edge> writes(RuleContext context, Node cache) {
    return Stream.of(context.graph().in(cache))
        .filter(edge -> edge.isSync() && edge.isMutating() && !edge.held(LinkAttributes.LOSS_OK))
        .toList();
  }

  private static boolean isRebuildable(Node cache) {
    return cache.isDeclared(ComponentAttributes.STATE)
        && cache.held(ComponentAttributes.STATE).filter(StateKeeping.SOFT::equals).isPresent();
  }

  private static void flag(RuleContext context, Checks checks, Node cache, List<Edge> writes) {
    Draft draft =
        checks
            .flag(cache)
            .message("%s holds the only copy of what is written to it", cache)
            .because(
                "Flagged because %s to %s and no link reads behind it (behindCache): an eviction, a"
                    + " restart or a failover loses what only it had.",
                writes.size() == 1
                    ? writes.getFirst().subject() + " writes"
                    : Words.list(writes.stream().map(Edge::subject).distinct().toList()) + " write",
                cache)
            .on(writes);
    AddStore.on(context.design(), cache.id(), Words.name(cache))
        .ifPresent(edit ->
            draft.fix(
                edit,
                "A write takes the time of the store as well, and an entry whose freshening failed"
                    + " is old until it expires."));
    UseDurableStore.on(context.design(), cache.id())
        .ifPresent(edit ->
            draft.fix(
                edit,
                "Reads take milliseconds instead of a part of one, and what the cache forgot by "
                    + "itself must be deleted by somebody."));
    draft
        .declare(
            DataChanges.declareRebuildable(cache),
            "True only where everything in it can be made again from elsewhere.")
        .raise();
  }
}

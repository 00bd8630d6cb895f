package dev.stillwater.rules.kind;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.edits.KindChanges;
import dev.stillwater.edits.SplitComponent;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Isolation;
import dev.stillwater.model.Journey;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A component that serves people who wait and a batch, with nothing between the two.
public final class SharedByBatch extends Smell {
  /// The part of a server's threads that one client should get at most; Site Reliability
  /// Engineering, ch. 22.
  private static final double CLIENT_SHARE = 0.25;

  public SharedByBatch() {
    super("REL-KS-004", Severity.MEDIUM, FailureCategory.SHARED_FATE, "REL04-BP01", "REL05-BP02");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node node : context.components()) {
      if (!node.kind().isCompute()) {
        continue;
      }
      Set<Journey> waited = new LinkedHashSet<>();
      Set<Journey> batches = new LinkedHashSet<>();
      List<Edge> batch = new ArrayList<>();
      for (Edge edge : context.graph().in(node)) {
        for (Reach reach : context.graph().journeysOf(edge)) {
          switch (reach.journey().realTimeClass()) {
            case HARD -> waited.add(reach.journey());
            case OFFLINE -> {
              batches.add(reach.journey());
              batch.add(edge);
            }
            case SOFT, UNKNOWN -> {}
          }
        }
      }
      if (!waited.isEmpty() && !batches.isEmpty()) {
        checks.examined(node);
        if (!isKeptApart(context, node)) {
          flag(context, checks, node, List.copyOf(waited), List.copyOf(batches), batch);
        }
      }
    }
  }

  private static boolean isKeptApart(RuleContext context, Node node) {
    return node.held(ComponentAttributes.ISOLATION).filter(it -> it != Isolation.NONE).isPresent()
        || Stream.of(context.graph().in(node)).anyMatch(edge -> !Double.isNaN(edge.bulkhead()));
  }

  private static void flag(
      RuleContext context,
      Checks checks,
      Node node,
      List<Journey> waited,
      List<Journey> batches,
      List<Edge> batch) {
    List<Edge> entering = batch.stream().distinct().toList();
    checks
        .flag(node)
        .on(entering)
        .telling(draft -> tell(draft, context, node, waited, batches, entering))
        .raise();
  }

  private static void tell(
      Draft draft,
      RuleContext context,
      Node node,
      List<Journey> waited,
      List<Journey> batches,
      List<Edge> entering) {
    draft
        .message("%s and %s share the workers of %s", Words.some(batches), Words.some(waited), node)
        .because(
            "Flagged because somebody waits for %s, nobody for %s, and %s serves both from %s"
                + " without a bulkhead or a quota: when the batch runs, requests wait behind"
                + " it.",
            Words.some(waited),
            Words.some(batches),
            node,
            Double.isInfinite(node.pool())
                ? "the same replicas"
                : "the same " + Words.number(node.pool()) + " workers");
    if (entering.stream().noneMatch(edge -> edge.from() == node || isWaitedFor(context, edge))) {
      draft.fix(
          new SplitComponent(node.id(), Words.name(node)),
          "One more thing to deploy, and the result of the batch comes later; stores that both use "
              + "are still shared.");
    }
    List<Edge> calls =
        entering.stream().filter(RuleContext::makesWait).filter(SharedByBatch::isDrawn).toList();
    if (calls.size() == entering.size() && !Double.isInfinite(node.pool())) {
      int share = (int) Math.max(1, Math.floor(node.pool() * CLIENT_SHARE));
      draft.fix(
          KindChanges.setBulkheads(calls, share),
          "The batch takes longer, because it never gets more than a quarter of the workers, even "
              + "at night.");
    }
    draft.fix(
        KindChanges.setQuota(node),
        "%s must know who asks and refuse a batch above its share; a share is idle when its "
            + "owner is.",
        node);
  }

  /// Whether the batch cannot be told from other requests by the link on which it comes.
  private static boolean isWaitedFor(RuleContext context, Edge edge) {
    return context.graph().journeysOf(edge).stream()
        .anyMatch(reach -> reach.journey().realTimeClass() == RealTimeClass.HARD);
  }

  private static boolean isDrawn(Edge edge) {
    return edge.impliedBy().isEmpty();
  }
}

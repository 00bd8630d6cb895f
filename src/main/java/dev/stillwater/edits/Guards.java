package dev.stillwater.edits;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Load;
import dev.stillwater.model.Coupling;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import java.util.ArrayList;
import java.util.List;

/// All guards in the order of their ids, and what they say of an edit. Recommendations and the
/// editor ask here before they offer or apply anything.
public final class Guards {
  public static final List<Guard> ALL =
      List.of(
          new QueueWhereAnswerIsNeeded(),
          new QueueWhereNeedIsUnknown(),
          new QueueWhereOnlyRead(),
          new QueueThatNeverDrains(),
          new QueueThatDrainsTooLate(),
          new QueueBeforeOwnRead(),
          new OrderThatNobodyNeeds(),
          new SnapshotTooLarge(),
          new RetryWithoutToken(),
          new RetriesThatMultiply(),
          new BreakerBeforeShards(),
          new FallbackMovesLoad());

  private Guards() {}

  /// Everything that speaks against an edit or for care, in the order of the guards. A bundle is
  /// judged as one step by guards that ask for it, part by part by the others.
  public static List<GuardVerdict> judge(Edit edit, DependencyGraph graph, Load load) {
    List<GuardVerdict> verdicts = new ArrayList<>();
    for (Guard guard : ALL) {
      judge(guard, edit, graph, load, verdicts);
    }
    return verdicts.isEmpty() ? List.of() : verdicts.stream().distinct().toList();
  }

  private static void judge(
      Guard guard, Edit edit, DependencyGraph graph, Load load, List<GuardVerdict> verdicts) {
    if (edit instanceof Bundle bundle && !guard.judgesWhole()) {
      for (Edit part : bundle.parts()) {
        judge(guard, part, graph, load, verdicts);
      }
    } else {
      guard.judge(edit, graph, load).ifPresent(verdicts::add);
    }
  }

  /// The links whose callees an edit feeds from a queue, drawn or annotated.
  static List<Link> queued(Edit edit, DependencyGraph graph) {
    return edit instanceof Buffering buffering ? buffering.queued(graph) : buffered(edit, graph);
  }

  /// The calls on which an edit puts a queue, drawn or annotated.
  static List<Link> buffered(Edit edit, DependencyGraph graph) {
    if (edit instanceof Buffering buffering) {
      return buffering.buffered(graph);
    }
    Design design = graph.design();
    if (edit instanceof SetAttribute<?> set
        && set.attribute() == LinkAttributes.COUPLING
        && set.value() == Coupling.LOOSE_ASYNC) {
      return design.links().find(set.element()).stream()
          .filter(link -> Couplings.mode(design, link) == LinkMode.SYNC)
          .toList();
    }
    return List.of();
  }

  /// The calls of which an edit takes the answer away; a delivery had none.
  static List<Link> unanswered(Edit edit, DependencyGraph graph) {
    List<Link> buffered = buffered(edit, graph);
    return buffered.isEmpty()
        ? buffered
        : buffered.stream()
            .filter(link -> Couplings.mode(graph.design(), link) == LinkMode.SYNC)
            .toList();
  }

  /// What people call the end of a link.
  static String name(Design design, String component) {
    return design.components().get(component).name();
  }
}

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
import java.util.List;

/// All guards in the order of their ids, and what they say of an edit. Recommendations and the
/// editor ask here before they offer or apply anything.
public final class Guards {
  public static final List<Guard> ALL =
      List.of(
          new QueueWhereAnswerIsNeeded(),
          new QueueWhereNeedIsUnknown(),
          new QueueWhereOnlyRead(),
          new QueueThatNeverDrains());

  private Guards() {}

  /// Everything that speaks against an edit or for care, in the order of the guards; the parts of a
  /// bundle are judged one by one.
  public static List<GuardVerdict> judge(Edit edit, DependencyGraph graph, Load load) {
    if (edit instanceof Bundle bundle) {
      return bundle.parts().stream()
          .flatMap(part -> judge(part, graph, load).stream())
          .distinct()
          .toList();
    }
    return ALL.stream().flatMap(guard -> guard.judge(edit, graph, load).stream()).toList();
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

  /// What people call the end of a link.
  static String name(Design design, String component) {
    return design.components().get(component).name();
  }
}

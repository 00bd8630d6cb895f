package dev.stillwater.edits;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Load;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Settings;
import dev.stillwater.model.WorkShape;
import java.util.Locale;
import java.util.Optional;

/// Warns of full snapshots that take more than their budget: items × bytes × consumers ÷ period
/// (Amazon Builders' Library, Reliability, constant work, and a good cup of coffee).
final class SnapshotTooLarge implements Guard {
  @Override
  public String id() {
    return "REL-NG-008";
  }

  @Override
  public boolean judgesWhole() {
    return true;
  }

  @Override
  public Optional<GuardVerdict> judge(Edit edit, DependencyGraph graph, Load load) {
    if (edit instanceof InvertControl invert) {
      return graph
          .design()
          .links()
          .find(invert.link())
          .flatMap(link -> judge(InvertControl.published(link), graph));
    }
    return DeclaredLinks.setting(LinkAttributes.SHAPE, edit, graph.design()).stream()
        .filter(
            link -> link.get(LinkAttributes.SHAPE).filter(WorkShape.CONSTANT::equals).isPresent())
        .flatMap(link -> judge(link, graph).stream())
        .findFirst();
  }

  private Optional<GuardVerdict> judge(Link link, DependencyGraph graph) {
    Edge edge = graph.edgesOf(link.id()).getFirst();
    int consumers = SnapshotLoad.consumers(edge);
    double needed = SnapshotLoad.bytesPerSecond(link, consumers);
    double budget = graph.design().setting(Settings.SNAPSHOT_BUDGET);
    if (!(needed > budget)) {
      return Optional.empty();
    }
    return Optional.of(
        new GuardVerdict(
            id(),
            GuardVerdict.Kind.WARN,
            String.format(
                Locale.ROOT,
                "Full snapshots over %s for %d consumers every %s are %s MB/s, above the budget of"
                    + " %s MB/s (snapshotBudget). Split into cells, or send changes with a full"
                    + " copy now and then.",
                link.id(),
                consumers,
                link.get(LinkAttributes.PERIOD).map(p -> Words.duration(p.millis())).orElse(""),
                Words.number(needed / 1e6),
                Words.number(budget / 1e6))));
  }
}

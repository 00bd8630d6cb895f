package dev.stillwater.edits;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Load;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.Settings;
import dev.stillwater.model.Timespan;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Warns of a queue on a journey whose deadline is shorter than the backlog of one outage takes to
/// drain, λ·D / (μ − λ): without a lifetime of messages the consumer works for those who have left.
/// The new queue has none.
final class QueueThatDrainsTooLate implements Guard {
  @Override
  public String id() {
    return "REL-NG-005";
  }

  @Override
  public Optional<GuardVerdict> judge(Edit edit, DependencyGraph graph, Load load) {
    double outage = graph.design().setting(Settings.OUTAGE).millis();
    for (Link link : Guards.queued(edit, graph)) {
      Node consumer = graph.node(link.to());
      double arrivals = load.inflow(consumer);
      double drain = arrivals * outage / (consumer.capacity() - arrivals);
      Optional<Journey> tightest = tightest(graph, link);
      if (arrivals > 0
          && drain > 0
          && tightest.filter(journey -> drain > deadline(journey)).isPresent()) {
        return tightest.map(journey -> warning(link, consumer, journey, outage, drain));
      }
    }
    return Optional.empty();
  }

  private GuardVerdict warning(
      Link link, Node consumer, Journey journey, double outage, double drain) {
    return new GuardVerdict(
        id(),
        GuardVerdict.Kind.WARN,
        String.format(
            Locale.ROOT,
            "After %s of outage %s needs %s to work off the queue on %s, and %s is worth nothing "
                + "after %s. Give messages a lifetime and put old ones aside.",
            Words.duration(outage),
            Words.name(consumer),
            Words.duration(drain),
            link.id(),
            journey.name(),
            Words.duration(deadline(journey))));
  }

  private static Optional<Journey> tightest(DependencyGraph graph, Link link) {
    return graph.edgesOf(link.id()).stream()
        .map(graph::journeysOf)
        .flatMap(reaches -> reaches.stream().map(Reach::journey))
        .filter(journey -> Double.isFinite(deadline(journey)))
        .min(Comparator.comparingDouble(QueueThatDrainsTooLate::deadline));
  }

  private static double deadline(Journey journey) {
    return journey
        .get(JourneyAttributes.DEADLINE)
        .map(Timespan::millis)
        .orElse(Double.POSITIVE_INFINITY);
  }
}

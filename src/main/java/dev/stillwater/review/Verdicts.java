package dev.stillwater.review;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.JourneyOutcome;
import dev.stillwater.model.Journey;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Settings;
import dev.stillwater.review.JourneyVerdict.Stopper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How the journeys of one design stand: what alone can stop each, and how long each takes at
/// worst.
final class Verdicts {
  private static final Comparator<Stopper> EARLIEST =
      Comparator.comparingDouble(Stopper::t)
          .thenComparing(Stopper::component)
          .thenComparing(Stopper::how);

  private final Analysis analysis;

  Verdicts(Analysis analysis) {
    this.analysis = analysis;
  }

  /// One for each journey, in the order of the file.
  List<JourneyVerdict> all() {
    Map<String, Map<String, Stopper>> stoppers = new HashMap<>();
    for (Injection probe : Probes.lossesOf(analysis)) {
      for (JourneyOutcome outcome : analysis.losses(probe).down()) {
        String component = probe.target();
        if (!outcome.reach().first().from().id().equals(component)) {
          stoppers
              .computeIfAbsent(outcome.id(), id -> new HashMap<>())
              .merge(
                  component,
                  new Stopper(component, probe.how(), outcome.t()),
                  (a, b) -> EARLIEST.compare(a, b) <= 0 ? a : b);
        }
      }
    }
    List<JourneyVerdict> verdicts = new ArrayList<>();
    for (Journey journey : analysis.design().journeys()) {
      List<Stopper> found = new ArrayList<>(stoppers.getOrDefault(journey.id(), Map.of()).values());
      found.sort(EARLIEST);
      verdicts.add(
          new JourneyVerdict(journey, found, worst(analysis.graph().journey(journey.id()))));
    }
    return verdicts;
  }

  /// W(v) = own p99 of v + Σ hold · max(1, calls) over the calls and sends that more than
  /// settings.minShare of its requests make, for the first callee v; in milliseconds. What waits in
  /// an outbox is not waited for.
  private double worst(Reach reach) {
    if (reach.isEmpty() || !reach.first().isSync()) {
      return Double.NaN;
    }
    Node first = reach.first().to();
    double least = analysis.design().setting(Settings.MIN_SHARE);
    double sum = first.own();
    for (Edge edge : analysis.graph().out(first)) {
      boolean waits = edge.isSync() || edge.mode() == LinkMode.SEND && !edge.hasOutbox();
      if (waits && analysis.load().share(edge) > least) {
        sum += edge.hold() * Math.max(1, edge.calls());
      }
    }
    return sum;
  }
}

package dev.stillwater.rules.queues;

import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.model.Timespan;
import dev.stillwater.rules.RuleContext;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The journeys that use a link of a broker, in the order of their ids.
record JourneysThrough(List<Journey> journeys) {
  static JourneysThrough of(RuleContext context, Node broker) {
    return new JourneysThrough(
        context.graph().journeysOf(broker).stream().map(Reach::journey).toList());
  }

  /// The deadline of a journey in milliseconds; infinite when nobody declared one.
  static double deadline(Journey journey) {
    return journey
        .get(JourneyAttributes.DEADLINE)
        .map(Timespan::millis)
        .filter(millis -> millis > 0)
        .orElse(Double.POSITIVE_INFINITY);
  }

  /// The journey with the shortest deadline, whatever its class.
  Optional<Journey> mostUrgent() {
    return journeys.stream()
        .filter(journey -> Double.isFinite(deadline(journey)))
        .min(Comparator.comparingDouble(JourneysThrough::deadline));
  }

  /// The same among those that no batch window gives time.
  Optional<Journey> mostUrgentOnline() {
    return new JourneysThrough(
            journeys.stream()
                .filter(journey -> journey.realTimeClass() != RealTimeClass.OFFLINE)
                .toList())
        .mostUrgent();
  }

  /// The real-time classes that somebody declared, most urgent first.
  Set<RealTimeClass> classes() {
    Set<RealTimeClass> result = EnumSet.noneOf(RealTimeClass.class);
    journeys.forEach(journey -> result.add(journey.realTimeClass()));
    result.remove(RealTimeClass.UNKNOWN);
    return result;
  }
}

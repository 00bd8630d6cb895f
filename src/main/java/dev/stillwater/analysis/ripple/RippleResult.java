package dev.stillwater.analysis.ripple;

import java.util.List;
import java.util.Optional;

/// Everything that follows from one injection.
///
/// @param facts in the order of time, then component, impact and scope
/// @param journeys one for each journey of the design, in the order of their ids
/// @param absorbers in the order of time, then element
public record RippleResult(
    Injection injection,
    List<Fact> facts,
    List<JourneyOutcome> journeys,
    List<Absorber> absorbers) {
  public JourneyOutcome journey(String id) {
    return journeys.stream()
        .filter(outcome -> outcome.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no journey " + id));
  }

  public boolean isDown(String journey) {
    return journey(journey).state() == JourneyOutcome.State.DOWN;
  }

  /// The earliest of these impacts on a component in the scope of everybody or of the journey.
  public Optional<Fact> first(String component, Impact impact) {
    return facts.stream()
        .filter(fact -> fact.node().id().equals(component) && fact.impact() == impact)
        .findFirst();
  }
}

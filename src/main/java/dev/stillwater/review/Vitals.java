package dev.stillwater.review;

import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.timeouts.RetryAmplification;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// The few numbers of a review by which two states of a design are compared.
///
/// @param findings how many findings count, for every severity
/// @param decided how many findings a decision covers
/// @param journeysAtRisk how many journeys a single failure can stop
/// @param ways in how many ways a single failed component loses a journey
/// @param worstLatency the largest worst-case latency of all journeys, in milliseconds; infinite
///   without a timeout, NaN where no journey waits
/// @param amplification the largest product of attempts along a synchronous path
public record Vitals(
    Map<Severity, Integer> findings,
    int decided,
    int journeys,
    int journeysAtRisk,
    int ways,
    double worstLatency,
    double amplification) {
  public Vitals {
    Map<Severity, Integer> all = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      all.put(severity, findings.getOrDefault(severity, 0));
    }
    findings = Collections.unmodifiableMap(all);
  }

  /// @param analysis of the design that was reviewed
  public static Vitals of(Review review, Analysis analysis) {
    double worst =
        review.journeys().stream()
            .mapToDouble(JourneyVerdict::worstLatency)
            .filter(time -> !Double.isNaN(time))
            .max()
            .orElse(Double.NaN);
    return new Vitals(
        review.summary(),
        review.count(ReviewedFinding.Standing.DECIDED),
        review.journeys().size(),
        (int) review.journeys().stream().filter(it -> !it.stoppedBy().isEmpty()).count(),
        review.journeys().stream().mapToInt(verdict -> verdict.stoppedBy().size()).sum(),
        worst,
        RetryAmplification.of(analysis.graph()).largest());
  }

  /// How many findings count.
  public int open() {
    return findings.values().stream().mapToInt(Integer::intValue).sum();
  }
}

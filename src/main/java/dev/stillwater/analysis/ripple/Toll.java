package dev.stillwater.analysis.ripple;

import dev.stillwater.model.Importance;
import dev.stillwater.model.Journey;
import dev.stillwater.model.RealTimeClass;
import java.util.Comparator;
import java.util.List;

/// What one failure costs: a row of the table of all failures.
///
/// @param lost the journeys that are down or late, the most important first
/// @param blastRadius how many other components the failure comes to, whatever it does there
public record Toll(Injection injection, List<Lost> lost, int blastRadius) {
  /// The order in which people want to hear of lost journeys: critical ones, then hard, soft,
  /// offline, then the earliest.
  private static final Comparator<Lost> WORST =
      Comparator.comparing((Lost lost) -> rank(lost.journey().importance()))
          .thenComparing(lost -> rank(lost.journey().realTimeClass()))
          .thenComparingDouble(Lost::t)
          .thenComparing(lost -> lost.journey().id());

  /// Most journeys lost first, then the more important journeys, then the earlier loss, then the
  /// larger blast radius, then names.
  public static final Comparator<Toll> ORDER =
      Comparator.comparing((Toll toll) -> -toll.lost.size())
          .thenComparing(toll -> -toll.weight())
          .thenComparingDouble(Toll::firstLoss)
          .thenComparing(toll -> -toll.blastRadius)
          .thenComparing(toll -> toll.injection.target())
          .thenComparing(toll -> toll.injection.how());

  public Toll {
    lost = lost.stream().sorted(WORST).toList();
  }

  /// A journey that a failure takes down or makes late.
  ///
  /// @param t milliseconds after the injection
  public record Lost(Journey journey, JourneyOutcome.State state, double t) {}

  private static int rank(Importance importance) {
    return switch (importance) {
      case CRITICAL -> 0;
      case NORMAL -> 1;
      case BEST_EFFORT -> 2;
    };
  }

  private static int rank(RealTimeClass realTime) {
    return switch (realTime) {
      case HARD -> 0;
      case SOFT -> 1;
      case OFFLINE -> 2;
      case UNKNOWN -> 3;
    };
  }

  /// Critical journeys count most, then hard ones, then soft ones.
  private long weight() {
    return lost.stream()
        .mapToLong(each ->
            (each.journey().isCritical() ? 1L << 40 : 0)
                + switch (each.journey().realTimeClass()) {
                  case HARD -> 1L << 20;
                  case SOFT -> 1L << 10;
                  case OFFLINE, UNKNOWN -> 1L;
                })
        .sum();
  }

  /// Milliseconds until the first journey is lost; infinite when none is.
  public double firstLoss() {
    return lost.stream().mapToDouble(Lost::t).min().orElse(Double.POSITIVE_INFINITY);
  }
}

package dev.stillwater.review;

import dev.stillwater.rules.Recommendation;
import java.util.List;

/// One of the changes to make first, on top of those before it.
///
/// @param recommendations the same kind of change for one or more elements, made together
/// @param fixes keys of the findings that recommend one of them
/// @param tradeOff what gets worse, or what must be done besides
/// @param waysBefore in how many ways a single failed component loses a journey before this step
/// @param latencyBefore the largest worst-case latency of all journeys before this step, in
///   milliseconds; infinite without a timeout, NaN where no journey waits
/// @param gone how many findings that counted it removes
/// @param follow keys of the findings that it brings
public record PlanStep(
    List<Recommendation> recommendations,
    List<String> fixes,
    String tradeOff,
    int waysBefore,
    int waysAfter,
    double latencyBefore,
    double latencyAfter,
    int gone,
    List<String> follow,
    Effort effort) {
  public PlanStep {
    recommendations = List.copyOf(recommendations);
    fixes = List.copyOf(fixes);
    follow = List.copyOf(follow);
  }
}

package dev.stillwater.review;

import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.model.Journey;
import java.util.List;

/// How a journey stands.
///
/// @param stoppedBy everything that alone can stop it, earliest first, each component once
/// @param worstLatency milliseconds until its first callee has answered when every call takes as
///   long as it may: own work and all holds; infinite where a call has no timeout, NaN where it
///   waits for nothing
public record JourneyVerdict(Journey journey, List<Stopper> stoppedBy, double worstLatency) {
  public JourneyVerdict {
    stoppedBy = List.copyOf(stoppedBy);
  }

  /// A component that alone can stop a journey.
  ///
  /// @param t milliseconds until the journey is down
  public record Stopper(String component, Failure how, double t) {}
}

package dev.stillwater.analysis.ripple;

import dev.stillwater.analysis.Reach;
import dev.stillwater.model.Word;
import java.util.List;

/// What a failure means for a journey.
///
/// @param t milliseconds after the injection; NaN when the journey is not hurt
/// @param path the facts that lead there, the injection first; empty when it is not hurt
public record JourneyOutcome(Reach reach, State state, double t, List<Fact> path) {
  /// How a journey fares, worst first.
  public enum State implements Word {
    /// Its requests get no answer or an error.
    DOWN,
    /// Its answers come after the deadline.
    LATE,
    /// It answers, and some of its work is done twice, out of order or not at all: no alarm tells.
    WRONG,
    /// It works, with less.
    DEGRADED,
    OK
  }

  public String id() {
    return reach.journey().id();
  }

  /// Whether the failure came along a link, or along either half of it.
  public boolean cameAlong(String link) {
    return path instanceof Facts.Chain chain
        ? chain.passes(link)
        : path.stream()
            .flatMap(fact -> fact.carriedBy().stream())
            .anyMatch(carrier -> carrier.subject().equals(link));
  }

  public boolean isLost() {
    return state == State.DOWN || state == State.LATE;
  }
}

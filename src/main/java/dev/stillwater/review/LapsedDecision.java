package dev.stillwater.review;

import dev.stillwater.model.Decision;
import java.util.List;

/// A decision that covered a finding and does not any more, so that the finding counts again.
///
/// @param state expired or stale
/// @param why as whole sentences
public record LapsedDecision(Decision decision, DecisionStatus.State state, List<String> why) {
  public LapsedDecision {
    why = List.copyOf(why);
  }
}

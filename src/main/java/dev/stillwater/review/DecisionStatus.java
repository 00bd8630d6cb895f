package dev.stillwater.review;

import dev.stillwater.model.Decision;
import dev.stillwater.model.Word;

/// What became of one decision in one review.
///
/// @param covered how many findings it covers
public record DecisionStatus(Decision decision, State state, int covered) {
  /// Whether a decision still does something.
  public enum State implements Word {
    HOLDS,
    /// Its last day is over.
    EXPIRED,
    /// It lacks its kind or its reason.
    INCOMPLETE,
    /// It names no rule and subject: `RULE@SUBJECT[@SECOND]`.
    UNREADABLE,
    /// Nothing that it targets is found any more.
    COVERS_NOTHING
  }
}

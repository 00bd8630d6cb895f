package dev.stillwater.review;

import dev.stillwater.model.Decision;
import dev.stillwater.model.Word;
import java.util.List;

/// What became of one decision in one review.
///
/// @param covered how many findings it covers
/// @param why why it is stale, as whole sentences; else empty
public record DecisionStatus(Decision decision, State state, int covered, List<String> why) {
  public DecisionStatus {
    why = List.copyOf(why);
  }

  public DecisionStatus(Decision decision, State state, int covered) {
    this(decision, state, covered, List.of());
  }

  /// Whether a decision still does something.
  public enum State implements Word {
    HOLDS,
    /// Its last day is over.
    EXPIRED,
    /// The facts that it was based on are others now.
    STALE,
    /// It lacks its kind or its reason.
    INCOMPLETE,
    /// It names no rule and subject: `RULE@SUBJECT[@SECOND]`.
    UNREADABLE,
    /// Nothing that it targets is found any more.
    COVERS_NOTHING
  }

  /// Whether somebody has to look at it again.
  public boolean needsAttention() {
    return state != State.HOLDS;
  }
}

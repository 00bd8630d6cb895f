package dev.stillwater.review;

import dev.stillwater.model.Word;
import org.jspecify.annotations.Nullable;

/// What became of one finding between two reviews.
///
/// @param before as it was found; null where it was not
/// @param after as it is found; null where it is not any more
public record FindingChange(
    Kind kind, @Nullable ReviewedFinding before, @Nullable ReviewedFinding after) {
  /// What became of it, what matters most first.
  public enum Kind implements Word {
    /// It counts, and was not found before.
    NEW,
    /// It counts, and was found before but did not count: a decision ended, a stronger finding
    /// went.
    REOPENED,
    /// It counts in both, and is severer or costs more journeys now.
    WORSE,
    /// It counts in both, and is milder or costs fewer journeys now.
    BETTER,
    /// It counts in both, and says the same with other numbers.
    RESTATED,
    /// It counted, is still found, and does not count any more: decided, or a stronger one says it.
    SETTLED,
    /// It counted, and is not found any more.
    GONE
  }

  /// The later state, or the only one.
  public ReviewedFinding finding() {
    ReviewedFinding known = after == null ? before : after;
    if (known == null) {
      throw new IllegalStateException("a change without a finding");
    }
    return known;
  }

  public String key() {
    return finding().key();
  }
}

package dev.stillwater.review;

import dev.stillwater.model.Word;
import dev.stillwater.review.JourneyVerdict.Stopper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one journey fares between two reviews.
///
/// @param before null for a new journey
/// @param after null for one that was removed
/// @param stoppersGone what alone could stop it and cannot any more
/// @param stoppersNew what alone can stop it now
public record JourneyChange(
    @Nullable JourneyVerdict before,
    @Nullable JourneyVerdict after,
    List<Stopper> stoppersGone,
    List<Stopper> stoppersNew) {
  /// Less than this is no change of a time: a microsecond.
  private static final double SAME_TIME = 1e-3;

  public JourneyChange {
    stoppersGone = List.copyOf(stoppersGone);
    stoppersNew = List.copyOf(stoppersNew);
  }

  /// Whether it fares better.
  public enum Kind implements Word {
    ADDED,
    REMOVED,
    /// Less can stop it or it is answered sooner, and nothing is worse.
    BETTER,
    WORSE,
    /// One thing is better, another worse.
    MIXED,
    SAME
  }

  public Kind kind() {
    if (before == null) {
      return Kind.ADDED;
    }
    if (after == null) {
      return Kind.REMOVED;
    }
    int latency = compare(before.worstLatency(), after.worstLatency());
    boolean better = !stoppersGone.isEmpty() || latency > 0;
    boolean worse = !stoppersNew.isEmpty() || latency < 0;
    if (better && worse) {
      return Kind.MIXED;
    }
    return better ? Kind.BETTER : worse ? Kind.WORSE : Kind.SAME;
  }

  /// Positive where the second is shorter; one that waits for nothing is neither.
  private static int compare(double was, double is) {
    if (Double.isNaN(was) || Double.isNaN(is) || was == is || Math.abs(was - is) < SAME_TIME) {
      return 0;
    }
    return Double.compare(was, is);
  }

  /// The later state, or the only one.
  public JourneyVerdict verdict() {
    JourneyVerdict known = after == null ? before : after;
    if (known == null) {
      throw new IllegalStateException("a change without a journey");
    }
    return known;
  }
}

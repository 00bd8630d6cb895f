package dev.stillwater.review;

import dev.stillwater.rules.Recommendation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What to change first, step by step, and which few changes together do most.
///
/// @param before the design as it is
/// @param stages each on top of those before it
/// @param set the best few changes of all; null where fewer than two help
public record FixPlan(Vitals before, List<Stage> stages, @Nullable FixSet set) {
  public FixPlan {
    stages = List.copyOf(stages);
  }

  /// One step and where it leads.
  ///
  /// @param after the numbers once it and all steps before it are made
  /// @param gone how many of the findings that count now are gone by then
  /// @param fresh how many findings count by then that do not now
  public record Stage(PlanStep step, Vitals after, int gone, int fresh) {}

  /// A few changes made together.
  ///
  /// @param changes kinds of change, each for all elements that it is recommended for
  /// @param fixes keys of the findings that recommend one of them
  /// @param gone how many findings that count now are gone
  /// @param fresh how many findings they bring
  /// @param atMost so many findings go at most by as many changes, unless changes help each other;
  ///   the bound for what was found greedily
  /// @param isExact whether all sets of this size were judged, so that none is better
  public record FixSet(
      List<List<Recommendation>> changes,
      List<String> fixes,
      Vitals after,
      int gone,
      int fresh,
      int atMost,
      boolean isExact,
      Effort effort) {
    public FixSet {
      changes = changes.stream().map(List::copyOf).toList();
      fixes = List.copyOf(fixes);
    }

    /// Every single change, in the order in which to make them.
    public List<Recommendation> recommendations() {
      return changes.stream().flatMap(List::stream).toList();
    }
  }

  public Optional<FixSet> bestSet() {
    return Optional.ofNullable(set);
  }
}

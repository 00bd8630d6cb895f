package dev.stillwater.review;

import dev.stillwater.analysis.Progress;
import dev.stillwater.model.Design;
import dev.stillwater.review.FixPlan.FixSet;
import dev.stillwater.rules.Recommendation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the few changes that do most together.
///
/// With n kinds of change there are n·(n−1)/2 + n·(n−1)·(n−2)/6 sets of two and three. Where that
/// is few enough every set is made and judged, and the best is the best. Else the first changes of
/// the greedy plan stand for it, with a bound beside them: as long as changes do not help each
/// other, k of them remove at most as many findings as the k that remove most alone.
final class FixSets {
  private static final int MOST_CHANGES = 3;

  /// A second or two for a design of ten components.
  private static final int MOST_SETS = 400;

  private final Reviewer reviewer;
  private final LocalDate today;
  private final Progress progress;
  private final Judged start;
  private final double budget;

  /// @param budget how many times everything may be judged
  FixSets(Reviewer reviewer, Judged start, LocalDate today, Progress progress, double budget) {
    this.reviewer = reviewer;
    this.start = start;
    this.today = today;
    this.progress = progress;
    this.budget = budget;
  }

  /// A set that was made.
  private record Made(List<Planner.Change> changes, Judged after, int gone, Effort effort) {}

  /// @param greedy the steps of the plan, to fall back on
  Optional<FixSet> best(List<Planner.Made> greedy) {
    List<Planner.Change> changes = Planner.changes(start);
    List<Made> singles = new ArrayList<>();
    int total = Math.min(changes.size(), (int) Math.max(0, budget));
    for (Planner.Change change : changes.subList(0, total)) {
      Made made = made(List.of(change));
      progress.report(singles.size() + 1, total);
      if (Planner.compare(made.after(), start) < 0 || made.gone() > 0) {
        singles.add(made);
      }
    }
    if (singles.size() < 2) {
      return Optional.empty();
    }
    int atMost =
        Math.min(
            start.review().open().size(),
            singles.stream()
                .map(Made::gone)
                .sorted(Comparator.reverseOrder())
                .limit(MOST_CHANGES)
                .mapToInt(Integer::intValue)
                .sum());
    long n = singles.size();
    long sets = n * (n - 1) / 2 + n * (n - 1) * (n - 2) / 6;
    return sets <= Math.min(MOST_SETS, budget - total) && total == changes.size()
        ? Optional.of(set(exact(singles, (int) sets), atMost, true))
        : greedy(greedy, atMost);
  }

  private Made exact(List<Made> singles, int sets) {
    Made best = singles.stream().min(FixSets::compare).orElseThrow();
    int done = 0;
    for (int i = 0; i < singles.size(); i++) {
      for (int j = i + 1; j < singles.size(); j++) {
        best = better(best, made(together(singles, i, j)));
        progress.report(++done, sets);
        for (int k = j + 1; k < singles.size(); k++) {
          best = better(best, made(together(singles, i, j, k)));
          progress.report(++done, sets);
        }
      }
    }
    return best;
  }

  private static List<Planner.Change> together(List<Made> singles, int... which) {
    List<Planner.Change> result = new ArrayList<>();
    for (int i : which) {
      result.addAll(singles.get(i).changes());
    }
    return result;
  }

  private static Made better(Made one, Made other) {
    return compare(other, one) < 0 ? other : one;
  }

  /// Less work and fewer changes where the outcome is the same.
  private static int compare(Made a, Made b) {
    int order = Planner.compare(a.after(), b.after());
    if (order == 0) {
      order = a.effort().compareTo(b.effort());
    }
    return order == 0 ? Integer.compare(a.changes().size(), b.changes().size()) : order;
  }

  private Made made(List<Planner.Change> changes) {
    progress.check();
    Design edited = start.document().design();
    for (Planner.Change change : changes) {
      for (Recommendation recommendation : change.recommendations()) {
        edited = recommendation.edit().apply(edited);
      }
    }
    Judged after = start.after(edited, reviewer, today, progress);
    return new Made(
        changes,
        after,
        start.openKeysMissingIn(after).size(),
        Effort.of(start.document().design(), edited));
  }

  private Optional<FixSet> greedy(List<Planner.Made> steps, int atMost) {
    if (steps.size() < 2) {
      return Optional.empty();
    }
    List<Planner.Made> first = steps.subList(0, Math.min(MOST_CHANGES, steps.size()));
    Judged after = first.getLast().after();
    return Optional.of(
        set(
            new Made(
                first.stream().map(Planner.Made::change).toList(),
                after,
                start.openKeysMissingIn(after).size(),
                Effort.of(start.document().design(), after.document().design())),
            atMost,
            false));
  }

  private FixSet set(Made made, int atMost, boolean isExact) {
    Set<String> fixes = new LinkedHashSet<>();
    made.changes().forEach(change -> fixes.addAll(change.fixes()));
    return new FixSet(
        made.changes().stream().map(Planner.Change::recommendations).toList(),
        List.copyOf(fixes),
        made.after().vitals(),
        made.gone(),
        made.after().openKeysMissingIn(start).size(),
        Math.max(atMost, made.gone()),
        isExact,
        made.effort());
  }
}

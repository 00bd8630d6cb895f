package dev.stillwater.review;

import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.Steps;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.model.Design;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What the recommendations of one review would change, measured by making each change and judging
/// again, and which of them is best. Changes are measured at the same time where the analysis has
/// workers; asks of several threads at once are not provided for.
///
/// A change that several findings recommend is judged once. Judging everything of a design with n
/// components and m links costs about n · (n + m); [#all] measures as long as the sum stays below
/// [#MOST_WORK], the first recommendations first, and leaves the rest in the order of judgement.
public final class FixEffects {
  /// About five seconds: 40 changes of a design of 200 components, all of one of 50.
  private static final double MOST_WORK = 5e6;

  /// Below a second in a process that has just started (measured: 0.8 s): 120 changes of a design
  /// of 16 components, all of every design that comes with the program.
  private static final double QUICK_WORK = 1e5;

  /// A plan that nobody reads to its end is none.
  private static final int MOST_STAGES = 12;

  private static final Comparator<Measured> BEST =
      Comparator.comparing((Measured found) -> found.effect().journeysLostAfter().size())
          .thenComparing(Measured::severe)
          .thenComparing(found -> found.effect().worstLatencyAfter())
          .thenComparing(found -> -found.effect().findingsGone().size())
          .thenComparing(found -> found.effect().findingsNew().size());

  private final Reviewer reviewer;
  private final Judged before;
  private final LocalDate today;
  private final Progress progress;
  private final double workOfOne;

  public FixEffects(Reviewer reviewer, Review review, LocalDate today) {
    this(
        reviewer,
        review,
        Analysis.of(review.document().design(), reviewer.presets()),
        today,
        Progress.UNWATCHED);
  }

  /// @param analysis of the design that was reviewed
  /// @param progress asked before each change that is judged whether to go on
  public FixEffects(
      Reviewer reviewer, Review review, Analysis analysis, LocalDate today, Progress progress) {
    this.reviewer = reviewer;
    this.before = Judged.of(review.document(), analysis, review);
    this.today = today;
    this.progress = progress;
    Design design = review.document().design();
    double components = design.components().size();
    this.workOfOne = Math.max(1, components * (components + design.links().size()));
  }

  /// What one recommendation of a finding would change.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public FixEffect of(Finding finding, Recommendation recommendation) {
    return measure(finding, difference(judge(recommendation))).effect();
  }

  /// The recommendations of one finding, best first, all measured but those that a guard refuses.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public List<Fix> ranked(Finding finding) {
    Map<Recommendation, Measured> measured = new HashMap<>();
    for (Recommendation recommendation : finding.recommendations()) {
      if (!recommendation.isRefused()) {
        measured.put(recommendation, measure(finding, difference(judge(recommendation))));
      }
    }
    return rank(finding, measured);
  }

  /// The recommendations of all findings by key, best first, measured as far as the work allows.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public Map<String, List<Fix>> all() {
    return measured(bySignature().values().stream().limit((long) (MOST_WORK / workOfOne)).toList());
  }

  /// The same where all changes are measured in a moment; else none is.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public Map<String, List<Fix>> quick() {
    List<List<Wanted>> edits = List.copyOf(bySignature().values());
    return edits.size() * workOfOne <= QUICK_WORK ? measured(edits) : unmeasured();
  }

  /// The recommendations of all findings by key in the order of judgement.
  public Map<String, List<Fix>> unmeasured() {
    return measured(List.of());
  }

  private Map<String, List<Fix>> measured(List<List<Wanted>> edits) {
    Map<String, Map<Recommendation, Measured>> measured = new ConcurrentHashMap<>();
    Steps steps = new Steps(progress, edits.size());
    before
        .analysis()
        .workers()
        .each(
            edits.size(),
            i -> {
              Difference after = difference(judge(edits.get(i).getFirst().recommendation()));
              for (Wanted wanted : edits.get(i)) {
                measured
                    .computeIfAbsent(wanted.finding().key(), key -> new ConcurrentHashMap<>())
                    .put(wanted.recommendation(), measure(wanted.finding(), after));
              }
              steps.done();
            });
    Map<String, List<Fix>> result = new LinkedHashMap<>();
    for (ReviewedFinding found : before.review().findings()) {
      result.put(found.key(), rank(found.finding(), measured.getOrDefault(found.key(), Map.of())));
    }
    return result;
  }

  /// What to do first; see [Planner].
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public List<PlanStep> plan() {
    return new Planner(reviewer, before, today, progress, MOST_WORK / workOfOne).plan();
  }

  /// The whole plan with where each step leads, and the few changes that do most together.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public FixPlan fixPlan() {
    double budget = MOST_WORK / workOfOne;
    Planner planner = new Planner(reviewer, before, today, progress, budget);
    List<Planner.Made> steps = planner.steps(MOST_STAGES);
    return new FixPlan(
        before.vitals(),
        planner.stages(steps),
        new FixSets(reviewer, before, today, progress, budget).best(steps).orElse(null));
  }

  private record Wanted(Finding finding, Recommendation recommendation) {}

  /// By signature who recommends an edit: the first recommendations of all findings, then the
  /// second ones, and so on.
  private Map<String, List<Wanted>> bySignature() {
    Map<String, List<Wanted>> result = new LinkedHashMap<>();
    boolean more = true;
    for (int rank = 0; more; rank++) {
      more = false;
      for (ReviewedFinding found : before.review().findings()) {
        List<Recommendation> recommendations = found.finding().recommendations();
        if (rank < recommendations.size()) {
          more = true;
          Recommendation recommendation = recommendations.get(rank);
          if (!recommendation.isRefused()) {
            result
                .computeIfAbsent(recommendation.edit().signature(), key -> new ArrayList<>())
                .add(new Wanted(found.finding(), recommendation));
          }
        }
      }
    }
    return result;
  }

  private Judged judge(Recommendation recommendation) {
    progress.check();
    Design edited = recommendation.edit().apply(before.document().design());
    return before.after(edited, reviewer, today, progress);
  }

  /// @param severe how many new findings are high or critical
  private record Measured(FixEffect effect, int severe) {}

  /// What a change takes away and brings, whichever finding it is for.
  ///
  /// @param severe how many new findings are high or critical
  private record Difference(Judged after, List<String> gone, List<String> brings, int severe) {}

  private Difference difference(Judged after) {
    List<String> brings = after.keysMissingIn(before);
    Set<String> fresh = Set.copyOf(brings);
    int severe =
        (int)
            after.review().open().stream()
                .filter(found -> found.finding().severity().compareTo(Severity.HIGH) >= 0)
                .filter(found -> fresh.contains(found.key()))
                .count();
    return new Difference(after, before.keysMissingIn(after), brings, severe);
  }

  private Measured measure(Finding finding, Difference difference) {
    Judged after = difference.after();
    return new Measured(
        new FixEffect(
            after.document().design(),
            finding.journeysLost(),
            new RuleContext(after.analysis()).stillLost(finding),
            before.worstLatency(),
            after.worstLatency(),
            before.amplification(),
            after.amplification(),
            difference.gone(),
            difference.brings()),
        difference.severe());
  }

  /// What is measured comes first, what a guard refuses last; a change comes before a mere
  /// declaration. Among the measured ones fewer journeys lost, fewer new findings of high or
  /// critical, lower worst latency, more findings gone, fewer new ones; then as the rule judged.
  private static List<Fix> rank(Finding finding, Map<Recommendation, Measured> measured) {
    List<Recommendation> order = new ArrayList<>(finding.recommendations());
    order.sort(
        Comparator.comparing(Recommendation::isRefused)
            .thenComparing(Recommendation::declaresOnly)
            .thenComparing(recommendation -> !measured.containsKey(recommendation))
            .thenComparing(measured::get, Comparator.nullsLast(BEST)));
    List<Fix> result = new ArrayList<>();
    for (Recommendation recommendation : order) {
      Measured found = measured.get(recommendation);
      result.add(new Fix(result.size() + 1, recommendation, found == null ? null : found.effect()));
    }
    return result;
  }
}

package dev.stillwater.review;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.JourneyOutcome;
import dev.stillwater.model.Design;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The cheapest change that keeps one failure from one journey: which link of the path, which edit,
/// and what else it saves.
///
/// Candidates are what the findings about the links and components of the path recommend. Each is
/// made and the failure is followed again; of those that save the journey the least work wins, then
/// the one that acts nearest to the failure, then the one that saves most journeys.
public final class PathAbsorber {
  /// Candidates that are tried for one path.
  private static final int MOST = 200;

  private final Analysis analysis;
  private final Review review;
  private final Progress progress;

  public PathAbsorber(Analysis analysis, Review review, Progress progress) {
    this.analysis = analysis;
    this.review = review;
    this.progress = progress;
  }

  /// A change that absorbs a failure.
  ///
  /// @param place the link of the path on which it acts, or the component that fails
  /// @param saved the journeys that the failure no longer takes down, in the order of their ids
  /// @param stillDown those that it still does
  public record Absorption(
      String place,
      Recommendation recommendation,
      Effort effort,
      List<String> saved,
      List<String> stillDown) {
    public Absorption {
      saved = List.copyOf(saved);
      stillDown = List.copyOf(stillDown);
    }
  }

  private record Tried(int step, Absorption absorption) {}

  /// Empty when the failure does not take the journey down, or when nothing that the findings
  /// recommend keeps it from that.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public Optional<Absorption> cheapest(Injection injection, String journey) {
    List<JourneyOutcome> down = analysis.losses(injection).down();
    return down.stream()
        .filter(outcome -> outcome.id().equals(journey))
        .findFirst()
        .flatMap(outcome -> cheapest(injection, outcome, ids(down)));
  }

  private Optional<Absorption> cheapest(
      Injection injection, JourneyOutcome outcome, List<String> lost) {
    List<String> steps = steps(injection, outcome);
    List<Tried> saving = new ArrayList<>();
    for (Map.Entry<Recommendation, Integer> candidate : candidates(steps).entrySet()) {
      progress.check();
      Recommendation recommendation = candidate.getKey();
      Design edited = recommendation.edit().apply(analysis.design());
      List<String> still = lostAfter(edited, injection);
      if (!still.contains(outcome.id())) {
        List<String> saved = lost.stream().filter(id -> !still.contains(id)).toList();
        saving.add(
            new Tried(
                candidate.getValue(),
                new Absorption(
                    steps.get(candidate.getValue()),
                    recommendation,
                    Effort.of(analysis.design(), edited),
                    saved,
                    still)));
      }
    }
    return saving.stream()
        .min(
            Comparator.comparing((Tried tried) -> tried.absorption().effort())
                .thenComparingInt(Tried::step)
                .thenComparing(tried -> -tried.absorption().saved().size())
                .thenComparing(tried -> tried.absorption().recommendation().edit().signature()))
        .map(Tried::absorption);
  }

  /// What fails, then the links along which it travels.
  private static List<String> steps(Injection injection, JourneyOutcome outcome) {
    List<String> steps = new ArrayList<>(injection.targets());
    for (Fact fact : outcome.path()) {
      fact.carriedBy().map(Edge::subject).filter(id -> !steps.contains(id)).ifPresent(steps::add);
    }
    return steps;
  }

  /// The recommendations that act on a step, each with the first step on which it does.
  private Map<Recommendation, Integer> candidates(List<String> steps) {
    Map<String, Recommendation> bySignature = new TreeMap<>();
    Map<String, Integer> stepOf = new HashMap<>();
    for (ReviewedFinding found : review.findings()) {
      Finding finding = found.finding();
      int step = firstStep(steps, finding);
      for (Recommendation recommendation : finding.recommendations()) {
        String signature = recommendation.edit().signature();
        boolean counts = step >= 0 && !recommendation.isRefused() && !recommendation.declaresOnly();
        if (counts && (bySignature.size() < MOST || bySignature.containsKey(signature))) {
          bySignature.putIfAbsent(signature, recommendation);
          stepOf.merge(signature, step, Math::min);
        }
      }
    }
    Map<Recommendation, Integer> result = new LinkedHashMap<>();
    bySignature.forEach((signature, it) -> result.put(it, stepOf.getOrDefault(signature, 0)));
    return result;
  }

  private static int firstStep(List<String> steps, Finding finding) {
    for (int step = 0; step < steps.size(); step++) {
      String id = steps.get(step);
      if (finding.links().contains(id) || finding.subject().equals(id)) {
        return step;
      }
    }
    return -1;
  }

  private List<String> lostAfter(Design edited, Injection injection) {
    boolean exists = injection.targets().stream().allMatch(id -> edited.components().contains(id));
    return exists
        ? ids(analysis.after(edited, progress.silently()).losses(injection).down())
        : List.of();
  }

  private static List<String> ids(List<JourneyOutcome> outcomes) {
    return outcomes.stream().map(JourneyOutcome::id).toList();
  }
}

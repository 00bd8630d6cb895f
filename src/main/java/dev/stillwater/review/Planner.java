package dev.stillwater.review;

import dev.stillwater.analysis.Progress;
import dev.stillwater.model.Design;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The changes to make first, greedily: of all recommendations the one that helps most is made,
/// everything is judged again, and so on. The same change that a rule recommends for several
/// elements is made for all of them in one step. What only declares is no change, what a guard
/// refuses none either.
///
/// Greedy is not optimal, but every line can be checked: its numbers are those of the edited
/// design.
final class Planner {
  private static final int MOST_STEPS = 6;

  /// Fewer ways to lose a journey, fewer findings that count, severest first, lower worst latency,
  /// less work.
  private static final Comparator<Candidate> BEST =
      Comparator.comparing(Candidate::followed, Planner::compare).thenComparing(Candidate::effort);

  private final Reviewer reviewer;
  private final LocalDate today;
  private final Progress progress;
  private final Judged start;
  private double budget;

  /// @param budget how many times everything may be judged
  Planner(Reviewer reviewer, Judged start, LocalDate today, Progress progress, double budget) {
    this.reviewer = reviewer;
    this.start = start;
    this.today = today;
    this.progress = progress;
    this.budget = budget;
  }

  /// @param fixes keys of the findings that recommend one of the changes
  /// @param followed as after, once the findings that the changes bring are fixed too: a queue is
  ///   judged together with the consumer that knows repeats
  private record Candidate(
      List<Recommendation> recommendations,
      List<String> fixes,
      Judged after,
      Judged followed,
      Effort effort) {}

  /// One kind of change that one rule recommends.
  private record Group(String edit, String rule) {}

  /// One kind of change for all elements that a rule recommends it for.
  ///
  /// @param fixes keys of the findings that recommend it
  record Change(List<Recommendation> recommendations, List<String> fixes) {}

  /// A step that was made.
  record Made(Change change, PlanStep step, Judged after) {}

  List<PlanStep> plan() {
    return steps(MOST_STEPS).stream().map(Made::step).toList();
  }

  /// The plan as far as it helps, each step with where it leads.
  List<FixPlan.Stage> stages(List<Made> steps) {
    return steps.stream()
        .map(made ->
            new FixPlan.Stage(
                made.step(),
                made.after().vitals(),
                start.openKeysMissingIn(made.after()).size(),
                made.after().openKeysMissingIn(start).size()))
        .toList();
  }

  List<Made> steps(int most) {
    List<Made> steps = new ArrayList<>();
    Judged at = start;
    while (steps.size() < most) {
      Optional<Candidate> best = best(at);
      if (best.isEmpty()) {
        break;
      }
      Candidate found = best.get();
      steps.add(
          new Made(
              new Change(found.recommendations(), found.fixes()), step(at, found), found.after()));
      at = found.after();
    }
    return steps;
  }

  /// Every kind of change that is recommended in a state.
  static List<Change> changes(Judged at) {
    Map<String, Recommendation> bySignature = bySignature(at);
    return groups(at).values().stream()
        .map(group ->
            new Change(
                group.keySet().stream().map(bySignature::get).toList(),
                group.values().stream().flatMap(List::stream).distinct().toList()))
        .toList();
  }

  private Optional<Candidate> best(Judged at) {
    List<Candidate> better = new ArrayList<>();
    Map<Group, Map<String, List<String>>> groups = groups(at);
    Map<String, Recommendation> bySignature = bySignature(at);
    int done = 0;
    for (Map<String, List<String>> group : groups.values()) {
      progress.report(++done, groups.size());
      List<Recommendation> recommendations = group.keySet().stream().map(bySignature::get).toList();
      Optional<Judged> after = applied(at, recommendations);
      Optional<Judged> followed = after.flatMap(judged -> followed(at, judged));
      if (followed.isPresent() && compare(followed.get(), at) < 0) {
        better.add(
            new Candidate(
                recommendations,
                group.values().stream().flatMap(List::stream).distinct().toList(),
                after.get(),
                followed.get(),
                Effort.of(at.document().design(), after.get().document().design())));
      }
    }
    return better.stream().min(BEST);
  }

  /// The document with some changes made; empty when the budget is used up.
  private Optional<Judged> applied(Judged at, List<Recommendation> recommendations) {
    if (budget < 1) {
      return Optional.empty();
    }
    budget--;
    progress.check();
    Design edited = at.document().design();
    for (Recommendation recommendation : recommendations) {
      edited = recommendation.edit().apply(edited);
    }
    return Optional.of(at.after(edited, reviewer, today, progress));
  }

  /// What it comes to when the first change for each finding that is new is made, too.
  private Optional<Judged> followed(Judged at, Judged after) {
    Set<String> follow = new HashSet<>(after.openKeysMissingIn(at));
    Map<String, Recommendation> changes = new LinkedHashMap<>();
    for (ReviewedFinding found : after.review().open()) {
      if (follow.contains(found.key())) {
        found.finding().recommendations().stream()
            .filter(Planner::isChange)
            .findFirst()
            .ifPresent(it -> changes.putIfAbsent(it.edit().signature(), it));
      }
    }
    return changes.isEmpty() ? Optional.of(after) : applied(after, List.copyOf(changes.values()));
  }

  private static boolean isChange(Recommendation recommendation) {
    return !recommendation.isRefused() && !recommendation.declaresOnly();
  }

  /// By kind of change the signatures of its edits, and by these the keys of the findings.
  private static Map<Group, Map<String, List<String>>> groups(Judged at) {
    Map<Group, Map<String, List<String>>> groups = new LinkedHashMap<>();
    for (ReviewedFinding found : at.review().open()) {
      for (Recommendation recommendation : found.finding().recommendations()) {
        if (isChange(recommendation)) {
          String signature = recommendation.edit().signature();
          groups
              .computeIfAbsent(
                  new Group(editName(signature), found.finding().rule().id()),
                  key -> new LinkedHashMap<>())
              .computeIfAbsent(signature, key -> new ArrayList<>())
              .add(found.key());
        }
      }
    }
    return groups;
  }

  private static Map<String, Recommendation> bySignature(Judged at) {
    Map<String, Recommendation> result = new LinkedHashMap<>();
    for (ReviewedFinding found : at.review().open()) {
      for (Recommendation recommendation : found.finding().recommendations()) {
        result.putIfAbsent(recommendation.edit().signature(), recommendation);
      }
    }
    return result;
  }

  private static String editName(String signature) {
    int parenthesis = signature.indexOf('(');
    return parenthesis < 0 ? signature : signature.substring(0, parenthesis);
  }

  static int compare(Judged a, Judged b) {
    int order = Integer.compare(a.ways(), b.ways());
    for (Severity severity : List.of(Severity.values()).reversed()) {
      if (order != 0) {
        return order;
      }
      if (severity == Severity.LOW) {
        order = Double.compare(a.worstLatency(), b.worstLatency());
        if (order != 0) {
          return order;
        }
      }
      order = Integer.compare(open(a, severity), open(b, severity));
    }
    return order;
  }

  private static int open(Judged judged, Severity severity) {
    return judged.review().summary().getOrDefault(severity, 0);
  }

  private static PlanStep step(Judged before, Candidate candidate) {
    Judged after = candidate.after();
    return new PlanStep(
        candidate.recommendations(),
        candidate.fixes(),
        candidate.recommendations().getFirst().tradeOff(),
        before.ways(),
        after.ways(),
        before.worstLatency(),
        after.worstLatency(),
        before.openKeysMissingIn(after).size(),
        after.openKeysMissingIn(before),
        candidate.effort());
  }
}

package dev.stillwater.report;

import dev.stillwater.model.Figures;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Timespan;
import dev.stillwater.review.JourneyVerdict;
import dev.stillwater.review.PlanStep;
import dev.stillwater.rules.Recommendation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A review for somebody with two minutes: what is wrong, what to do first, what that buys. Each a
/// few sentences; those that have nothing to say are empty.
record Brief(List<String> wrong, List<String> first, List<String> buys) {
  static Brief of(Chapter chapter) {
    return new Brief(wrong(chapter), first(chapter), buys(chapter));
  }

  private static List<String> wrong(Chapter chapter) {
    List<String> result = new ArrayList<>();
    result.add(alone(chapter).orElseGet(() -> Verdict.of(chapter.whole()).sentence()));
    FirstLoss.of(chapter).map(loss -> loss(chapter, loss)).ifPresent(result::add);
    late(chapter).ifPresent(result::add);
    return result;
  }

  /// What alone stops the most important journey that can be stopped.
  private static Optional<String> alone(Chapter chapter) {
    List<JourneyVerdict> stoppable =
        chapter.whole().journeys().stream()
            .filter(verdict -> !verdict.stoppedBy().isEmpty())
            .sorted(
                Comparator.comparing((JourneyVerdict it) -> it.journey().importance())
                    .thenComparing(it -> it.journey().realTimeClass()))
            .toList();
    if (stoppable.isEmpty()) {
      return Optional.empty();
    }
    JourneyVerdict first = stoppable.getFirst();
    List<String> parts =
        first.stoppedBy().stream()
            .map(stopper -> named(chapter, stopper.component()))
            .distinct()
            .toList();
    String others =
        stoppable.size() == 1
            ? ""
            : " "
                + Figures.count(stoppable.size() - 1, "other journey")
                + " can be stopped by a single part, too.";
    return Optional.of(
        Wording.name(first.journey().name())
            + first
                .journey()
                .get(JourneyAttributes.DEADLINE)
                .map(deadline ->
                    " promises an answer within " + Wording.declared(deadline) + ", but")
                .orElse("")
            + (parts.size() == 1
                ? " depends on " + parts.getFirst() + ", which stops it alone."
                : " each of these stops it alone: " + Wording.list(parts, 6) + ".")
            + others);
  }

  private static String named(Chapter chapter, String id) {
    return chapter
        .analysis()
        .design()
        .components()
        .find(id)
        .map(component -> Wording.name(component.name()))
        .orElseGet(() -> Wording.line(id));
  }

  private static String loss(Chapter chapter, FirstLoss loss) {
    List<String> way = loss.way();
    return "It takes no crash: when "
        + named(chapter, way.getFirst())
        + " merely answers slowly, "
        + way.getLast()
        + " is down after "
        + Figures.moment(loss.t())
        + ".";
  }

  private static Optional<String> late(Chapter chapter) {
    return chapter.whole().journeys().stream()
        .filter(verdict -> !Double.isNaN(verdict.worstLatency()))
        .flatMap(verdict ->
            verdict.journey().get(JourneyAttributes.DEADLINE).stream()
                .filter(deadline -> verdict.worstLatency() > deadline.millis())
                .map(deadline -> late(verdict, Wording.declared(deadline))))
        .findFirst();
  }

  private static String late(JourneyVerdict verdict, String deadline) {
    String name = Wording.name(verdict.journey().name());
    return Double.isInfinite(verdict.worstLatency())
        ? "Nothing limits how long " + name + " may take, although it promises " + deadline + "."
        : name
            + " may take "
            + Figures.time(verdict.worstLatency())
            + ", although it promises "
            + deadline
            + ".";
  }

  private static List<String> first(Chapter chapter) {
    List<PlanStep> steps = chapter.first();
    if (steps.isEmpty()) {
      return chapter.review().open().isEmpty()
          ? List.of()
          : List.of("No change of the drawing alone helps; the findings say what would.");
    }
    PlanStep step = steps.getFirst();
    List<String> result = new ArrayList<>();
    step.recommendations().stream()
        .map(Recommendation::title)
        .map(title -> Wording.line(title) + ".")
        .forEach(result::add);
    result.add(
        "By itself: "
            + change(
                Figures.count(step.waysBefore(), "way") + " to lose a journey",
                step.waysBefore(),
                step.waysAfter())
            + ", "
            + latency(step, step)
            + ". Effort: "
            + step.effort().word()
            + ".");
    return result;
  }

  private static String change(String before, int from, int to) {
    return from == to ? "still " + before : before + " become " + to;
  }

  private static String latency(PlanStep from, PlanStep to) {
    String before = Figures.time(from.latencyBefore());
    String after = Figures.time(to.latencyAfter());
    return before.equals(after)
        ? "worst latency stays " + after
        : "worst latency " + before + " becomes " + after;
  }

  private static List<String> buys(Chapter chapter) {
    List<PlanStep> steps = chapter.first();
    if (steps.isEmpty()) {
      return List.of();
    }
    PlanStep start = steps.getFirst();
    PlanStep end = steps.getLast();
    int open = chapter.whole().open().size();
    int left = open;
    for (PlanStep step : steps) {
      left += step.follow().size() - step.gone();
    }
    List<String> result = new ArrayList<>();
    result.add(
        (steps.size() == 1
                ? "The change below: "
                : "The " + steps.size() + " changes below together: ")
            + change(
                Figures.count(start.waysBefore(), "way") + " to lose a journey",
                start.waysBefore(),
                end.waysAfter())
            + ", "
            + latency(start, end)
            + ", "
            + Figures.count(open, "finding")
            + (left == open ? " remain" : " become " + left)
            + ".");
    promise(chapter, end.latencyAfter()).ifPresent(result::add);
    result.add("Measured by making each change and judging everything again.");
    return result;
  }

  /// Whether the time that is promised is kept then; empty where only some of several journeys keep
  /// theirs.
  ///
  /// @param after the largest worst-case latency of all journeys, in milliseconds
  private static Optional<String> promise(Chapter chapter, double after) {
    List<JourneyVerdict> promising =
        chapter.whole().journeys().stream()
            .filter(verdict ->
                !Double.isNaN(verdict.worstLatency())
                    && verdict.journey().get(JourneyAttributes.DEADLINE).isPresent())
            .toList();
    if (promising.isEmpty() || Double.isNaN(after)) {
      return Optional.empty();
    }
    if (promising.stream().allMatch(verdict -> after <= deadline(verdict).millis())) {
      return Optional.of("Every answer then comes within the time that is promised.");
    }
    if (chapter.whole().journeys().size() == 1) {
      return Optional.of(
          Figures.time(after)
              + " is still more than the "
              + Wording.declared(deadline(promising.getFirst()))
              + " that "
              + Wording.name(promising.getFirst().journey().name())
              + " promises.");
    }
    return promising.stream().allMatch(verdict -> after > deadline(verdict).millis())
        ? Optional.of("The slowest answer then still takes longer than any journey promises.")
        : Optional.empty();
  }

  private static Timespan deadline(JourneyVerdict verdict) {
    return verdict.journey().get(JourneyAttributes.DEADLINE).orElseThrow();
  }
}

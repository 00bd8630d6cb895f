package dev.stillwater.report;

import dev.stillwater.model.Figures;
import java.util.List;
import java.util.Optional;

/// How a review comes about, and what it leaves out, in the words of every report.
final class Method {
  static final List<String> PARAGRAPHS =
      List.of(
          "Every number follows from what the design declares, from dated presets, or from the"
              + " defaults of a kind; what is declared nowhere is unknown, not zero, and leads to a"
              + " question.",
          "A failure is injected into each component, as a crash and as slow answers, and followed"
              + " through every coupling by time of arrival: how long a call is held, when a worker"
              + " pool is full, when a queue gives way, until it is absorbed or reaches a journey."
              + " A journey is down when the first component that it calls is silent or answers"
              + " errors.",
          "Worst latency is the own work of the first component that a journey calls, and the full"
              + " hold of each of its calls: timeout times attempts, and the waits between them. It"
              + " is a bound, not a percentile.",
          "Effects of a change are measured by making it and judging again. Effort is judged by the"
              + " drawing: small changes attributes, medium adds up to three components, large adds"
              + " more or takes something away.");

  static final List<String> SIMPLIFICATIONS =
      List.of(
          "Shares of requests are averages: bursts inside a second are not seen.",
          "A breaker opens after one timeout.",
          "The declared p99 of a component stands for its service time, an upper bound.",
          "Time for name resolution and for setting up encryption is ignored.",
          "Pools and limits of calls in flight are added up over replicas.");

  private Method() {}

  /// How many rules, and how many of them the team's own.
  static String rules(Chapter chapter) {
    long own = chapter.whole().rules().stream().filter(status -> status.rule().isOwn()).count();
    return chapter.whole().rules().size() + (own == 0 ? "" : ", " + own + " of them your own");
  }

  /// What was left out because it would have taken too long.
  static Optional<String> unmeasured(Chapter chapter) {
    int count = chapter.unmeasured();
    return count == 0
        ? Optional.empty()
        : Optional.of(
            "The design is too large to judge it anew for every change that is recommended: the"
                + " effects of "
                + Figures.count(count, "change")
                + " were not measured, and these stand in the order of judgement.");
  }
}

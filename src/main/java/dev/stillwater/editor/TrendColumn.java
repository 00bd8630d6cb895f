package dev.stillwater.editor;

import dev.stillwater.model.Figures;
import dev.stillwater.review.Review;
import dev.stillwater.review.Snapshot;
import dev.stillwater.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One column of the trend: how many findings of each severity count, and how many journeys a
/// single failure can stop.
///
/// @param day as people read it; `now` for the present
/// @param findings for every severity
public record TrendColumn(
    String name, String day, Map<Severity, Integer> findings, int atRisk, int journeys) {
  /// A part of a column from below.
  ///
  /// @param share of the highest column, from 0 to 1
  public record Part(Severity severity, int count, double share) {}

  /// The columns of some snapshots, the earliest first, and of the present.
  public static List<TrendColumn> of(List<Snapshot> snapshots, Review now) {
    List<TrendColumn> result = new ArrayList<>();
    for (Snapshot snapshot : snapshots) {
      result.add(
          new TrendColumn(
              snapshot.name(),
              snapshot.day().toString(),
              snapshot.vitals().findings(),
              snapshot.vitals().journeysAtRisk(),
              snapshot.vitals().journeys()));
    }
    result.add(
        new TrendColumn(
            "now",
            "",
            now.summary(),
            (int) now.journeys().stream().filter(it -> !it.stoppedBy().isEmpty()).count(),
            now.journeys().size()));
    return result;
  }

  public int total() {
    return findings.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// The severities that it has, the mildest first, so that the severest stands on top.
  public List<Part> parts(int highest) {
    List<Part> result = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      int count = findings.getOrDefault(severity, 0);
      if (count > 0) {
        result.add(new Part(severity, count, (double) count / Math.max(1, highest)));
      }
    }
    return result;
  }

  /// Everything as one sentence, for those who do not see it.
  public String sentence() {
    List<String> parts = new ArrayList<>();
    for (Severity severity : List.of(Severity.values()).reversed()) {
      int count = findings.getOrDefault(severity, 0);
      if (count > 0) {
        parts.add(count + " " + severity.word());
      }
    }
    return name
        + (day.isEmpty() ? "" : ", " + day)
        + ": "
        + Figures.count(total(), "finding")
        + (parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")")
        + ", "
        + atRisk
        + " of "
        + Figures.count(journeys, "journey")
        + " at risk";
  }
}

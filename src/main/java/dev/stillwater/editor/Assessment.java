package dev.stillwater.editor;

import dev.stillwater.model.Figures;
import dev.stillwater.review.Review;
import dev.stillwater.rules.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A design in figures, for a look from outside.
///
/// @param counts how many findings count, for every severity
/// @param journeysAtRisk journeys that the failure of one component alone can stop
/// @param journeys all of them
public record Assessment(Map<Severity, Integer> counts, int journeysAtRisk, int journeys) {
  public Assessment {
    counts = new EnumMap<>(counts);
  }

  public static Assessment of(Review review) {
    int atRisk =
        (int) review.journeys().stream().filter(verdict -> !verdict.stoppedBy().isEmpty()).count();
    return new Assessment(review.summary(), atRisk, review.journeys().size());
  }

  @Override
  public Map<Severity, Integer> counts() {
    return new EnumMap<>(counts);
  }

  public int count(Severity severity) {
    return counts.getOrDefault(severity, 0);
  }

  /// All findings that count.
  public int findings() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Severities of which there is a finding, worst first.
  public List<Severity> present() {
    return List.of(Severity.values()).reversed().stream()
        .filter(severity -> count(severity) > 0)
        .toList();
  }

  /// `2 of 3 journeys`, in words for people.
  public String risk() {
    return journeysAtRisk + " of " + Figures.count(journeys, "journey");
  }
}

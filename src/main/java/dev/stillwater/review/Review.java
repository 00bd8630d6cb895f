package dev.stillwater.review;

import dev.stillwater.model.Document;
import dev.stillwater.rules.Question;
import dev.stillwater.rules.RuleStatus;
import dev.stillwater.rules.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A document judged by all rules.
///
/// @param findings every finding, in the order of journeys lost, severity, rule and subject
/// @param rules one status for each rule, in the order of their ids
/// @param journeys one verdict for each journey, in the order of the file
public record Review(
    Document document,
    List<ReviewedFinding> findings,
    List<Question> questions,
    List<RuleStatus> rules,
    List<JourneyVerdict> journeys) {
  public Review {
    findings = List.copyOf(findings);
    questions = List.copyOf(questions);
    rules = List.copyOf(rules);
    journeys = List.copyOf(journeys);
  }

  /// The findings that count, in order.
  public List<ReviewedFinding> open() {
    return findings.stream().filter(ReviewedFinding::isOpen).toList();
  }

  /// How many findings count, for every severity.
  public Map<Severity, Integer> summary() {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      counts.put(severity, 0);
    }
    open().forEach(found -> counts.merge(found.finding().severity(), 1, Integer::sum));
    return counts;
  }
}

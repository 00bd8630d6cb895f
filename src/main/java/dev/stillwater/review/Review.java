package dev.stillwater.review;

import dev.stillwater.model.Document;
import dev.stillwater.rules.Question;
import dev.stillwater.rules.RuleStatus;
import dev.stillwater.rules.Severity;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A document judged by all rules.
///
/// @param findings every finding, in the order of journeys lost, severity, rule and subject
/// @param rules one status for each rule, in the order of their ids
/// @param journeys one verdict for each journey, in the order of the file
/// @param decisions what each decision of the document covers, in the order of the file
public record Review(
    Document document,
    List<ReviewedFinding> findings,
    List<Question> questions,
    List<RuleStatus> rules,
    List<JourneyVerdict> journeys,
    List<DecisionStatus> decisions) {
  public Review {
    findings = List.copyOf(findings);
    questions = List.copyOf(questions);
    rules = List.copyOf(rules);
    journeys = List.copyOf(journeys);
    decisions = List.copyOf(decisions);
  }

  /// A review of a document without decisions.
  public Review(
      Document document,
      List<ReviewedFinding> findings,
      List<Question> questions,
      List<RuleStatus> rules,
      List<JourneyVerdict> journeys) {
    this(document, findings, questions, rules, journeys, List.of());
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

  /// How many findings have this standing.
  public int count(ReviewedFinding.Standing standing) {
    return (int) findings.stream().filter(found -> found.standing() == standing).count();
  }

  /// Whether a finding that counts is as severe as this.
  public boolean hasOpen(Severity least) {
    return findings.stream()
        .anyMatch(found -> found.isOpen() && found.finding().severity().compareTo(least) >= 0);
  }

  /// The same review with other findings.
  public Review with(List<ReviewedFinding> others) {
    return new Review(document, others, questions, rules, journeys, decisions);
  }

  /// The same review in which the findings with these keys are known from before.
  public Review comparedWith(Collection<String> knownKeys) {
    Set<String> known = new HashSet<>(knownKeys);
    return new Review(
        document,
        findings.stream().map(found -> found.inBaseline(known.contains(found.key()))).toList(),
        questions,
        rules,
        journeys,
        decisions);
  }
}

package dev.stillwater.rules;

import java.util.List;

/// What all rules say of one design.
///
/// @param findings in the order of journeys lost, severity, rule and subject
/// @param questions in the order of the rules that ask, each once
/// @param statuses one for each rule, in the order of their ids
public record RuleResults(
    List<Finding> findings, List<Question> questions, List<RuleStatus> statuses) {
  public RuleResults {
    findings = List.copyOf(findings);
    questions = List.copyOf(questions);
    statuses = List.copyOf(statuses);
  }
}

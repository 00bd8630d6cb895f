package dev.stillwater.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What all rules say of one design.
///
/// @param findings in the order of journeys lost, severity, rule and subject
/// @param questions in the order of the rules that ask, each once
/// @param statuses one for each rule, in the order of the rule set
/// @param off by the key of a finding what switched it off
public record RuleResults(
    List<Finding> findings,
    List<Question> questions,
    List<RuleStatus> statuses,
    Map<String, Adjustment> off) {
  public RuleResults {
    findings = List.copyOf(findings);
    questions = List.copyOf(questions);
    statuses = List.copyOf(statuses);
    off = Collections.unmodifiableMap(new LinkedHashMap<>(off));
  }
}

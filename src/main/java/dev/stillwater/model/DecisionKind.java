package dev.stillwater.model;

/// What a reviewer decided about a finding.
public enum DecisionKind implements Word {
  /// The risk is taken.
  ACCEPTED,
  /// It does not apply.
  FALSE_POSITIVE,
  /// It is handled elsewhere.
  MITIGATED,
  /// Somebody works on it.
  IN_PROGRESS,
  /// It is not to be shown.
  SUPPRESSED;
}

package dev.stillwater.model;

/// Where an idempotency token comes from.
public enum TokenSource implements Word {
  /// Made once per logical operation by the caller.
  CLIENT,
  /// Taken from a clock.
  TIMESTAMP,
  /// Made anew for every attempt.
  PER_ATTEMPT;
}

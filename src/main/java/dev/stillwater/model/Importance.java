package dev.stillwater.model;

/// What the loss of a journey means.
public enum Importance implements Word {
  /// The business stops.
  CRITICAL,
  /// The business suffers.
  NORMAL,
  /// The business hardly notices.
  BEST_EFFORT;
}

package dev.stillwater.model;

/// Which order a broker keeps.
public enum Ordering implements Word {
  /// None.
  NONE,
  /// Among messages of one key.
  PER_KEY,
  /// Among all.
  TOTAL,
  /// The most important first.
  PRIORITY;
}

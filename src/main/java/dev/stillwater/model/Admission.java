package dev.stillwater.model;

/// What a component does with more requests than it can serve.
public enum Admission implements Word {
  /// It takes them all.
  NONE,
  /// It refuses what is over the limit.
  LIMIT,
  /// It refuses the least important first.
  PRIORITY;
}

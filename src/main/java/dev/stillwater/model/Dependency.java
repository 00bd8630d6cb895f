package dev.stillwater.model;

/// Whether the caller can answer without the callee.
public enum Dependency implements Word {
  /// It cannot.
  HARD,
  /// It can, with less.
  SOFT;
}

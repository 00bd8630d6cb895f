package dev.stillwater.model;

/// How a change travels to its consumers.
public enum Rollout implements Word {
  /// Zone by zone with a pause to look.
  STAGED,
  /// Everywhere in the same second.
  ALL_AT_ONCE;
}

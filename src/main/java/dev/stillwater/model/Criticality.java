package dev.stillwater.model;

/// How much the business depends on a component.
public enum Criticality implements Word {
  /// It stops without it.
  CRITICAL,
  /// It suffers.
  STANDARD,
  /// It hardly notices.
  BEST_EFFORT;
}

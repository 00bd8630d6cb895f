package dev.stillwater.model;

/// How often a broker hands a message to its consumer.
public enum Delivery implements Word {
  /// Once or never.
  AT_MOST_ONCE,
  /// Once or more often.
  AT_LEAST_ONCE,
  /// Once, within the limits of the broker.
  EXACTLY_ONCE;
}

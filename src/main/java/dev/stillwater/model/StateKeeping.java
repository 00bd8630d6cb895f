package dev.stillwater.model;

/// What a replica keeps between two requests.
public enum StateKeeping implements Word {
  /// Nothing.
  STATELESS,
  /// The session of a user.
  SESSION,
  /// What can be rebuilt.
  SOFT,
  /// What must not be lost.
  DURABLE;
}

package dev.stillwater.model;

/// How a store copies a write to its replicas.
public enum Replication implements Word {
  /// It does not.
  NONE,
  /// After it answered.
  ASYNC,
  /// Before it answers.
  SYNC,
  /// To a majority before it answers.
  QUORUM;
}

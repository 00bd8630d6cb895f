package dev.stillwater.model;

/// Whether the number of replicas follows the load.
public enum Scaling implements Word {
  /// It does not.
  FIXED,
  /// It does.
  AUTO;
}

package dev.stillwater.model;

/// Who promotes a replica when the primary is lost.
public enum FailoverMode implements Word {
  /// Nobody.
  NONE,
  /// A person.
  MANUAL,
  /// The system.
  AUTO;
}

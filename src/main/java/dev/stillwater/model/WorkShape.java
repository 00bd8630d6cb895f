package dev.stillwater.model;

/// Whether the work on a link depends on what happened.
public enum WorkShape implements Word {
  /// A full snapshot of fixed size on a fixed period, whatever happened.
  CONSTANT,
  /// Only what changed.
  CHANGES;
}

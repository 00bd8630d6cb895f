package dev.stillwater.model;

/// How requests wait inside a component.
public enum InternalQueue implements Word {
  /// In a queue of limited length.
  BOUNDED,
  /// In a queue that grows until memory ends.
  UNBOUNDED;
}

package dev.stillwater.model;

/// What a request does to the state of the callee.
public enum Effect implements Word {
  /// Changes nothing.
  READ,
  /// A repeated write leaves the same state.
  IDEMPOTENT_WRITE,
  /// A repeated write happens twice.
  WRITE;
}

package dev.stillwater.model;

/// How one of several is chosen to act.
public enum Leadership implements Word {
  /// Not at all.
  NONE,
  /// By a lease.
  LEASE,
  /// By a lease with a token that the store checks.
  LEASE_FENCED;
}

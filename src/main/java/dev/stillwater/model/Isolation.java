package dev.stillwater.model;

/// How tenants are kept apart.
public enum Isolation implements Word {
  /// Not at all.
  NONE,
  /// By a limit for each.
  QUOTA,
  /// By a few shards for each, few tenants share all of theirs.
  SHUFFLE_SHARD,
  /// By independent copies of the whole.
  CELL;
}

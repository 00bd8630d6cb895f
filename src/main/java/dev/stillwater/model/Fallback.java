package dev.stillwater.model;

/// What the caller does instead when the callee does not answer.
public enum Fallback implements Word {
  /// Nothing.
  NONE,
  /// A fixed answer.
  STATIC,
  /// An old answer.
  STALE_CACHE,
  /// The last configuration that worked.
  LAST_GOOD,
  /// Another component.
  OTHER_PATH,
  /// The origin behind the cache.
  BYPASS_CACHE,
  /// Load everything again.
  REFRESH;
}

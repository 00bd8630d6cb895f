package dev.stillwater.model;

/// How a repeated request is recognised.
public enum Idempotency implements Word {
  /// Not at all.
  NONE,
  /// By a token that the caller sends.
  TOKEN,
  /// By a record of what was already processed.
  DEDUP_STORE;
}

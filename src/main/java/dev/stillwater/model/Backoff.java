package dev.stillwater.model;

/// How the wait between two attempts grows.
public enum Backoff implements Word {
  /// No wait.
  NONE,
  /// 100 ms each.
  FIXED,
  /// 100 ms, doubled each time, at most the cap.
  EXP;
}

package dev.stillwater.report;

/// How far the effects of recommended changes are measured: each is a review of its own.
public enum Measuring {
  /// As far as five seconds go, and the plan: for what people read and keep.
  WHOLE,
  /// All of them where that takes a moment, else none; no plan: for a look, and for machines.
  QUICK,
  /// None.
  NONE
}

package dev.stillwater.model;

/// How long somebody can wait for the answer of a journey. Amazon's guidance of today words it
/// synchronous, asynchronous, batch.
public enum RealTimeClass implements Word {
  /// Somebody waits: a synchronous, rapid answer.
  HARD,
  /// Minutes are fine: asynchronous.
  SOFT,
  /// A batch window.
  OFFLINE,
  /// Nobody has said.
  UNKNOWN;
}

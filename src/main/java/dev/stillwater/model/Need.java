package dev.stillwater.model;

/// What the caller needs before it can go on; it decides between balancer and queue.
public enum Need implements Word {
  /// The caller uses the answer.
  RESULT_NOW,
  /// An acknowledgement is enough.
  ACK_NOW,
  /// Nobody waits.
  LATER,
  /// Nobody has said.
  UNKNOWN;
}

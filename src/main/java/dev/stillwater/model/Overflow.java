package dev.stillwater.model;

/// What a full broker does with the next message.
public enum Overflow implements Word {
  /// It refuses it.
  REJECT,
  /// It lets the producer wait.
  BLOCK,
  /// It forgets the oldest.
  DROP_OLDEST;
}

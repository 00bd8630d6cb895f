package dev.stillwater.model;

/// What travels along a link and who waits for whom.
public enum LinkMode implements Word {
  /// The caller waits for the answer.
  SYNC,
  /// A producer hands a message to a broker and waits for the acknowledgement only.
  SEND,
  /// A broker hands a message to a consumer.
  DELIVER,
  /// A configuration source feeds a consumer.
  CONFIG,
  /// A monitor looks at a target.
  PROBE,
  /// A store copies its data to another.
  REPLICATE;
}

package dev.stillwater.analysis.ripple;

/// By which transfer a fact arises; ripple.md names them S1 to C1. [Sentences] has the words.
enum Reason {
  CRASH,
  ERROR,
  GREY,
  OVERLOAD,
  /// A1: the message waits in the producer's own store.
  OUTBOX,
  /// S1: held calls take all workers. The amount is the hold of one call in ms.
  POOL_FILLS,
  /// S2, S3: nobody gives up. No amount.
  WAITS_FOREVER,
  /// S4: the callee is slow inside the timeout. The amount is the wait of one request in ms.
  WAITS,
  /// S2, S3: the caller does something else.
  FALLS_BACK,
  /// S2, S3: the caller gives up.
  GIVES_UP,
  /// S6: a deep health check takes the whole fleet out.
  FLEET_REMOVED,
  /// A2: more comes in than goes out. The amount is the difference per second.
  BUFFERS,
  /// A2: the amount is the difference per second.
  BUFFER_FULL,
  /// A2: nobody read in time.
  EXPIRES,
  /// A2: a full broker makes room.
  DROPS,
  /// A3.
  NOTHING_NEW,
  /// C1.
  LAST_CONFIG,
  /// C1.
  NO_CONFIG
}

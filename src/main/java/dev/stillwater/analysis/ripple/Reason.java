package dev.stillwater.analysis.ripple;

/// By which transfer a fact arises; ripple.md names them S1 to P1. [Sentences] has the words.
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
  NO_CONFIG,
  /// S5: the only replica. No amount.
  LAST_REPLICA,
  /// S5: the amount is the share of requests that fail until it is removed; 1 where a provider runs
  /// nobody knows how many.
  ONE_REPLICA,
  /// S5: a caller without a balancer. The amount is the share of calls that fail.
  ONE_REPLICA_CALLED,
  /// R1: the amount is the failover time in ms.
  FAILS_OVER,
  /// R1: nobody promotes a replica by itself.
  NO_PRIMARY,
  /// R1: what was not copied yet is gone.
  LAG,
  /// R1: two primaries.
  SPLIT_BRAIN,
  /// Every replica ran in the lost zone.
  ZONE_GONE,
  /// The amount is what the rest can serve per second.
  REDUCED,
  /// `fallbackTo`: the amount is what it is offered per second.
  SHIFTED,
  /// `fallbackTo`: it fails itself, or it has no room.
  NO_OTHER_PATH,
  /// C2.
  BAD_CONFIG,
  /// C2: some of the zones of a consumer have it.
  BAD_CONFIG_BEGINS,
  /// P1: the amount is the share of calls that cannot get through.
  PARTLY_CUT,
  /// A4: the source repeats, swaps or loses messages.
  REPEATS,
  SWAPS,
  LOSES,
  /// A4: the receiver gets them so.
  TWICE,
  OVERTAKEN,
  NEVER,
  /// A4: the last to arrive wins.
  OLD_WINS,
  /// A4: the amount is the time of work in ms that exceeds the visibility timeout.
  REDELIVERED,
  /// A2: no message of the broker gets processed. The amount is messages per second.
  DEAD_LETTERS,
  /// A2: there is nowhere to put them aside.
  DISCARDED,
  /// A monitor that fails.
  BLIND
}

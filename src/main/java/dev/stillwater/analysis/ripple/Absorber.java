package dev.stillwater.analysis.ripple;

import dev.stillwater.model.Word;

/// What kept a failure from travelling on.
///
/// @param element the id of the link or component that absorbs
/// @param onLink whether the element is a link
/// @param t milliseconds after the injection when it begins to hold
/// @param holds milliseconds until it gives way; infinite when it never does
public record Absorber(String element, boolean onLink, Kind kind, double t, double holds) {
  /// What absorbs.
  public enum Kind implements Word {
    /// A queue, topic, stream or bus that keeps messages.
    BUFFER,
    /// A pool large enough for the held calls.
    POOL,
    /// A limit on calls in flight.
    BULKHEAD,
    BREAKER,
    /// The caller can do without.
    SOFT_DEPENDENCY,
    /// The caller does something else.
    FALLBACK,
    /// The last good configuration.
    LAST_GOOD,
    OUTBOX,
    /// Refusing what is too much, fast.
    ADMISSION,
    /// Other consumers of the same queue.
    OTHER_CONSUMERS,
    /// The replicas that are left.
    REPLICAS,
    /// Answers that were kept; they grow stale for as long as it holds.
    CACHE,
    /// A health check that does not look at dependencies.
    SHALLOW_HEALTH_CHECK,
    /// A router that sends requests to replicas that all look ill.
    FAIL_OPEN,
    /// A repeat, or a change of order, leaves the same state.
    IDEMPOTENCE,
    /// A broker that recognises repeats.
    DEDUPLICATION,
    /// A broker that hands a message out again until it is confirmed.
    REDELIVERY,
    /// A sender that sends again until it is confirmed.
    RETRIES,
    /// A lost message was declared to do no harm.
    LOSS_ACCEPTED,
    /// What cannot be processed is put aside.
    DEAD_LETTERS,
    /// Another replica takes the place of the primary.
    FAILOVER,
    /// The old primary can no longer write.
    FENCING,
    /// A change reaches one zone after the other; it holds until the next.
    STAGED_ROLLOUT
  }
}

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
    OTHER_CONSUMERS
  }
}

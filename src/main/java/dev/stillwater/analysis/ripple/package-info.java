/// How a failure travels: one injection, followed second by second through every coupling until it
/// is absorbed or reaches a journey.
///
/// Deterministic and explainable: every fact has the time it arrives, a sentence that says why, and
/// the fact it follows from. What an injection does at its first moment ([Onset]) follows from no
/// fact; of a partition the sentence says who is out of reach.
///
/// Imports the model and the compiled graph. No clock, no thread, no randomness.
///
/// **What was decided** where ripple.md leaves room:
///
/// * A fact at infinite time is none, nor is an absorber.
/// * A full broker that drops its oldest messages is in `LOSS` at once (A2).
/// * A router takes a fleet or a replica out after `settings.detection` (S5, S6).
/// * Response times count callees that more than `settings.minShare` of the requests use.
/// * A cycle of rates that grows is cut link by link; one of more than 500 links is cut at once,
///   wherever a link leads back.
/// * A backlog drains in 0 seconds when it is unknown what the consumers can do.
/// * A hard journey is late at the moment of slowness + its deadline.
/// * *Partial errors* are `DEGRADED` with the share in the sentence. A lost replica is taken out by
///   a balancer, a managed component or a broker; who calls without one keeps losing 1/n of its
///   calls. A fleet that declares to have no health check is never healed (S5).
/// * *Crash of one* of a store that replicates is the loss of its primary (R1): `DEGRADED` for the
///   failover time (60 s where nobody declared it, `settings.mttr` where a person promotes),
///   `SILENT` when nobody does. A quorum elects by itself. An asynchronous copy then loses what was
///   not copied.
/// * *Loss of a zone*: a single replica that may run in the lost zone does run there; a managed
///   component survives any zone that is no region. `OVERLOAD` of what is called makes it `SILENT`,
///   or `ERR` with admission; of what only takes messages, a `BACKLOG` of the difference.
/// * *Partition* (P1): the callee is `SILENT` for the cut link; a monitor is `BLIND` to what it
///   cannot reach. Between zones a link is cut whole when no replica of one end reaches one of the
///   other, else the share of pairs that are cut fails until detection. An intermediary that is not
///   drawn runs beside its caller. A promoted replica without a fence is `DUP` and `LOSS` on both
///   sides, after the failover time; a quorum is its own fence.
/// * *Bad configuration* (C2): a roll-out that nobody declared goes everywhere at once; a staged
///   one goes zone by zone in the order of their names, an hour apart ([Rollouts]). A last good
///   configuration does not help, because the source is well. A configuration source that loads it
///   hands it on.
/// * *Repeats* (A4) are harmless where the link is no write or recognises them. So is a change of
///   order, unless the link needs the order, which no token restores. Who works twice calls and
///   sends twice. A call can be repeated; it cannot be overtaken, and a lost call is a partition.
///   On copies and configuration a swap or a loss leaves the receiver `STALE`.
/// * *Slow work* that outlasts the visibility timeout is redelivered: `DUP` (A4).
/// * *Dead letters*: what a consumer answers with errors leaves the broker after `maxReceives` ×
///   visibility (retention where no visibility is known) into the dead-letter queue, else into
///   nothing (`LOSS`). Nobody drains a dead-letter queue, so soft and offline journeys are late.
/// * *Other paths*: `fallbackTo` absorbs while it is neither `SILENT` nor `ERR` and can serve its
///   own load and that of all who lose the same callee; else it is in `OVERLOAD` and the caller
///   gives up. When it fails later, the caller gives up then.
/// * A journey is *wrong* when a component of its reach, brokers left out, is in `DUP` or
///   `REORDER`, or any in `LOSS` that somebody minds, before `settings.outage` is over: it answers
///   and no alarm tells. Worse than degraded, not lost. `BLIND` hurts no journey by itself.
/// * A link that no journey names passes a scope on and never widens it, as the algorithm says; the
///   other reading, at the end of ripple.md, is not taken.
@NullMarked
package dev.stillwater.analysis.ripple;

import org.jspecify.annotations.NullMarked;

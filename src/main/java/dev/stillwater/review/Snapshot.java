package dev.stillwater.review;

import java.time.LocalDate;

/// A milestone: how a design stood on a day, under a name that people gave it.
///
/// @param day a value from whoever takes it, not from a clock
/// @param hash the [DesignHash] of the design
public record Snapshot(String name, LocalDate day, String hash, Vitals vitals) {}

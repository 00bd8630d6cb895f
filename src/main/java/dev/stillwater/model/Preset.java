package dev.stillwater.model;

import java.time.LocalDate;

/// The documented values of a product, with where and when they were read.
///
/// @param kind what a component with this preset usually is
/// @param source where the values stand
/// @param date the day they were read
/// @param verified false where a value comes from a secondary source
/// @param attributes values out of [ComponentAttributes]
public record Preset(
    String key,
    String title,
    ComponentKind kind,
    String source,
    LocalDate date,
    boolean verified,
    Attributes attributes) {}

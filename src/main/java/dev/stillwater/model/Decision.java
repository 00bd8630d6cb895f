package dev.stillwater.model;

/// What a reviewer decided about one finding or many.
///
/// @param target `RULE@SUBJECT[@SECOND]`; `*` stands for a whole part, `tag:NAME` for a tag
/// @param attributes values out of [DecisionAttributes]
public record Decision(String target, Attributes attributes) {}

package dev.stillwater.model;

/// Load and faults to simulate.
///
/// @param attributes values out of [ScenarioAttributes]
public record Scenario(String name, Attributes attributes) {}

package dev.stillwater.rules;

/// Placeholder; the rules' author replaces it.
public final class RuleContext {}

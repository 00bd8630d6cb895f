package dev.stillwater.rules;

/// How to find out whether a finding is real, and whether its fix works.
///
/// @param test what to test before production
/// @param alarm what to watch in production
/// @param experiment which failure to cause on purpose
public record Verification(String test, String alarm, String experiment) {}

package dev.stillwater.cli;

/// When output is coloured.
enum ColorChoice {
  /// On a terminal, unless NO_COLOR is set or the terminal is dumb.
  AUTO,
  ALWAYS,
  NEVER
}

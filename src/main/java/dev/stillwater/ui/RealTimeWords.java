package dev.stillwater.ui;

import dev.stillwater.model.RealTimeClass;

/// The real-time classes in both vocabularies: hard, soft and offline; and synchronous,
/// asynchronous and batch, as the guidance of today words them.
final class RealTimeWords {
  private RealTimeWords() {}

  static String title(RealTimeClass real) {
    return switch (real) {
      case HARD -> "Hard";
      case SOFT -> "Soft";
      case OFFLINE -> "Offline";
      case UNKNOWN -> "Unknown";
    };
  }

  /// Both words: `hard · synchronous`.
  static String both(RealTimeClass real) {
    return switch (real) {
      case HARD -> "hard · synchronous";
      case SOFT -> "soft · asynchronous";
      case OFFLINE -> "offline · batch";
      case UNKNOWN -> "not declared";
    };
  }

  static String help(RealTimeClass real) {
    return switch (real) {
      case HARD -> "Synchronous: somebody waits for a rapid answer.";
      case SOFT -> "Asynchronous: minutes are fine.";
      case OFFLINE -> "Batch: a window of hours.";
      case UNKNOWN -> "";
    };
  }
}

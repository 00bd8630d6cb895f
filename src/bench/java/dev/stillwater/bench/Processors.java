package dev.stillwater.bench;

import dev.stillwater.analysis.Workers;

/// The threads that a review uses: whoever asks, and one for each further processor.
final class Processors {
  static final Workers ALL =
      Workers.with(
          task -> Thread.ofPlatform().daemon().start(task),
          Runtime.getRuntime().availableProcessors() - 1);

  private Processors() {}

  static Workers of(String threads) {
    return threads.equals("1") ? Workers.ALONE : ALL;
  }
}

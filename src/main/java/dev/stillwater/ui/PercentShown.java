package dev.stillwater.ui;

import dev.stillwater.analysis.Progress;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Tells people how far long work is, once it takes longer than they wait without asking.
final class PercentShown implements Progress {
  /// Nanoseconds before anything is said, and between two numbers.
  private static final long PATIENCE = 500_000_000L;

  private static final long REFRESH = 100_000_000L;

  private final Progress work;
  private final LongSupplier nanos;
  private final Executor foreground;
  private final Consumer<String> show;
  private long next;

  /// @param nanos a clock that only ever runs on
  /// @param foreground runs what touches the window
  /// @param show gets `40 %`, while the work is still wanted
  PercentShown(Progress work, LongSupplier nanos, Executor foreground, Consumer<String> show) {
    this.work = work;
    this.nanos = nanos;
    this.foreground = foreground;
    this.show = show;
    this.next = nanos.getAsLong() + PATIENCE;
  }

  @Override
  public synchronized void report(int done, int total) {
    if (nanos.getAsLong() - next >= 0 && done < total) {
      next = nanos.getAsLong() + REFRESH;
      String percent = 100L * done / Math.max(1, total) + " %";
      foreground.execute(() -> {
        if (!work.isCancelled()) {
          show.accept(percent);
        }
      });
    }
  }

  @Override
  public boolean isCancelled() {
    return work.isCancelled();
  }
}

package dev.stillwater.cli;

import dev.stillwater.analysis.Progress;
import java.io.PrintStream;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// A line on a terminal that says how far long work is, and goes away. Nothing shows before half a
/// second is over, and nothing at all where nobody watches.
final class ProgressLine implements Progress, AutoCloseable {
  private static final long PATIENCE = 500_000_000L;
  private static final long REFRESH = 100_000_000L;
  private static final String CLEAR = "\r\u001b[K";

  private final @Nullable PrintStream err;
  private final String label;
  private final LongSupplier nanos;
  private long next;
  private boolean shown;

  private ProgressLine(@Nullable PrintStream err, String label, LongSupplier nanos) {
    this.err = err;
    this.label = label;
    this.nanos = nanos;
    this.next = nanos.getAsLong() + PATIENCE;
  }

  static ProgressLine of(Command command, String label) {
    boolean watched = command.session.isTerminal() && !command.quiet;
    return new ProgressLine(
        watched ? command.session.err() : null, Safe.line(label), command.session.nanos());
  }

  @Override
  public void report(int done, int total) {
    if (err != null && nanos.getAsLong() - next >= 0) {
      next = nanos.getAsLong() + REFRESH;
      shown = true;
      err.print(CLEAR + label + " … " + 100L * done / Math.max(1, total) + " %");
      err.flush();
    }
  }

  @Override
  public boolean isCancelled() {
    return false;
  }

  @Override
  public void close() {
    if (err != null && shown) {
      err.print(CLEAR);
      err.flush();
    }
  }
}

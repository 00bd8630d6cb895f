package dev.stillwater.cli;

import dev.stillwater.analysis.Progress;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/// A line on a terminal that says how far long work is, and goes away. Nothing shows before half a
/// second is over, and nothing at all where nobody watches.
final class ProgressLine implements Progress, AutoCloseable {
  private static final long PATIENCE = 500_000_000L;
  private static final long REFRESH = 100_000_000L;
  private static final String CLEAR = "\r\u001b[K";

  private final @Nullable PrintStream err;
  private final String label;
  private long next = System.nanoTime() + PATIENCE;
  private boolean shown;

  private ProgressLine(@Nullable PrintStream err, String label) {
    this.err = err;
    this.label = label;
  }

  static ProgressLine of(Command command, String label) {
    boolean watched = command.session.isTerminal() && !command.quiet;
    return new ProgressLine(watched ? command.session.err() : null, Safe.line(label));
  }

  @Override
  public void report(int done, int total) {
    if (err != null && System.nanoTime() - next >= 0) {
      next = System.nanoTime() + REFRESH;
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

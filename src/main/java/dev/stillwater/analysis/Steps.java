package dev.stillwater.analysis;

/// The steps of a piece of long work, counted whoever does them: reports go up one by one.
public final class Steps {
  private final Progress progress;
  private final int total;
  private int done;

  public Steps(Progress progress, int total) {
    this.progress = progress;
    this.total = total;
  }

  /// @throws java.util.concurrent.CancellationException when nobody wants the result any more
  public void check() {
    progress.check();
  }

  /// One more step is done.
  public synchronized void done() {
    progress.report(++done, total);
  }
}

package dev.stillwater.analysis;

/// Several passes over long work told as one. However often they count from the beginning, what is
/// told goes up and never back.
public final class Passes implements Progress {
  /// Steps of which the whole has so many.
  private static final int WHOLE = 1000;

  /// What one count takes of what is left, where nobody knows how many follow.
  private static final double OF_THE_REST = 1.0 / 3;

  private final Progress watcher;
  private double begin;
  private double end;
  private boolean repeated;
  private int last;
  private int told;

  /// @param watcher is told of the whole, and asked whether to go on
  public Passes(Progress watcher) {
    this.watcher = watcher;
  }

  /// Begins a pass that counts once.
  ///
  /// @param share of the whole that is done after it, from 0 to 1
  public synchronized void until(double share) {
    begin(share, false);
  }

  /// Begins a pass that counts again and again, nobody knows how often.
  ///
  /// @param share of the whole that is done after it, from 0 to 1
  public synchronized void repeatedUntil(double share) {
    begin(share, true);
  }

  private void begin(double share, boolean again) {
    begin = end;
    end = share;
    repeated = again;
    last = 0;
  }

  @Override
  public synchronized void report(int done, int total) {
    if (repeated && done <= last) {
      begin += (end - begin) * OF_THE_REST;
    }
    last = done;
    double width = (end - begin) * (repeated ? OF_THE_REST : 1);
    int now = (int) Math.round(WHOLE * (begin + width * done / Math.max(1, total)));
    if (now > told) {
      told = now;
      watcher.report(now, WHOLE);
    }
  }

  @Override
  public boolean isCancelled() {
    return watcher.isCancelled();
  }
}

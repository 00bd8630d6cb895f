package dev.stillwater.editor;

import dev.stillwater.analysis.Progress;

/// Lets long work on what is open end as soon as something newer is asked for. Turns begin on the
/// thread of the window; whoever works asks on its own.
public final class Turns {
  private volatile int newest;

  /// Begins a turn: whatever was begun before it ends.
  public Progress begin() {
    newest++;
    return now();
  }

  /// Work that belongs to the present turn and ends with it.
  public Progress now() {
    int mine = newest;
    return new Progress() {
      @Override
      public void report(int done, int total) {}

      @Override
      public boolean isCancelled() {
        return mine != newest;
      }
    };
  }
}

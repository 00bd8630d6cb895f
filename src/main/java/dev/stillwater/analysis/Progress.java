package dev.stillwater.analysis;

import java.util.concurrent.CancellationException;

/// How far a long analysis is, and whether somebody still wants it. Several threads may ask and
/// tell at the same time.
public interface Progress {
  /// Nobody watches and nobody cancels.
  Progress UNWATCHED =
      new Progress() {
        @Override
        public void report(int done, int total) {}

        @Override
        public boolean isCancelled() {
          return false;
        }
      };

  /// Tells that so many steps of so many are done.
  void report(int done, int total);

  boolean isCancelled();

  /// The same for a part of the work, whose steps nobody needs to hear of.
  default Progress silently() {
    return of(this, (done, total) -> {});
  }

  /// The same for a part of the work that begins after so many of all its steps.
  default Progress part(int begin, int whole) {
    return of(this, (done, total) -> report(begin + done, whole));
  }

  /// Tells of steps.
  @FunctionalInterface
  interface Report {
    void steps(int done, int total);
  }

  private static Progress of(Progress whole, Report report) {
    return new Progress() {
      @Override
      public void report(int done, int total) {
        report.steps(done, total);
      }

      @Override
      public boolean isCancelled() {
        return whole.isCancelled();
      }
    };
  }

  /// @throws CancellationException when nobody wants the result any more
  default void check() {
    if (isCancelled()) {
      throw new CancellationException("the analysis was cancelled");
    }
  }
}

package dev.stillwater.ui;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Runs something after a while, one thing after the other, away from the window's thread.
@FunctionalInterface
interface Later {
  void after(Duration delay, Runnable task);

  /// On a thread of its own that does not keep the program alive.
  static Later onOneThread(String name) {
    ScheduledExecutorService executor =
        Executors.newSingleThreadScheduledExecutor(task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
    return (delay, task) -> {
      try {
        executor.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        throw new IllegalStateException("the thread " + name + " is never ended", e);
      }
    };
  }
}

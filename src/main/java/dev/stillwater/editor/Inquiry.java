package dev.stillwater.editor;

import dev.stillwater.analysis.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A question that is answered away from the thread of the window. Asking anew, or no longer
/// wanting to know, cancels what runs, and a late answer is dropped. Tests hand in `Runnable::run`
/// for both executors.
public final class Inquiry<T> {
  /// Steps between two reports; a report moves a bar by at least this part.
  private static final double STEP = 0.01;

  private final Executor background;
  private final Executor foreground;
  private final Consumer<Throwable> failed;
  private @Nullable Asked running;

  /// @param failed is told on the foreground executor when answering threw
  public Inquiry(Executor background, Executor foreground, Consumer<Throwable> failed) {
    this.background = background;
    this.foreground = foreground;
    this.failed = failed;
  }

  /// Asks; what was asked before is not answered any more.
  ///
  /// @param answer runs on the background executor and gives up when its progress says so
  /// @param use gets the answer on the foreground executor
  /// @param progress is told on the foreground executor which part is done
  public void ask(Function<Progress, T> answer, Consumer<T> use, DoubleConsumer progress) {
    cancel();
    Asked asked = new Asked(progress);
    running = asked;
    background.execute(() -> {
      try {
        asked.check();
        T result = answer.apply(asked);
        foreground.execute(() -> ended(asked, () -> use.accept(result)));
      } catch (CancellationException e) {
        // Whoever cancelled knows.
      } catch (RuntimeException | StackOverflowError e) {
        foreground.execute(() -> ended(asked, () -> failed.accept(e)));
      }
    });
  }

  /// The answer is not wanted any more.
  public void cancel() {
    if (running != null) {
      running.cancelled = true;
      running = null;
    }
  }

  /// Whether an answer is awaited.
  public boolean isRunning() {
    return running != null;
  }

  private void ended(Asked asked, Runnable tell) {
    if (running == asked) {
      running = null;
      tell.run();
    }
  }

  /// One question while it is answered.
  private final class Asked implements Progress {
    private final DoubleConsumer progress;
    private volatile boolean cancelled;
    private double told;

    Asked(DoubleConsumer progress) {
      this.progress = progress;
    }

    @Override
    public void report(int done, int total) {
      double part = total == 0 ? 1 : (double) done / total;
      if (part - told >= STEP || part < told) {
        told = part;
        foreground.execute(() -> {
          if (running == this) {
            progress.accept(part);
          }
        });
      }
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }
  }
}

package dev.stillwater.analysis;

import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Who does pieces of work that do not depend on each other, perhaps several at the same time. The
/// analysis starts no thread; whoever runs it hands in those that there are.
@FunctionalInterface
public interface Workers {
  /// One piece after the other, by whoever asks.
  Workers ALONE =
      (count, work) -> {
        for (int piece = 0; piece < count; piece++) {
          work.accept(piece);
        }
      };

  /// Does the pieces 0 to `count` − 1, each once and in any order, and returns when all are done.
  /// What a piece throws keeps the others from beginning, and is thrown on.
  void each(int count, IntConsumer work);

  /// Whoever asks, and helpers as soon as the executor lets them begin; one that begins too late
  /// finds nothing to do and is not waited for.
  static Workers with(Executor executor, int helpers) {
    return (count, work) -> new Crew(count, work).work(executor, Math.min(helpers, count - 1));
  }

  /// Those who do one lot of pieces together.
  final class Crew {
    private final int count;
    private final IntConsumer work;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Phaser busy = new Phaser(1);

    private Crew(int count, IntConsumer work) {
      this.count = count;
      this.work = work;
    }

    private void work(Executor executor, int helpers) {
      for (int i = 0; i < helpers; i++) {
        executor.execute(this::help);
      }
      takePieces();
      busy.arriveAndAwaitAdvance();
      busy.forceTermination();
      switch (failure.get()) {
        case null -> {}
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case Throwable e -> throw new IllegalStateException(e);
      }
    }

    private void help() {
      if (busy.register() >= 0) {
        takePieces();
        busy.arriveAndDeregister();
      }
    }

    private void takePieces() {
      for (int piece = next.getAndIncrement();
          piece < count && failure.get() == null;
          piece = next.getAndIncrement()) {
        try {
          work.accept(piece);
        } catch (RuntimeException | Error e) {
          failure.compareAndSet(null, e);
        }
      }
    }
  }
}

package dev.stillwater.editor;

import dev.stillwater.model.Document;
import dev.stillwater.review.ReviewDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Compares what is tried with what it began with, whenever the trial goes on, away from the thread
/// of the window. A newer request takes the place of an older one that has not begun, and late
/// results are dropped. Tests hand in `Runnable::run` for both executors.
public final class TrialComparison {
  private final Workspace workspace;
  private final BiFunction<Document, Document, ReviewDiff> compare;
  private final Executor background;
  private final Executor foreground;
  private final Consumer<Throwable> failed;
  private final List<Runnable> listeners = new ArrayList<>();
  private @Nullable Pair wanted;
  private @Nullable Pair known;
  private @Nullable ReviewDiff latest;
  private boolean running;

  private record Pair(Document before, Document after) {
    boolean isSame(@Nullable Pair other) {
      return other != null && before == other.before && after == other.after;
    }
  }

  /// @param compare judges two documents; runs on the background executor
  public TrialComparison(
      Workspace workspace,
      BiFunction<Document, Document, ReviewDiff> compare,
      Executor background,
      Executor foreground,
      Consumer<Throwable> failed) {
    this.workspace = workspace;
    this.compare = compare;
    this.background = background;
    this.foreground = foreground;
    this.failed = failed;
    workspace.onChange((before, after) -> changed(after));
  }

  /// Tells, on the foreground executor, when there is another comparison or none any more.
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /// What the trial has changed; empty where nothing is tried or it is not compared yet.
  public Optional<ReviewDiff> latest() {
    return Optional.ofNullable(latest);
  }

  private @Nullable Pair present() {
    EditorState state = workspace.state();
    return state.trial().map(it -> new Pair(it.before(), state.document())).orElse(null);
  }

  private void changed(EditorState after) {
    Pair now = present();
    if (now == null) {
      wanted = null;
      if (known != null) {
        known = null;
        latest = null;
        listeners.forEach(Runnable::run);
      }
    } else if (!now.isSame(known) && !now.isSame(wanted)) {
      wanted = now;
      if (!running) {
        next();
      }
    }
  }

  private void next() {
    Pair pair = wanted;
    if (pair == null) {
      return;
    }
    running = true;
    background.execute(() -> {
      try {
        ReviewDiff diff = compare.apply(pair.before(), pair.after());
        foreground.execute(() -> done(pair, diff));
      } catch (RuntimeException | StackOverflowError e) {
        foreground.execute(() -> {
          done(pair, null);
          failed.accept(e);
        });
      }
    });
  }

  private void done(Pair pair, @Nullable ReviewDiff diff) {
    running = false;
    if (pair.isSame(wanted)) {
      wanted = null;
    }
    if (pair.isSame(present())) {
      known = pair;
      latest = diff;
      List.copyOf(listeners).forEach(Runnable::run);
    }
    next();
  }
}

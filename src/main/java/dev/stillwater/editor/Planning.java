package dev.stillwater.editor;

import dev.stillwater.analysis.Progress;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.review.FixPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Works out what to change first, on request, away from the thread of the window, with progress
/// and a way to stop. Tests hand in `Runnable::run` for both executors.
public final class Planning {
  private final Workspace workspace;
  private final BiFunction<Document, Progress, FixPlan> planner;
  private final Executor background;
  private final Executor foreground;
  private final Consumer<Throwable> failed;
  private final List<Runnable> listeners = new ArrayList<>();
  private @Nullable Watched running;
  private @Nullable FixPlan plan;
  private @Nullable Design planned;
  private int done;
  private int total;

  /// @param planner runs on the background executor
  public Planning(
      Workspace workspace,
      BiFunction<Document, Progress, FixPlan> planner,
      Executor background,
      Executor foreground,
      Consumer<Throwable> failed) {
    this.workspace = workspace;
    this.planner = planner;
    this.background = background;
    this.foreground = foreground;
    this.failed = failed;
  }

  /// Tells, on the foreground executor, when it begins, goes on, or ends.
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  public boolean isRunning() {
    return running != null;
  }

  /// How far it is, from 0 to 1.
  public double progress() {
    return total == 0 ? 0 : (double) done / total;
  }

  /// The latest plan; it may be about a design of before.
  public Optional<FixPlan> plan() {
    return Optional.ofNullable(plan);
  }

  /// Whether the latest plan is about the present design.
  public boolean isCurrent() {
    return planned == workspace.state().design();
  }

  /// Begins to plan for the present document; what was under way is stopped.
  public void start() {
    cancel();
    Document document = workspace.state().document();
    Watched watched = new Watched();
    running = watched;
    done = 0;
    total = 0;
    tell();
    background.execute(() -> {
      try {
        FixPlan found = planner.apply(document, watched);
        foreground.execute(() -> finished(watched, found, document.design()));
      } catch (CancellationException e) {
        foreground.execute(() -> finished(watched, null, document.design()));
      } catch (RuntimeException | StackOverflowError e) {
        foreground.execute(() -> {
          finished(watched, null, document.design());
          failed.accept(e);
        });
      }
    });
  }

  /// Stops; the plan of before stays.
  public void cancel() {
    Watched watched = running;
    if (watched != null) {
      watched.cancelled = true;
      running = null;
      tell();
    }
  }

  private void finished(Watched watched, @Nullable FixPlan found, Design design) {
    if (watched != running) {
      return;
    }
    running = null;
    if (found != null) {
      plan = found;
      planned = design;
    }
    tell();
  }

  private void tell() {
    List.copyOf(listeners).forEach(Runnable::run);
  }

  private final class Watched implements Progress {
    private volatile boolean cancelled;
    private volatile boolean told = true;

    @Override
    public void report(int of, int all) {
      if (told) {
        told = false;
        foreground.execute(() -> {
          told = true;
          if (running == this) {
            done = of;
            total = all;
            tell();
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

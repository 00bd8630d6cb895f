package dev.stillwater.editor;

import dev.stillwater.analysis.Progress;
import dev.stillwater.model.Document;
import dev.stillwater.review.Review;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Judges the present document whenever its design or a decision changed, away from the thread of
/// the window. A newer request takes the place of an older one that has not begun; late results are
/// dropped by the workspace. Tests hand in `Runnable::run` for both executors.
public final class Analyst {
  private final Workspace workspace;
  private final BiFunction<Document, Progress, Review> judge;
  private final Turns turns;
  private final Executor background;
  private final Executor foreground;
  private final Consumer<Throwable> failed;
  private @Nullable Document wanted;
  private Progress progress = Progress.UNWATCHED;
  private boolean running;

  /// @param judge judges a document while the progress lets it; runs on the background executor
  /// @param turns begin with each request
  /// @param failed is told on the foreground executor when judging threw
  public Analyst(
      Workspace workspace,
      BiFunction<Document, Progress, Review> judge,
      Turns turns,
      Executor background,
      Executor foreground,
      Consumer<Throwable> failed) {
    this.workspace = workspace;
    this.judge = judge;
    this.turns = turns;
    this.background = background;
    this.foreground = foreground;
    this.failed = failed;
    workspace.onChange(this::changed);
    request(workspace.state().document());
  }

  /// Judges the present document once more: what it is judged by has changed.
  public void again() {
    request(workspace.state().document());
  }

  private void changed(EditorState before, EditorState after) {
    if (before.design() != after.design()
        || !before.document().decisions().equals(after.document().decisions())) {
      request(after.document());
    }
  }

  private void request(Document document) {
    wanted = document;
    progress = turns.begin();
    if (!running) {
      next();
    }
  }

  private void next() {
    Document document = wanted;
    if (document == null) {
      return;
    }
    wanted = null;
    running = true;
    Progress asked = progress;
    background.execute(() -> {
      try {
        Review review = judge.apply(document, asked);
        foreground.execute(() -> done(() -> workspace.reviewed(review)));
      } catch (CancellationException e) {
        foreground.execute(() -> done(() -> {}));
      } catch (RuntimeException | StackOverflowError e) {
        foreground.execute(() -> done(() -> failed.accept(e)));
      }
    });
  }

  private void done(Runnable tell) {
    running = false;
    tell.run();
    if (!running) {
      next();
    }
  }
}

package dev.stillwater.editor;

import dev.stillwater.review.Fix;
import dev.stillwater.review.Review;
import dev.stillwater.rules.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The recommendations of findings with what they would change, best first, measured away from the
/// thread of the window. The finding asked for last goes first; measuring that is cancelled,
/// because the design has changed, gives nothing; what was measured is kept until another review
/// comes. Tests hand in `Runnable::run` for both executors.
public final class Effects {
  /// Begins to measure the recommendations of one review; both the beginning and what it gives run
  /// on the background executor, one call after the other.
  @FunctionalInterface
  public interface Measure {
    Function<Finding, List<Fix>> of(Review review);
  }

  private final Measure measure;
  private final Executor background;
  private final Executor foreground;
  private final Consumer<Throwable> failed;
  private final List<Consumer<String>> listeners = new ArrayList<>();
  private final Map<String, List<Fix>> known = new HashMap<>();
  private @Nullable Review review;
  private @Nullable Finding wanted;
  private @Nullable Begun begun;
  private boolean running;

  /// What measures the recommendations of a review, once it was begun.
  private record Begun(Review review, Function<Finding, List<Fix>> ranked) {}

  /// @param failed is told on the foreground executor when measuring threw
  public Effects(
      Measure measure, Executor background, Executor foreground, Consumer<Throwable> failed) {
    this.measure = measure;
    this.background = background;
    this.foreground = foreground;
    this.failed = failed;
  }

  /// Tells the key of a finding, on the foreground executor, when its effects are known.
  public void onMeasured(Consumer<String> listener) {
    listeners.add(listener);
  }

  /// Asks for the effects of everything that is recommended for a finding.
  public void want(Review of, Finding finding) {
    if (of != review) {
      review = of;
      known.clear();
    }
    wanted = known.containsKey(finding.key()) ? null : finding;
    if (!running) {
      next();
    }
  }

  /// The recommendations of a finding, best first; empty until they are measured for the review
  /// that was asked about last.
  public Optional<List<Fix>> of(String finding) {
    return Optional.ofNullable(known.get(finding));
  }

  private void next() {
    Review of = review;
    Finding finding = wanted;
    if (of == null || finding == null) {
      return;
    }
    wanted = null;
    running = true;
    Begun before = begun;
    background.execute(() -> {
      try {
        Begun with =
            before != null && before.review() == of ? before : new Begun(of, measure.of(of));
        List<Fix> fixes = with.ranked().apply(finding);
        foreground.execute(() -> measured(with, finding, fixes));
      } catch (CancellationException e) {
        foreground.execute(() -> {
          running = false;
          goOn();
        });
      } catch (RuntimeException | StackOverflowError e) {
        foreground.execute(() -> {
          running = false;
          failed.accept(e);
          goOn();
        });
      }
    });
  }

  private void measured(Begun with, Finding finding, List<Fix> fixes) {
    running = false;
    if (with.review() == review) {
      begun = with;
      known.put(finding.key(), List.copyOf(fixes));
      List.copyOf(listeners).forEach(listener -> listener.accept(finding.key()));
    }
    goOn();
  }

  private void goOn() {
    if (!running) {
      next();
    }
  }
}

package dev.stillwater.review;

import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.Workers;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Presets;
import dev.stillwater.rules.RuleSet;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Judges a document again and again while it is edited: what an edit cannot touch is taken over
/// from the judgement before. One that is cancelled leaves what is taken over as it was.
///
/// Safe for several threads, one at a time.
public final class LiveReviewer {
  private final Supplier<Presets> presets;
  private final Supplier<RuleSet> rules;
  private final Workers workers;
  private volatile @Nullable Analysis latest;
  private volatile @Nullable Presets latestPresets;

  /// Of the latest analysis.
  private Watch watch = new Watch();

  /// Who watches what is done with one analysis. Its findings are told long after the review, when
  /// somebody reads them: nobody cancels that.
  private static final class Watch implements Progress {
    private volatile Progress watcher = Progress.UNWATCHED;

    @Override
    public void report(int done, int total) {
      watcher.report(done, total);
    }

    @Override
    public boolean isCancelled() {
      return watcher.isCancelled();
    }
  }

  public LiveReviewer(Presets presets, Supplier<RuleSet> rules) {
    this(presets, rules, Workers.ALONE);
  }

  /// @param rules asked at each review, because a team may change its rules meanwhile
  /// @param workers do what can be done at the same time
  public LiveReviewer(Presets presets, Supplier<RuleSet> rules, Workers workers) {
    this(() -> presets, rules, workers);
  }

  /// @param presets asked at each review; what was analysed with others is not taken over
  public LiveReviewer(Supplier<Presets> presets, Supplier<RuleSet> rules, Workers workers) {
    this.presets = presets;
    this.rules = rules;
    this.workers = workers;
  }

  private Reviewer reviewer() {
    return new Reviewer(presets.get(), rules.get(), workers);
  }

  public Review review(Document document, LocalDate today) {
    return review(document, today, Progress.UNWATCHED);
  }

  /// @throws java.util.concurrent.CancellationException when the progress says so
  public synchronized Review review(Document document, LocalDate today, Progress watcher) {
    Watch own = watching(document.design());
    own.watcher = watcher;
    try {
      return reviewer().review(document, analysis(document.design(), own), today, own);
    } finally {
      own.watcher = Progress.UNWATCHED;
    }
  }

  /// What the recommendations of a review would change.
  ///
  /// @param watcher asked all the time, by whatever the effects are asked for, whether to go on
  public synchronized FixEffects effects(Review review, LocalDate today, Progress watcher) {
    return new FixEffects(
        reviewer(),
        review,
        analysis(review.document().design(), watching(review.document().design())),
        today,
        watcher);
  }

  /// What was computed of a design, where it is the one that was looked at last.
  public Optional<Analysis> analysed(Design design) {
    return Optional.ofNullable(latest)
        .filter(known -> known.design() == design && presets.get() == latestPresets);
  }

  private Watch watching(Design design) {
    return analysed(design).isPresent() ? watch : new Watch();
  }

  private Analysis analysis(Design design, Watch watched) {
    Analysis known = latest;
    Presets now = presets.get();
    if (known == null || now != latestPresets) {
      known = Analysis.of(design, now, watched, workers);
    } else if (known.design() != design) {
      known = known.after(design, watched);
    }
    latest = known;
    watch = watched;
    latestPresets = now;
    return known;
  }
}

package dev.stillwater.review;

import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Presets;
import dev.stillwater.rules.RuleSet;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Judges a document again and again while it is edited: what an edit cannot touch is taken over
/// from the judgement before.
///
/// Safe for several threads, one at a time.
public final class LiveReviewer {
  private final Presets presets;
  private final Supplier<RuleSet> rules;
  private @Nullable Analysis latest;

  /// @param rules asked at each review, because a team may change its rules meanwhile
  public LiveReviewer(Presets presets, Supplier<RuleSet> rules) {
    this.presets = presets;
    this.rules = rules;
  }

  private Reviewer reviewer() {
    return new Reviewer(presets, rules.get());
  }

  public synchronized Review review(Document document, LocalDate today) {
    return reviewer().review(document, analysis(document.design()), today, Progress.UNWATCHED);
  }

  /// What the recommendations of a review would change.
  public synchronized FixEffects effects(Review review, LocalDate today) {
    return new FixEffects(
        reviewer(), review, analysis(review.document().design()), today, Progress.UNWATCHED);
  }

  private Analysis analysis(Design design) {
    Analysis known = latest;
    if (known == null) {
      known = Analysis.of(design, presets);
    } else if (known.design() != design) {
      known = known.after(design);
    }
    latest = known;
    return known;
  }
}

package dev.stillwater.review;

import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.rules.timeouts.RetryAmplification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A document with everything that changes of it are compared by.
///
/// @param worstLatency the largest of all journeys in milliseconds; NaN where nothing is waited for
/// @param amplification the largest product of attempts along a synchronous path
record Judged(
    Document document,
    Analysis analysis,
    Review review,
    double worstLatency,
    double amplification) {
  static Judged of(Document document, Analysis analysis, Review review) {
    double worst =
        review.journeys().stream()
            .mapToDouble(JourneyVerdict::worstLatency)
            .filter(time -> !Double.isNaN(time))
            .max()
            .orElse(Double.NaN);
    return new Judged(
        document, analysis, review, worst, RetryAmplification.of(analysis.graph()).largest());
  }

  /// The same judge on the design after an edit.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says so
  Judged after(Design edited, Reviewer reviewer, LocalDate today, Progress progress) {
    Progress unreported = progress.silently();
    Document other = document.withDesign(edited);
    Analysis changed = analysis.after(edited, unreported);
    return of(other, changed, reviewer.review(other, changed, today, unreported));
  }

  Vitals vitals() {
    return Vitals.of(review, analysis);
  }

  /// In how many ways a single component loses a journey.
  int ways() {
    return review.journeys().stream().mapToInt(verdict -> verdict.stoppedBy().size()).sum();
  }

  /// The keys of all findings of this review that the other has not, in order.
  List<String> keysMissingIn(Judged other) {
    return missing(review.findings(), other.review.findings());
  }

  /// The keys of the findings that count here and do not count there, in order.
  List<String> openKeysMissingIn(Judged other) {
    return missing(review.open(), other.review.open());
  }

  private static List<String> missing(List<ReviewedFinding> here, List<ReviewedFinding> there) {
    Set<String> known = new HashSet<>();
    there.forEach(found -> known.add(found.key()));
    List<String> result = new ArrayList<>();
    for (ReviewedFinding found : here) {
      if (!known.contains(found.key())) {
        result.add(found.key());
      }
    }
    return result;
  }
}

package dev.stillwater.cli;

import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.model.Figures;
import dev.stillwater.report.Baseline;
import dev.stillwater.report.Chapter;
import dev.stillwater.report.Verdict;
import dev.stillwater.review.Fix;
import dev.stillwater.review.JourneyVerdict;
import dev.stillwater.review.JourneyVerdict.Stopper;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.review.ReviewedFinding.Standing;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Question;
import dev.stillwater.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A review for a terminal: one line for each finding, below it the numbers and the best fix, at
/// the end the verdict, where the eye of whoever ran it is.
final class FindingList {
  private static final int SUBJECT = 24;
  private final Paint paint;
  private final StringBuilder out = new StringBuilder();

  FindingList(Paint paint) {
    this.paint = paint;
  }

  String of(List<Chapter> chapters) {
    for (Chapter chapter : chapters) {
      if (!out.isEmpty()) {
        line("");
      }
      chapter(chapter);
    }
    return out.toString();
  }

  private void line(String line) {
    out.append(line).append('\n');
  }

  private void chapter(Chapter chapter) {
    Review review = chapter.review();
    line(paint.strong(Safe.line(chapter.title())) + "  " + paint.muted(Safe.line(chapter.file())));
    line("");
    review.journeys().forEach(this::journey);
    if (!review.journeys().isEmpty()) {
      line("");
    }
    for (ReviewedFinding found : review.findings()) {
      if (found.isOpen()) {
        finding(chapter, found);
      }
    }
    for (Baseline.Known known : chapter.fixed()) {
      line(paint.good("✓ " + pad("fixed", 9)) + Safe.line(known.message()));
    }
    for (Question question : review.questions()) {
      line(paint.calm("? " + pad("question", 9)) + Safe.line(question.text()));
    }
    if (!review.open().isEmpty() || !review.questions().isEmpty()) {
      line("");
    }
    verdict(chapter);
  }

  private void journey(JourneyVerdict verdict) {
    String name = Safe.line(verdict.journey().name());
    if (verdict.stoppedBy().isEmpty()) {
      line(paint.good("✓ ") + name + paint.muted("  nothing alone stops it"));
      return;
    }
    List<String> parts = verdict.stoppedBy().stream().limit(4).map(FindingList::stopper).toList();
    int rest = verdict.stoppedBy().size() - parts.size();
    line(
        paint.bad("✗ ")
            + name
            + paint.muted(
                "  stopped by "
                    + String.join(", ", parts)
                    + (rest > 0 ? " and " + rest + " more" : "")));
  }

  private static String stopper(Stopper stopper) {
    return stopper.component()
        + (stopper.how() == Failure.CRASH ? "" : " slow")
        + " at "
        + Figures.moment(stopper.t());
  }

  private void finding(Chapter chapter, ReviewedFinding found) {
    Finding finding = found.finding();
    Severity severity = finding.severity();
    line(
        paint.severity(severity, severity.mark() + " " + pad(severity.word(), 9))
            + pad(finding.rule().shortId(), 8)
            + pad(Safe.line(finding.subject()), SUBJECT)
            + Safe.line(finding.message()));
    String indent = " ".repeat(2 + 9 + 8);
    if (!finding.detail().isBlank()) {
      line(indent + paint.muted(Safe.line(finding.detail())));
    }
    Optional<Fix> best =
        chapter.fixes(found).stream().filter(fix -> !fix.recommendation().isRefused()).findFirst();
    best.ifPresent(fix -> {
      String effect = fix.effect().map(Chapter::effect).orElse("");
      line(
          indent
              + paint.good("→ ")
              + Safe.line(fix.recommendation().title())
              + (effect.isEmpty() ? "" : paint.muted("  (" + effect + ")")));
    });
  }

  private void verdict(Chapter chapter) {
    Review review = chapter.review();
    Verdict verdict = Verdict.of(chapter.whole());
    String title = verdict.grade().title();
    line(
        switch (verdict.grade()) {
              case NOT_READY -> paint.bad(paint.strong(title));
              case WITH_CONDITIONS -> paint.warning(paint.strong(title));
              case READY -> paint.good(paint.strong(title));
            }
            + ": "
            + Safe.line(verdict.sentence()));
    List<String> counts = new ArrayList<>();
    Map<Severity, Integer> summary = review.summary();
    for (Severity severity : List.of(Severity.values()).reversed()) {
      int count = summary.getOrDefault(severity, 0);
      if (count > 0) {
        counts.add(paint.severity(severity, severity.mark() + " " + count + " " + severity.word()));
      }
    }
    if (counts.isEmpty()) {
      counts.add("no findings");
    }
    if (!chapter.fixed().isEmpty()) {
      counts.add(chapter.fixed().size() + " fixed");
    }
    if (!chapter.filter().isAll()) {
      counts.add((chapter.whole().findings().size() - review.findings().size()) + " left out");
    }
    uncounted(review, Standing.SUPERSEDED, "said by a stronger one", counts);
    uncounted(review, Standing.SWITCHED_OFF, "switched off by a rules file", counts);
    uncounted(review, Standing.DECIDED, "decided", counts);
    uncounted(review, Standing.BASELINE, "known before", counts);
    if (!review.questions().isEmpty()) {
      counts.add(Figures.count(review.questions().size(), "question"));
    }
    line(String.join("  ", counts));
    if (chapter.unmeasured() > 0) {
      line(
          paint.muted(
              "The effects of "
                  + Figures.count(chapter.unmeasured(), "change")
                  + " were not measured: --effects whole does, and takes longer."));
    }
  }

  private static void uncounted(
      Review review, Standing standing, String words, List<String> counts) {
    int count = review.count(standing);
    if (count > 0) {
      counts.add(count + " " + words);
    }
  }

  /// The text and spaces up to a width, at least two.
  private static String pad(String text, int width) {
    int length = text.codePointCount(0, text.length());
    return text + " ".repeat(Math.max(width > SUBJECT - 1 ? 2 : 1, width - length));
  }
}

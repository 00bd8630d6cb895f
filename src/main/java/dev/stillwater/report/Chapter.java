package dev.stillwater.report;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Passes;
import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.model.Document;
import dev.stillwater.model.Figures;
import dev.stillwater.review.DesignHash;
import dev.stillwater.review.Fix;
import dev.stillwater.review.FixEffect;
import dev.stillwater.review.FixEffects;
import dev.stillwater.review.PlanStep;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.review.Reviewer;
import dev.stillwater.rules.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One design's part of a report.
///
/// @param file the name of the file as the reader knows it
/// @param analysis everything computed of the design
/// @param fixes by the key of a finding its recommendations, best first
/// @param plan what to do first
/// @param review the findings that are shown
/// @param day the day of the review
/// @param whole the review before anything was left out
/// @param filter what was left out
/// @param fixed the findings that counted in the review that this one is compared with, and are
///   gone
/// @param places where the elements stand in the file
public record Chapter(
    String file,
    Review review,
    Analysis analysis,
    Map<String, List<Fix>> fixes,
    List<PlanStep> plan,
    LocalDate day,
    Review whole,
    FindingFilter filter,
    List<Baseline.Known> fixed,
    Places places) {
  private static final int FIRST = 5;

  /// How much of the work is done once it is reviewed, and once every fix is measured; the plan
  /// takes the rest.
  private static final double REVIEWED = 0.1;

  private static final double MEASURED = 0.4;

  public Chapter {
    plan = List.copyOf(plan);
    fixed = List.copyOf(fixed);
  }

  /// A chapter that shows everything, of a design in no file.
  public Chapter(
      String file,
      Review review,
      Analysis analysis,
      Map<String, List<Fix>> fixes,
      List<PlanStep> plan,
      LocalDate day) {
    this(
        file,
        review,
        analysis,
        fixes,
        plan,
        day,
        review,
        FindingFilter.ALL,
        List.of(),
        Places.NOWHERE);
  }

  /// Reviews a document and measures what its fixes would change.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public static Chapter of(
      String file, Document document, Reviewer reviewer, LocalDate day, Progress progress) {
    return of(file, document, reviewer, Measuring.WHOLE, day, progress);
  }

  /// Reviews a document and measures what its fixes would change, as far as wanted.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public static Chapter of(
      String file,
      Document document,
      Reviewer reviewer,
      Measuring measuring,
      LocalDate day,
      Progress progress) {
    Passes passes = new Passes(progress);
    passes.until(measuring == Measuring.WHOLE ? REVIEWED : MEASURED);
    Analysis analysis = reviewer.analysis(document.design(), passes);
    Review review = reviewer.review(document, analysis, day, passes);
    tell(review, analysis);
    FixEffects effects = new FixEffects(reviewer, review, analysis, day, passes);
    return switch (measuring) {
      case WHOLE -> {
        passes.until(MEASURED);
        Map<String, List<Fix>> fixes = effects.all();
        passes.repeatedUntil(1);
        yield new Chapter(file, review, analysis, fixes, effects.plan(), day);
      }
      case QUICK -> {
        passes.until(1);
        yield new Chapter(file, review, analysis, effects.quick(), List.of(), day);
      }
      case NONE -> new Chapter(file, review, analysis, effects.unmeasured(), List.of(), day);
    };
  }

  /// Whoever asked for a chapter reads all of it: what findings say is put together by several at
  /// the same time.
  private static void tell(Review review, Analysis analysis) {
    List<ReviewedFinding> findings = review.findings();
    analysis.workers().each(findings.size(), i -> findings.get(i).finding().message());
  }

  /// The same chapter in which the findings of an earlier review do not count, and those of them
  /// that are gone are told.
  public Chapter comparedWith(Baseline baseline) {
    Set<String> here = new HashSet<>();
    whole.findings().forEach(found -> here.add(found.key()));
    List<Baseline.Known> gone =
        baseline.counted(title()).stream().filter(known -> !here.contains(known.key())).toList();
    Set<String> keys = baseline.keys(title());
    return new Chapter(
        file,
        review.comparedWith(keys),
        analysis,
        fixes,
        plan,
        day,
        whole.comparedWith(keys),
        filter,
        gone,
        places);
  }

  /// The same chapter with only the findings that a filter keeps.
  public Chapter filtered(FindingFilter by) {
    Review kept = whole.with(whole.findings().stream().filter(it -> by.keeps(this, it)).toList());
    return new Chapter(file, kept, analysis, fixes, plan, day, whole, by, fixed, places);
  }

  /// The same chapter of a design whose elements have places in a file.
  public Chapter at(Places others) {
    return new Chapter(file, review, analysis, fixes, plan, day, whole, filter, fixed, others);
  }

  /// How many findings a filter left out.
  int leftOut() {
    return whole.findings().size() - review.findings().size();
  }

  public DependencyGraph graph() {
    return analysis.graph();
  }

  public String title() {
    return review.document().design().name();
  }

  public String hash() {
    return DesignHash.of(review.document().design());
  }

  /// The recommendations of a finding, best first.
  public List<Fix> fixes(ReviewedFinding found) {
    return fixes.getOrDefault(found.key(), List.of());
  }

  /// The changes to make first, as many as one remembers.
  public List<PlanStep> first() {
    return plan.subList(0, Math.min(FIRST, plan.size()));
  }

  /// How many recommendations nobody measured, because the design is too large to judge it anew for
  /// each.
  public int unmeasured() {
    return (int)
        fixes.values().stream()
            .flatMap(List::stream)
            .filter(fix -> fix.effect().isEmpty() && !fix.recommendation().isRefused())
            .map(fix -> fix.recommendation().edit().signature())
            .distinct()
            .count();
  }

  /// The numbers of a finding where its chain does not say them already.
  static Optional<String> detail(Finding finding) {
    String detail = finding.detail();
    return detail.isBlank() || finding.chain().stream().anyMatch(it -> it.why().equals(detail))
        ? Optional.empty()
        : Optional.of(detail);
  }

  /// `journeys lost 1 → 0, worst latency 15.8 s → 5.6 s, 7 findings gone, 2 new`.
  public static String effect(FixEffect effect) {
    List<String> parts = new ArrayList<>();
    int before = effect.journeysLostBefore().size();
    int after = effect.journeysLostAfter().size();
    if (before != after) {
      parts.add("journeys lost " + before + " → " + after);
    }
    String slow = Figures.time(effect.worstLatencyBefore());
    String quick = Figures.time(effect.worstLatencyAfter());
    if (!slow.equals(quick)) {
      parts.add("worst latency " + slow + " → " + quick);
    }
    String many = Figures.number(effect.amplificationBefore()) + "×";
    String few = Figures.number(effect.amplificationAfter()) + "×";
    if (!many.equals(few)) {
      parts.add("attempts " + many + " → " + few);
    }
    if (!effect.findingsGone().isEmpty()) {
      parts.add(Figures.count(effect.findingsGone().size(), "finding") + " gone");
    }
    if (!effect.findingsNew().isEmpty()) {
      parts.add(effect.findingsNew().size() + " new");
    }
    return String.join(", ", parts);
  }
}

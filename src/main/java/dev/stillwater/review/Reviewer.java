package dev.stillwater.review;

import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.Workers;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Presets;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Precedence;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.RuleResults;
import dev.stillwater.rules.RuleSet;
import dev.stillwater.rules.Rules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Judges documents by all rules of a set. Holds no state; the day of today comes from whoever
/// asks, because decisions expire.
public final class Reviewer {
  private final Presets presets;
  private final RuleSet rules;
  private final Workers workers;

  /// Judges by the catalogue.
  public Reviewer(Presets presets) {
    this(presets, RuleSet.BUILT_IN);
  }

  public Reviewer(Presets presets, RuleSet rules) {
    this(presets, rules, Workers.ALONE);
  }

  /// @param workers do what can be done at the same time
  public Reviewer(Presets presets, RuleSet rules, Workers workers) {
    this.presets = presets;
    this.rules = rules;
    this.workers = workers;
  }

  public Presets presets() {
    return presets;
  }

  public RuleSet rules() {
    return rules;
  }

  public Review review(Document document, LocalDate today) {
    return review(document, today, Progress.UNWATCHED);
  }

  /// @throws java.util.concurrent.CancellationException when the progress says so
  public Review review(Document document, LocalDate today, Progress progress) {
    return review(document, analysis(document.design(), progress), today, progress);
  }

  /// What has to be computed of a design before it is judged.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public Analysis analysis(Design design, Progress progress) {
    return Analysis.of(design, presets, progress, workers);
  }

  /// Judges with what was already computed of the design.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public Review review(Document document, Analysis analysis, LocalDate today, Progress progress) {
    List<Injection> probes = Probes.of(analysis);
    int steps = probes.size() + rules.all().size();
    Probes.follow(analysis, probes, progress.part(0, steps));
    RuleResults results =
        Rules.check(new RuleContext(analysis, rules), progress.part(probes.size(), steps));
    List<Finding> on =
        results.findings().stream().filter(it -> !results.off().containsKey(it.key())).toList();
    Map<String, String> superseded = Precedence.superseded(on);
    Decisions decisions = new Decisions(document, today);
    List<ReviewedFinding> reviewed = new ArrayList<>();
    for (Finding finding : results.findings()) {
      progress.check();
      reviewed.add(
          new ReviewedFinding(
              finding,
              superseded.get(finding.key()),
              decisions.covering(finding).orElse(null),
              results.off().get(finding.key()),
              false,
              decisions.lapsed(finding).orElse(null)));
    }
    return new Review(
        document,
        reviewed,
        results.questions(),
        results.statuses(),
        new Verdicts(analysis).all(),
        decisions.statuses(reviewed));
  }
}

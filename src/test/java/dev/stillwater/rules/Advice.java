package dev.stillwater.rules;

import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.editor.History;
import dev.stillwater.edits.Pickable;
import dev.stillwater.io.DesignJson;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Presets;
import dev.stillwater.model.Problem;
import dev.stillwater.model.Validation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Follows all advice about one design, each piece alone, and says where it does not keep its
/// promise: the finding is gone or smaller, twice is once, nothing breaks, and undo brings back
/// every byte. Advice that only writes something down has to leave a trace; an answer silences its
/// question.
public final class Advice {
  private final Document document;
  private final Presets presets;
  private final Analysis analysis;
  private final byte[] bytes;
  private final List<String> problems;
  private final RuleResults results;
  private final List<String> faults = new ArrayList<>();
  private int followed;

  private Advice(Document document, Presets presets) {
    this.document = document;
    this.presets = presets;
    this.bytes = DesignJson.write(document);
    this.problems = problems(document.design(), presets);
    this.analysis = Analysis.of(document.design(), presets);
    this.results = Rules.check(new RuleContext(analysis));
  }

  public static Advice follow(Document document, Presets presets) {
    Advice advice = new Advice(document, presets);
    for (Finding finding : advice.results.findings()) {
      if (finding.recommendations().isEmpty() && !advice.isAboutIllegalLink(finding)) {
        advice.faults.add(finding.key() + " advises nothing");
      }
      finding.recommendations().forEach(it -> advice.follow(finding, it));
    }
    for (Question question : advice.results.questions()) {
      question.answers().forEach(it -> advice.answer(question, it));
    }
    return advice;
  }

  /// What goes wrong when advice about one design is followed on others.
  public static List<String> followElsewhere(Design design, List<Design> others, Presets presets) {
    List<Finding> findings = Rules.check(new RuleContext(Analysis.of(design, presets))).findings();
    List<String> faults = new ArrayList<>();
    for (Design other : others) {
      Advice advice = new Advice(Document.of(other), presets);
      for (Finding finding : findings) {
        finding
            .recommendations()
            .forEach(it -> advice.applied(it.edit().signature() + " elsewhere", it.edit()));
      }
      faults.addAll(advice.faults);
    }
    return faults;
  }

  /// Every fault, as a sentence that begins with the key and the signature.
  public List<String> faults() {
    return faults;
  }

  /// How many pieces of advice and answers were followed.
  public int followed() {
    return followed;
  }

  private boolean isAboutIllegalLink(Finding finding) {
    return Validation.of(document.design(), presets).stream()
        .map(problem -> problem.path().get(1))
        .anyMatch(finding.links()::contains);
  }

  private void follow(Finding finding, Recommendation recommendation) {
    String what = finding.key() + " " + recommendation.edit().signature();
    if (!recommendation.edit().title().matches("[A-Z].*[^.]")) {
      faults.add(what + " has the title " + recommendation.edit().title());
    }
    if (!recommendation.tradeOff().endsWith(".")) {
      faults.add(what + " has the trade-off " + recommendation.tradeOff());
    }
    if (recommendation.edit() instanceof Pickable pickable) {
      for (String preset : pickable.presets()) {
        applied(what + " with " + preset, pickable.with(preset));
      }
    }
    Optional<Design> after = applied(what, recommendation.edit());
    if (after.isEmpty() || recommendation.isRefused()) {
      return;
    }
    if (after.get().equals(document.design())) {
      faults.add(what + " changes nothing");
      return;
    }
    RuleContext judged = new RuleContext(analysis.after(after.get()));
    Rules.check(judged).findings().stream()
        .filter(it -> it.key().equals(finding.key()))
        .filter(it -> !isSmaller(finding, it))
        .forEach(it ->
            faults.add(
                what + " leaves " + it.detail() + " " + it.because() + " of " + finding.detail()));
    if (!finding.journeysLost().containsAll(judged.stillLost(finding))) {
      faults.add(what + " loses other journeys");
    }
  }

  private void answer(Question question, Question.Answer answer) {
    String what = question.key() + " " + answer.title();
    applied(what, answer.edit())
        .filter(after ->
            Rules.check(new RuleContext(analysis.after(after))).questions().stream()
                .anyMatch(it -> it.key().equals(question.key())))
        .ifPresent(after -> faults.add(what + " is asked again"));
  }

  /// The design after an edit that did no harm.
  private Optional<Design> applied(String what, Edit edit) {
    followed++;
    try {
      Design once = edit.apply(document.design());
      if (!edit.apply(once).equals(once)) {
        faults.add(what + " does more when done twice");
      }
      List<String> broken = new ArrayList<>(problems(once, presets));
      broken.removeAll(problems);
      if (!broken.isEmpty()) {
        faults.add(what + " breaks: " + broken);
      }
      History history = History.opened(document);
      History undone = history.commit(edit.title(), document.withDesign(once)).undo();
      if (!Arrays.equals(DesignJson.write(undone.present()), bytes)) {
        faults.add(what + " cannot be undone");
      }
      return Optional.of(once);
    } catch (RuntimeException e) {
      faults.add(
          what + " throws " + e + " at " + Arrays.stream(e.getStackTrace()).limit(4).toList());
      return Optional.empty();
    }
  }

  private static List<String> problems(Design design, Presets presets) {
    return Validation.of(design, presets).stream().map(Problem::message).toList();
  }

  /// Less severe, fewer failures or journeys, something that it named is no longer in it, or fewer
  /// attempts.
  private static boolean isSmaller(Finding finding, Finding rest) {
    return rest.severity().compareTo(finding.severity()) < 0
        || !rest.probes().containsAll(finding.probes())
        || rest.journeysLost().size() < finding.journeysLost().size()
        || !rest.links().containsAll(finding.links())
        || !rest.components().containsAll(finding.components())
        || attempts(rest) < attempts(finding);
  }

  /// The product of attempts that a finding about retries begins with: `x36 at db`.
  private static double attempts(Finding finding) {
    Matcher product = Pattern.compile("x(\\d+) at .*").matcher(finding.detail());
    return product.matches() ? Double.parseDouble(product.group(1)) : 0;
  }
}

package dev.stillwater.rulefiles;

import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.io.DesignTree;
import dev.stillwater.io.LocatedProblem;
import dev.stillwater.io.ReadResult;
import dev.stillwater.model.Design;
import dev.stillwater.model.Presets;
import dev.stillwater.rules.Adjustment;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.RuleResults;
import dev.stillwater.rules.RuleSet;
import dev.stillwater.rules.Rules;
import dev.stillwater.rules.own.RulesFile;
import dev.stillwater.rules.own.TestCase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Runs the test cases of a rules file. A case speaks of the rules of its file, of those that the
/// file overrides, and of those that it expects; whatever else is found is left aside.
public final class RuleTests {
  private final RulesFile file;
  private final RuleSet rules;
  private final Presets presets;

  /// @param rules those of the file, together with what else holds
  public RuleTests(RulesFile file, RuleSet rules, Presets presets) {
    this.file = file;
    this.rules = rules;
    this.presets = presets;
  }

  /// What came of one case.
  ///
  /// @param missing what was expected and is not there
  /// @param unexpected what is there and was not expected: key and severity
  /// @param useless fixes of the team's rules after which their finding is still there, and no less
  ///   severe: title and key
  /// @param unread what is wrong with its design
  public record Outcome(
      TestCase of,
      List<TestCase.Expected> missing,
      List<String> unexpected,
      List<String> useless,
      List<LocatedProblem> unread) {
    public boolean passed() {
      return missing.isEmpty() && unexpected.isEmpty() && useless.isEmpty() && unread.isEmpty();
    }
  }

  /// The ids of the rules of the file that no case expects to flag anything.
  public List<String> untested() {
    return file.rules().stream()
        .map(rule -> rule.value().info().id())
        .filter(id ->
            file.tests().stream()
                .flatMap(test -> test.expected().stream())
                .noneMatch(expected -> expected.rule().equals(id)))
        .toList();
  }

  /// One outcome for each case, in the order of the file.
  public List<Outcome> run() {
    return file.tests().stream().map(this::run).toList();
  }

  private Outcome run(TestCase test) {
    return switch (DesignTree.read(test.design(), file.name(), presets)) {
      case ReadResult.Refused refused ->
          new Outcome(
              test,
              List.of(),
              List.of(),
              List.of(),
              refused.problems().stream().filter(LocatedProblem::isError).toList());
      case ReadResult.Opened opened -> judged(test, opened.document().design());
    };
  }

  private Outcome judged(TestCase test, Design design) {
    List<Finding> found =
        findings(design).stream()
            .filter(finding -> isAbout(test).test(finding.rule().id()))
            .toList();
    List<TestCase.Expected> missing = new ArrayList<>(test.expected());
    missing.removeIf(expected -> found.stream().anyMatch(it -> meets(expected, it)));
    List<String> unexpected = new ArrayList<>();
    for (Finding finding : found) {
      if (test.expected().stream().noneMatch(expected -> meets(expected, finding))) {
        unexpected.add(finding.key() + " " + finding.severity().word());
      }
    }
    return new Outcome(
        test, List.copyOf(missing), List.copyOf(unexpected), useless(design, found), List.of());
  }

  private List<Finding> findings(Design design) {
    RuleResults results = Rules.check(new RuleContext(Analysis.of(design, presets), rules));
    return results.findings().stream()
        .filter(finding -> !results.off().containsKey(finding.key()))
        .toList();
  }

  private List<String> useless(Design design, List<Finding> found) {
    List<String> result = new ArrayList<>();
    for (Finding finding : found) {
      for (Recommendation fix : finding.recommendations()) {
        if (finding.rule().isOwn() && remains(finding, fix.edit().apply(design))) {
          result.add(fix.title() + " (" + finding.key() + ")");
        }
      }
    }
    return result;
  }

  private boolean remains(Finding finding, Design after) {
    return findings(after).stream()
        .anyMatch(it ->
            it.key().equals(finding.key()) && it.severity().compareTo(finding.severity()) >= 0);
  }

  private Predicate<String> isAbout(TestCase test) {
    return id ->
        file.rules().stream().anyMatch(rule -> rule.value().info().id().equals(id))
            || file.adjustments().stream().anyMatch(placed -> isAbout(placed.value(), id))
            || test.expected().stream().anyMatch(expected -> expected.rule().equals(id));
  }

  /// What switches many rules off is about all of them, what ranks many about none.
  private static boolean isAbout(Adjustment adjustment, String id) {
    boolean off = adjustment.switchedOff().orElse(false);
    return adjustment.rule().equals(id) || (off && adjustment.isFor(id));
  }

  private static boolean meets(TestCase.Expected expected, Finding finding) {
    return expected.key().equals(finding.key())
        && expected.severity().map(it -> it == finding.severity()).orElse(true);
  }
}

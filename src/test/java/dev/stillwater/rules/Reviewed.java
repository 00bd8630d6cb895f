package dev.stillwater.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Presets;
import dev.stillwater.model.Problem;
import dev.stillwater.model.Validation;
import dev.stillwater.testing.DesignFixture;
import dev.stillwater.testing.GoldenPresets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// A design judged by all rules, and questions that tests ask of the outcome.
public final class Reviewed {
  private final Design design;
  private final Presets presets;
  private final RuleContext context;
  private final RuleResults results;

  private Reviewed(Design design, Presets presets) {
    this.design = design;
    this.presets = presets;
    this.context = new RuleContext(Analysis.of(design, presets));
    this.results = Rules.check(context);
  }

  public static Reviewed of(Design design) {
    return new Reviewed(design, GoldenPresets.ALL);
  }

  public static Reviewed of(Design design, Presets presets) {
    return new Reviewed(design, presets);
  }

  public static Reviewed of(String fixture) {
    return of(DesignFixture.parse(fixture).design());
  }

  public Design design() {
    return design;
  }

  public RuleContext context() {
    return context;
  }

  public RuleResults results() {
    return results;
  }

  public List<Finding> of(Rule rule) {
    String id = rule.info().id();
    return results.findings().stream().filter(f -> f.rule().id().equals(id)).toList();
  }

  /// The only finding of a rule.
  public Finding only(Rule rule) {
    assertThat(of(rule)).as(rule.info().id()).hasSize(1);
    return of(rule).getFirst();
  }

  public Optional<Finding> find(String key) {
    return results.findings().stream().filter(f -> f.key().equals(key)).findFirst();
  }

  public RuleStatus status(Rule rule) {
    return results.statuses().stream()
        .filter(status -> status.rule().id().equals(rule.info().id()))
        .findFirst()
        .orElseThrow();
  }

  /// The same design after an edit; twice the edit is once the edit, and nothing breaks.
  public Reviewed after(Edit edit) {
    Design once = edit.apply(design);
    assertThat(edit.apply(once)).as("twice %s", edit.signature()).isEqualTo(once);
    assertThat(Validation.of(once, presets).stream().filter(Problem::isError))
        .as("errors after %s", edit.signature())
        .isEmpty();
    assertThat(legality(once, presets))
        .as("warnings after %s", edit.signature())
        .isSubsetOf(legality(design, presets));
    return new Reviewed(once, presets);
  }

  private static List<String> legality(Design design, Presets presets) {
    return Validation.of(design, presets).stream().map(Problem::message).toList();
  }

  /// Flags of one rule as lines of a fixture: `REL-LC-001 mail high`.
  public static void expectFlags(Rule rule, String fixture) {
    DesignFixture parsed = DesignFixture.parse(fixture);
    String id = rule.info().id();
    TreeSet<String> expected = new TreeSet<>();
    parsed.flags().stream()
        .filter(flag -> !flag.isQuestion() && flag.rule().equals(id))
        .forEach(flag -> expected.add(flag.element() + " " + flag.severity().orElse("?")));
    TreeSet<String> found = new TreeSet<>();
    for (Finding finding : of(parsed.design()).of(rule)) {
      found.add(element(parsed.design(), finding) + " " + finding.severity().word());
    }
    assertThat(found).as("%s on%n%s", id, fixture).isEqualTo(expected);
  }

  /// The line to blame: the subject, or the first link of a finding about several elements.
  private static String element(Design design, Finding finding) {
    return design.find(finding.subject()).isPresent()
        ? finding.subject()
        : finding.links().getFirst();
  }
}

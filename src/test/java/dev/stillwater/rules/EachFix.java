package dev.stillwater.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/// Before and after of the fixes of the only finding of a rule.
public final class EachFix {
  private EachFix() {}

  /// The fixes are these, best first, and each alone removes the finding.
  public static void removes(Rule rule, String fixture, String... signatures) {
    Reviewed before = Reviewed.of(fixture);
    List<Recommendation> fixes = before.only(rule).recommendations();
    assertThat(fixes.stream().map(fix -> fix.edit().signature())).containsExactly(signatures);
    for (Recommendation fix : fixes) {
      assertThat(before.after(fix.edit()).of(rule)).as(fix.edit().signature()).isEmpty();
    }
  }

  /// The design after the best fix of the only finding.
  public static Reviewed best(Rule rule, String fixture) {
    Reviewed before = Reviewed.of(fixture);
    return before.after(before.only(rule).recommendations().getFirst().edit());
  }
}

package dev.stillwater.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.testing.DesignFixture;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The designs on the pages of the rules.
class RuleExamplesTest {
  static List<Rule> rules() {
    return Rules.ALL;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void examplesOfAPageSayWhatTheRuleSays(Rule rule) {
    RulePage.of(rule.info().id()).examples().forEach(e -> Reviewed.expectFlags(rule, e));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aPageHasAGuiltyAndASilentExample(Rule rule) {
    String id = rule.info().id();
    List<Boolean> guilty =
        RulePage.of(id).examples().stream()
            .map(example ->
                DesignFixture.parse(example).flags().stream()
                    .anyMatch(flag -> flag.rule().equals(id)))
            .toList();

    assertThat(guilty).contains(true, false);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aSilentExampleIsSilentForAReason(Rule rule) {
    RulePage.of(rule.info().id()).examples().stream()
        .filter(example -> !example.contains("# FLAG"))
        .forEach(example ->
            assertThat(Reviewed.of(example).status(rule).state())
                .isIn(RuleStatus.State.PASSED, RuleStatus.State.NOT_ENOUGH_INFORMATION));
  }
}

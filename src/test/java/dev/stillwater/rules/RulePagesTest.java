package dev.stillwater.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.testing.DesignFixture;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulePagesTest {
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

  @ParameterizedTest
  @MethodSource("rules")
  void aPageAnswersEveryQuestionInOrder(Rule rule) {
    RulePage page = RulePage.of(rule.info().id());

    assertThat(page.sections().stream().map(RulePage.Section::heading))
        .containsExactly(
            RulePage.WHY,
            RulePage.DETECTION,
            RulePage.FALSE_POSITIVE,
            RulePage.REMEDY,
            RulePage.VERIFY,
            RulePage.EXAMPLES,
            RulePage.READING);
    assertThat(page.sections()).allMatch(section -> !section.text().isBlank());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aPageInventsNoAddresses(Rule rule) {
    assertThat(RulePage.of(rule.info().id()).text()).doesNotContain("http");
  }
}

package dev.stillwater.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulePagesTest {
  static List<Rule> rules() {
    return Rules.ALL;
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

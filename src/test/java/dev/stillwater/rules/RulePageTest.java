package dev.stillwater.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RulePageTest {
  @Test
  void aPageHasATitleSectionsAndExamples() {
    RulePage page =
        RulePage.parse(
            "REL-XX-001",
            """
            # The title

            ## Why it hurts
            Because.

            ```design
            # no heading inside a design
            service a
            ```

            ## How to verify
            * **Test:** one
              and two
            * **Alarm:** three
            * **Experiment:** four

            ```text
            no design
            ```
            """);

    assertThat(page.title()).isEqualTo("The title");
    assertThat(page.sections())
        .extracting(RulePage.Section::heading)
        .containsExactly("Why it hurts", "How to verify");
    assertThat(page.section("Why it hurts").orElseThrow()).startsWith("Because.");
    assertThat(page.section("Missing")).isEmpty();
    assertThat(page.examples()).containsExactly("# no heading inside a design\nservice a\n");
    assertThat(page.verification().test()).isEqualTo("one and two");
    assertThat(page.verification().alarm()).isEqualTo("three");
  }

  @Test
  void anUnknownRuleHasNoPage() {
    assertThatThrownBy(() -> RulePage.of("REL-XX-999")).hasMessage("no page for rule REL-XX-999");
  }
}

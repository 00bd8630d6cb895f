package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.io.PresetsJson;
import dev.stillwater.review.Reviewer;
import dev.stillwater.rules.Severity;
import dev.stillwater.templates.TemplateCatalog;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AssessmentTest {
  private static Assessment of(String template) {
    return Assessment.of(
        new Reviewer(PresetsJson.shipped())
            .review(
                TemplateCatalog.find(template).orElseThrow().document(),
                LocalDate.of(2026, 11, 22)));
  }

  @Test
  void whatAPatternBuysStandsInFigures() {
    Assessment before = of("tight-coupling-before");
    Assessment after = of("tight-coupling-after");
    assertThat(before.findings()).isEqualTo(19);
    assertThat(before.present().getFirst()).isEqualTo(Severity.CRITICAL);
    assertThat(before.risk()).isEqualTo("1 of 1 journey");
    assertThat(after.findings()).isZero();
    assertThat(after.present()).isEmpty();
    assertThat(after.risk()).isEqualTo("1 of 2 journeys");
  }
}

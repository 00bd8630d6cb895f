package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.Progress;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.templates.TemplateCatalog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanProgressTest {
  @Test
  void theBarOfAPlanGoesUpOnly() {
    Engines engines =
        new Engines(
            PresetsJson.shipped(),
            Runnable::run,
            Runnable::run,
            () -> LocalDate.of(2026, 11, 30),
            () -> 0);
    List<Double> told = new ArrayList<>();
    engines.plan(
        TemplateCatalog.find("tight-coupling-before").orElseThrow().document(),
        new Progress() {
          @Override
          public void report(int done, int total) {
            told.add((double) done / total);
          }

          @Override
          public boolean isCancelled() {
            return false;
          }
        });
    assertThat(told)
        .hasSizeGreaterThan(20)
        .isSortedAccordingTo(Comparator.naturalOrder())
        .allMatch(share -> share > 0 && share <= 1);
    assertThat(told.getLast()).isGreaterThan(0.7);
  }
}

package dev.stillwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Timespan;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  @ParameterizedTest
  @CsvSource({"6s,6 s", "30m,30 min", "250ms,250 ms", "1.5h,1.5 h", "4d,4 d", "none,unlimited"})
  void declaredTimesKeepTheirUnit(String spelled, String said) {
    assertThat(Wording.declared(Timespan.parse(spelled).orElseThrow())).isEqualTo(said);
  }

  @Test
  void longListsAreCut() {
    assertThat(Wording.list(List.of(), 2)).isEmpty();
    assertThat(Wording.list(List.of("a", "b"), 2)).isEqualTo("a, b");
    assertThat(Wording.list(List.of("a", "b", "c", "d"), 2)).isEqualTo("a, b and 2 more");
  }

  @Test
  void daysAreSaidInEnglish() {
    assertThat(Wording.day(LocalDate.of(2026, 3, 1))).isEqualTo("1 Mar 2026");
  }

  @Test
  void numberAndUnitStayTogether() {
    assertThat(Wording.tied("email at 2.0 s, 15 min, 99.95 %, 5 sorts of 3 d"))
        .isEqualTo("email at 2.0\u00a0s, 15\u00a0min, 99.95\u00a0%, 5 sorts of 3\u00a0d");
  }

  @Test
  void spaceOfEveryWidthEndsNoLine() {
    assertThat(Wording.line("\u00a0\u3000 a\u00a0b \u2003")).isEqualTo("a\u00a0b");
    assertThat(Wording.name("\u00a0")).isEqualTo("(blank)");
  }
}

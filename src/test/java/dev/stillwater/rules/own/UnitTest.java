package dev.stillwater.rules.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {
  @ParameterizedTest
  @CsvSource({
    "3, 3, PLAIN",
    "0.5, 0.5, PLAIN",
    "80%, 0.8, SHARE",
    "250ms, 0.25, TIME",
    "3s, 3, TIME",
    "2m, 120, TIME",
    "2min, 120, TIME",
    "2h, 7200, TIME",
    "2d, 172800, TIME",
    "50/s, 50, RATE",
    "2k/s, 2000, RATE",
    "90/min, 1.5, RATE",
    "3B, 3, SIZE",
    "3KB, 3000, SIZE",
    "3MB, 3000000, SIZE",
    "3GB, 3000000000, SIZE",
    "3KiB, 3072, SIZE",
    "3MiB, 3145728, SIZE",
    "3 GiB, 3221225472, SIZE",
    "3MB/s, 3000000, FLOW",
  })
  void aNumberIsReadWithItsUnit(String text, double number, Unit unit) {
    Unit.Measure measure = Unit.parse(text).orElseThrow();
    assertThat(measure.number()).isCloseTo(number, within(1e-9));
    assertThat(measure.unit()).isEqualTo(unit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "3sec", "3/h", "3.", "-3", "1e3", "3%/s", "1234567890123456"})
  void whatIsNoNumberIsNone(String text) {
    assertThat(Unit.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PLAIN, PLAIN, PLAIN",
    "PLAIN, TIME, TIME",
    "SHARE, PLAIN, SHARE",
    "PLAIN, SHARE, PLAIN",
    "SHARE, SHARE, SHARE",
    "TIME, RATE, PLAIN",
    "SIZE, RATE, FLOW",
    "FLOW, TIME, SIZE",
    "TIME, TIME, ",
    "SIZE, SIZE, ",
  })
  void aProductHasAUnitOrNoName(Unit a, Unit b, Unit product) {
    assertThat(a.times(b).orElse(null)).isEqualTo(product);
  }

  @ParameterizedTest
  @CsvSource({
    "PLAIN, PLAIN, PLAIN",
    "SHARE, SHARE, PLAIN",
    "SHARE, PLAIN, SHARE",
    "TIME, TIME, PLAIN",
    "PLAIN, TIME, RATE",
    "PLAIN, RATE, TIME",
    "SIZE, TIME, FLOW",
    "SIZE, FLOW, TIME",
    "FLOW, SIZE, RATE",
    "RATE, TIME, ",
  })
  void aQuotientHasAUnitOrNoName(Unit a, Unit b, Unit quotient) {
    assertThat(a.by(b).orElse(null)).isEqualTo(quotient);
  }

  @Test
  void onlyLikeIsAddedToLike() {
    assertThat(Unit.TIME.with(Unit.TIME)).contains(Unit.TIME);
    assertThat(Unit.PLAIN.with(Unit.SHARE)).contains(Unit.SHARE);
    assertThat(Unit.SHARE.with(Unit.PLAIN)).contains(Unit.SHARE);
    assertThat(Unit.TIME.with(Unit.PLAIN)).isEmpty();
    assertThat(Unit.SIZE.with(Unit.PLAIN)).isEmpty();
  }
}

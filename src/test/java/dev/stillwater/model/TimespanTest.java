package dev.stillwater.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimespanTest {
  @ParameterizedTest
  @CsvSource({
    "250ms, 250",
    "3s, 3000",
    "2.5s, 2500",
    "15m, 900000",
    "15 min, 900000",
    "24h, 86400000",
    "4d, 345600000",
    "0.5ms, 0.5",
    "0s, 0"
  })
  void readsANumberAndAUnit(String text, double millis) {
    assertThat(Timespan.parse(text))
        .hasValueSatisfying(t -> assertThat(t.millis()).isEqualTo(millis));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "3",
        "s",
        "3 weeks",
        "-3s",
        "1e3s",
        "3S",
        "1h30m",
        "PT3S",
        "٣s",
        "9999999999999s",
        "999999999d",
        "NaNs"
      })
  void refusesEverythingElse(String text) {
    assertThat(Timespan.parse(text)).isEmpty();
  }

  @Test
  void keepsItsSpelling() {
    assertThat(Timespan.parse("60s").orElseThrow().text()).isEqualTo("60s");
    assertThat(Timespan.parse(" 1.50 min ").orElseThrow().text()).isEqualTo("1.50 min");
    assertThat(Timespan.parse("1.50 min").orElseThrow().normalised().text()).isEqualTo("1.50m");
    assertThat(Timespan.NONE.normalised()).isSameAs(Timespan.NONE);
  }

  @Test
  void noneIsLongerThanEverything() {
    assertThat(Timespan.parse("none")).contains(Timespan.NONE);
    assertThat(Timespan.NONE.isUnlimited()).isTrue();
    assertThat(Timespan.NONE).isGreaterThan(Timespan.parse("9999d").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0ms",
    "1, 1ms",
    "250, 250ms",
    "1000, 1s",
    "1500, 1.5s",
    "1550, 1550ms",
    "60000, 1m",
    "90000, 90s",
    "3600000, 1h",
    "86400000, 1d",
    "90000000, 25h",
    "345600000, 4d",
    "0.4, 0.4ms",
    "1e-9, 0.000001ms",
    "0.9999999, 1ms",
    "1e20, 10000000000s"
  })
  void spellsALengthShortly(double millis, String text) {
    assertThat(Timespan.ofMillis(millis).text()).isEqualTo(text);
    assertThat(Timespan.parse(text)).contains(Timespan.ofMillis(millis));
  }
}

package dev.stillwater.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypeTest {
  private static final ValueType.Real RATE = new ValueType.Real(Quantity.RATE, 0, 1e12);
  private static final ValueType.Real BYTES = new ValueType.Real(Quantity.BYTES, 1, 1e15);
  private static final ValueType.Real FRACTION = new ValueType.Real(Quantity.FRACTION, 0, 1);
  private static final ValueType.Whole REPLICAS = new ValueType.Whole(1, 1_000_000);
  private static final ValueType.Duration TIMEOUT = new ValueType.Duration(false);

  @ParameterizedTest
  @CsvSource({
    "50, 50", "50/s, 50", "50 rps, 50", "1k/s, 1000", "1.5 k/s, 1500", "2m/s, 2000000",
    "600/min, 10", "60 / min, 1", "6k/min, 100", "1_000, 1000", "1e3, 1000", "5e-1, 0.5"
  })
  void readsRatesAsTyped(String typed, double perSecond) {
    assertThat(RATE.parse(typed)).isEqualTo(Parsed.ok(perSecond));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "256 KiB, 262144",
    "1 MB, 1000000",
    "1 MiB, 1048576",
    "2kb, 2000",
    "1GiB, 1073741824"
  })
  void readsSizesAsTyped(String typed, double bytes) {
    assertThat(BYTES.parse(typed)).isEqualTo(Parsed.ok(bytes));
  }

  @ParameterizedTest
  @CsvSource({"0.9995, 0.9995", "99.95 %, 0.9995", "100%, 1", "0, 0"})
  void readsFractionsAsTyped(String typed, double fraction) {
    assertThat(FRACTION.parse(typed)).isEqualTo(Parsed.ok(fraction));
  }

  @Test
  void spacesThatDoNotBreakAreSpaces() {
    assertThat(RATE.parse("1.5\u00a0k/s")).isEqualTo(Parsed.ok(1500.0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "k", "50 apples", "1,5", "-1", "1e99", "--1", "0x10", "1/h", "NaN", "∞"})
  void saysWhatIsExpectedOfARate(String typed) {
    assertThat(RATE.parse(typed))
        .isEqualTo(
            Parsed.bad(
                "expected a rate per second such as 50 or 1k/s (at least 0), found \""
                    + typed
                    + "\""));
  }

  @Test
  void filesHoldPlainNumbers() {
    assertThat(RATE.fromPlain(new BigDecimal("50.5"))).isEqualTo(Parsed.ok(50.5));
    assertThat(RATE.fromPlain("50/s"))
        .isEqualTo(
            Parsed.bad("expected a number of requests per second (at least 0), found \"50/s\""));
    assertThat(FRACTION.fromPlain(new BigDecimal("99.95")))
        .isEqualTo(Parsed.bad("expected a fraction such as 0.9995 (0 to 1), found 99.95"));
    assertThat(BYTES.fromPlain(new BigDecimal("1e999"))).isInstanceOf(Parsed.Bad.class);
    assertThat(BYTES.fromPlain(new BigDecimal("1e-2147483640"))).isInstanceOf(Parsed.Bad.class);
  }

  @Test
  void wholeNumbersAreWholeAndWithinBounds() {
    assertThat(REPLICAS.fromPlain(new BigDecimal("4"))).isEqualTo(Parsed.ok(4));
    assertThat(REPLICAS.fromPlain(new BigDecimal("4.0"))).isEqualTo(Parsed.ok(4));
    assertThat(REPLICAS.fromPlain(new BigDecimal("1e6"))).isEqualTo(Parsed.ok(1_000_000));
    assertThat(REPLICAS.parse("1k")).isEqualTo(Parsed.ok(1000));
    for (String bad : List.of("0", "-1", "1.5", "1000001", "1e999999999", "1e-999999999")) {
      assertThat(REPLICAS.fromPlain(new BigDecimal(bad))).isInstanceOf(Parsed.Bad.class);
    }
  }

  @Test
  void typedDurationsAreNormalisedAndThoseOfFilesAreNot() {
    assertThat(TIMEOUT.parse(" 3 s ")).isEqualTo(Parsed.ok(new Timespan(3000, "3s")));
    assertThat(TIMEOUT.fromPlain("3 s")).isEqualTo(Parsed.ok(new Timespan(3000, "3 s")));
    assertThat(TIMEOUT.fromPlain("0s")).isInstanceOf(Parsed.Bad.class);
    assertThat(new ValueType.Duration(true).fromPlain("0s")).isInstanceOf(Parsed.Ok.class);
    assertThat(TIMEOUT.fromPlain(BigDecimal.TEN))
        .isEqualTo(
            Parsed.bad(
                "expected a duration above zero such as 250ms, 3s, 15m, 24h, 4d or none, found 10"));
  }

  @Test
  void wordsAreThoseOfTheFile() {
    ValueType.Choice<Need> need = new ValueType.Choice<>(Need.class);
    assertThat(need.fromPlain("result-now")).isEqualTo(Parsed.ok(Need.RESULT_NOW));
    assertThat(need.fromPlain("RESULT_NOW")).isInstanceOf(Parsed.Bad.class);
    assertThat(need.parse("Result now")).isEqualTo(Parsed.ok(Need.RESULT_NOW));
  }

  @Test
  void namesAreAListOfTextsEachOnce() {
    ValueType.Names tags = new ValueType.Names("tags");
    assertThat(tags.fromPlain(List.of("a", "b", "a"))).isEqualTo(Parsed.ok(List.of("a", "b")));
    assertThat(tags.fromPlain(List.of())).isEqualTo(Parsed.ok(List.of()));
    assertThat(tags.fromPlain("a")).isEqualTo(Parsed.bad("expected a list of tags, found \"a\""));
    assertThat(tags.fromPlain(List.of("a", BigDecimal.ONE)))
        .isEqualTo(Parsed.bad("expected a list of tags, found 1"));
    assertThat(tags.parse("a, b ,,c")).isEqualTo(Parsed.ok(List.of("a", "b", "c")));
  }

  @Test
  void aLongValueIsCutInTheMessageAndNoCharacterIsHalved() {
    String rockets = "\ud83d\ude80".repeat(200);
    Parsed<Boolean> bad = new ValueType.Flag().fromPlain(rockets);
    assertThat(bad)
        .isEqualTo(
            Parsed.bad("expected true or false, found \"" + "\ud83d\ude80".repeat(57) + "…\""));
  }

  @Test
  void containersAreNamedAndNotPrinted() {
    assertThat(TIMEOUT.fromPlain(Map.of("a", "b")))
        .isEqualTo(
            Parsed.bad(
                "expected a duration above zero such as 250ms, 3s, 15m, 24h, 4d or none,"
                    + " found an object"));
  }
}

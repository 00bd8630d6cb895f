package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Parsed;
import dev.stillwater.model.Settings;
import dev.stillwater.model.Timespan;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What a field shows can be typed back: otherwise looking at a value would change it.
class SpellingProperties {
  @Property(seed = "20261129", tries = 300)
  void ratesComeBack(@ForAll("rates") double rate) {
    assertComesBack(LinkAttributes.RATE, rate);
  }

  @Property(seed = "20261129", tries = 300)
  void sizesComeBack(@ForAll("sizes") double bytes) {
    assertComesBack(LinkAttributes.PAYLOAD, bytes);
  }

  @Property(seed = "20261129", tries = 300)
  void fractionsComeBack(@ForAll("fractions") double fraction) {
    assertComesBack(JourneyAttributes.SLO, fraction);
  }

  @Property(seed = "20261129", tries = 100)
  void factorsComeBack(@ForAll("factors") double factor) {
    assertComesBack(Settings.GREY, factor);
  }

  @Property(seed = "20261129", tries = 200)
  void durationsComeBack(@ForAll("durations") Timespan span) {
    assertComesBack(LinkAttributes.TIMEOUT, span);
  }

  @Property(seed = "20261129", tries = 50)
  void choicesComeBack(@ForAll dev.stillwater.model.Coupling coupling) {
    assertComesBack(LinkAttributes.COUPLING, coupling);
  }

  @Property(seed = "20261129", tries = 50)
  void countsComeBack(@ForAll("counts") double count) {
    assertComesBack(ComponentAttributes.BUFFER, count);
  }

  private static <T> void assertComesBack(Attribute<T> attribute, T value) {
    String shown = Spelling.of(attribute, value);
    assertThat(attribute.type().parse(shown)).as(shown).isEqualTo(Parsed.ok(value));
  }

  @Provide
  Arbitrary<Double> rates() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, BigDecimal.valueOf(1_000_000_000))
        .ofScale(3)
        .map(BigDecimal::doubleValue);
  }

  @Provide
  Arbitrary<Double> sizes() {
    Arbitrary<Double> plain = Arbitraries.longs().between(1, 1L << 45).map(Long::doubleValue);
    Arbitrary<Double> round =
        Arbitraries.longs().between(1, 4000).map(n -> (double) n * (1L << 20));
    Arbitrary<Double> decimal = Arbitraries.longs().between(1, 4000).map(n -> n * 1e6);
    return Arbitraries.oneOf(plain, round, decimal);
  }

  @Provide
  Arbitrary<Double> fractions() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, BigDecimal.ONE)
        .ofScale(7)
        .map(BigDecimal::doubleValue);
  }

  @Provide
  Arbitrary<Double> factors() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ONE, BigDecimal.valueOf(1000))
        .ofScale(2)
        .map(BigDecimal::doubleValue);
  }

  @Provide
  Arbitrary<Double> counts() {
    return Arbitraries.longs().between(1, 1_000_000_000).map(Long::doubleValue);
  }

  @Provide
  Arbitrary<Timespan> durations() {
    Arbitrary<Timespan> spelled =
        Arbitraries.of("ms", "s", "m", "h", "d")
            .flatMap(unit ->
                Arbitraries.integers()
                    .between(1, 9999)
                    .map(n -> Timespan.parse(n + unit).orElseThrow()));
    return Arbitraries.oneOf(
        spelled, Arbitraries.of("1.5s", "0.25h", "none").map(t -> Timespan.parse(t).orElseThrow()));
  }
}

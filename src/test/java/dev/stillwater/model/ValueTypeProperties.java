package dev.stillwater.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.testing.AnyDocument;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ValueTypeProperties {
  /// A type and one of its values.
  record Typed<T>(ValueType<T> type, T value) {}

  @Provide
  Arbitrary<Typed<?>> typed() {
    List<Attribute<?>> all =
        Stream.of(
                ComponentAttributes.TABLE,
                LinkAttributes.TABLE,
                JourneyAttributes.TABLE,
                Settings.TABLE,
                DecisionAttributes.TABLE)
            .flatMap(table -> table.all().stream())
            .toList();
    return Arbitraries.of(all).flatMap(attribute -> value(attribute.type()));
  }

  private static <T> Arbitrary<Typed<?>> value(ValueType<T> type) {
    return AnyDocument.values(type).map(value -> new Typed<>(type, value));
  }

  @Property(seed = "20261129", edgeCases = EdgeCasesMode.NONE)
  <T> void plainAndBackIsTheSameValue(@ForAll("typed") Typed<T> typed) {
    Object plain = typed.type().toPlain(typed.value());
    Object asRead =
        switch (plain) {
          case Long number -> BigDecimal.valueOf(number);
          case Double number -> new BigDecimal(number.toString());
          default -> plain;
        };
    assertThat(typed.type().fromPlain(asRead)).isEqualTo(Parsed.ok(typed.value()));
  }

  @Property(seed = "20261129", edgeCases = EdgeCasesMode.NONE)
  <T> void whatIsShownCanBeTyped(@ForAll("typed") Typed<T> typed) {
    String shown = typed.type().show(typed.value());
    Parsed<T> again = typed.type().parse(shown);
    switch (typed.type()) {
      case ValueType.Names names -> assertThat(again).isInstanceOf(Parsed.Ok.class);
      case ValueType.Duration duration ->
          assertThat(again).isEqualTo(Parsed.ok(((Timespan) typed.value()).normalised()));
      case ValueType.Text text -> assertThat(again).isEqualTo(Parsed.ok(shown));
      case ValueType.Real real
          when Math.abs((Double) typed.value()) >= 1e25 || isTiny((Double) typed.value()) -> {
        // More digits than anybody types.
      }
      default -> assertThat(again).isEqualTo(Parsed.ok(typed.value()));
    }
  }

  private static boolean isTiny(double value) {
    return new BigDecimal(Double.toString(value)).scale() > 25;
  }

  @Property(seed = "20261129")
  <T> void typingAnythingAtAllNeverThrows(
      @ForAll("typed") Typed<T> typed, @ForAll String anything) {
    assertThat(typed.type().parse(anything)).isNotNull();
    assertThat(typed.type().fromPlain(anything)).isNotNull();
  }
}

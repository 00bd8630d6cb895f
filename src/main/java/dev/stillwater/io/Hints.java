package dev.stillwater.io;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Parsed;
import dev.stillwater.model.Quantity;
import dev.stillwater.model.Spelling;
import dev.stillwater.model.Timespan;
import dev.stillwater.model.ValueType;
import dev.stillwater.model.Word;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The way out of a wrong value: what to write instead, where that can be guessed.
final class Hints {
  static final String LEAVE_OUT = "Leave the field out.";

  private static final Pattern LONG_UNIT =
      Pattern.compile(
          "(\\d+(?:\\.\\d+)?)\\s*(milliseconds?|millis|msecs?|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?)",
          Pattern.CASE_INSENSITIVE);

  private Hints() {}

  /// What holds when an attribute is left out.
  static <T> String leaveOut(Attribute<T> attribute) {
    Optional<T> byDefault = attribute.defaultValue();
    boolean always =
        Arrays.stream(ComponentKind.values())
            .allMatch(kind -> attribute.defaultFor(kind).equals(byDefault));
    if (!always) {
      return LEAVE_OUT;
    }
    return byDefault.isPresent()
        ? "Leave the field out: then it is " + attribute.type().show(byDefault.get()) + "."
        : "Leave the field out: what is absent is unknown.";
  }

  /// @param otherwise what to do where nothing can be guessed
  static String forValue(ValueType<?> type, Object plain, String otherwise) {
    Optional<String> hint =
        switch (type) {
          case ValueType.Duration duration -> duration(duration, plain);
          case ValueType.Choice<?> choice -> choice(choice, plain);
          case ValueType.Flag flag -> typed(flag, plain, "without quotes: ");
          case ValueType.Whole whole -> typed(whole, plain, "a plain number: ");
          case ValueType.Real real -> real(real, plain);
          case ValueType.Names names -> names(plain);
          case ValueType.Text text -> quoted(plain);
          case ValueType.Reference reference -> quoted(plain);
          case ValueType.Day day -> Optional.of("Write year, month and day: \"2026-01-31\".");
          case ValueType.Entries entries -> Optional.empty();
        };
    return hint.orElse(otherwise);
  }

  private static Optional<String> duration(ValueType.Duration type, Object plain) {
    if (plain instanceof BigDecimal number && number.signum() >= 0) {
      return short_(number.toPlainString())
          .map(n -> "Write the unit: \"" + n + "ms\" or \"" + n + "s\".");
    }
    if (!(plain instanceof String text)) {
      return Optional.empty();
    }
    Matcher matcher = LONG_UNIT.matcher(text.strip());
    if (matcher.matches()) {
      String unit = matcher.group(2).toLowerCase(Locale.ROOT);
      String letter =
          unit.startsWith("mi") && !unit.startsWith("min") ? "ms" : unit.substring(0, 1);
      return Optional.of(
          "Write \"" + matcher.group(1) + (unit.startsWith("ms") ? "ms" : letter) + "\".");
    }
    String small = text.strip().toLowerCase(Locale.ROOT);
    Optional<Timespan> span = Timespan.parse(small);
    if (span.isPresent()) {
      return span.filter(known -> known.millis() > 0 || type.zeroAllowed())
          .map(known -> "Write \"" + known.normalised().text() + "\".");
    }
    return Optional.of("Write one number and one unit: ms, s, m, h or d.");
  }

  private static Optional<String> choice(ValueType.Choice<?> type, Object plain) {
    return plain instanceof String text
        ? Spelling.nearest(text, type.options().stream().map(Word::word).toList())
            .map(word -> "Did you mean \"" + word + "\"?")
        : Optional.empty();
  }

  private static Optional<String> real(ValueType.Real type, Object plain) {
    if (type.quantity() == Quantity.FRACTION
        && plain instanceof BigDecimal number
        && number.compareTo(BigDecimal.ONE) > 0
        && number.compareTo(BigDecimal.valueOf(100)) <= 0) {
      return Optional.of(
          "Of a percentage write the hundredth part: "
              + number.movePointLeft(2).stripTrailingZeros().toPlainString()
              + ".");
    }
    return typed(type, plain, "a plain number: ");
  }

  /// What a person may type in a field of the window is no value in a file; here is the value.
  private static <T> Optional<String> typed(ValueType<T> type, Object plain, String how) {
    return plain instanceof String text && type.parse(text) instanceof Parsed.Ok<T> ok
        ? Optional.of("Write " + how + type.toPlain(ok.value()) + ".")
        : Optional.empty();
  }

  private static Optional<String> names(Object plain) {
    return plain instanceof String text
        ? Optional.of("Write a list: [" + JsonText.string(text) + "].")
        : Optional.empty();
  }

  private static Optional<String> quoted(Object plain) {
    return plain instanceof BigDecimal || plain instanceof Boolean
        ? short_(plain.toString()).map(text -> "Write it in quotes: \"" + text + "\".")
        : Optional.empty();
  }

  private static Optional<String> short_(String text) {
    return text.length() <= 30 ? Optional.of(text) : Optional.empty();
  }
}

package dev.stillwater.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a plain number of a file counts, and the units that people may type after it.
public enum Quantity {
  COUNT("a number", "a number"),
  /// Requests or messages per second: `1k/s`, `600/min`.
  RATE("a rate per second such as 50 or 1k/s", "a number of requests per second"),
  /// Bytes: `256 KiB`, `1 MB`.
  BYTES("a size in bytes such as 65536 or 256 KiB", "a number of bytes"),
  /// A part of one: `0.9995`, `99.95 %`.
  FRACTION("a fraction such as 0.9995 or 99.95 %", "a fraction such as 0.9995"),
  /// A factor: `10`, `10x`.
  FACTOR("a factor such as 10", "a factor such as 10");

  private static final Pattern TYPED =
      Pattern.compile(
          "(-?\\d{1,25}(?:\\.\\d{1,25})?(?:[eE][+-]?\\d{1,2})?)\\s*([^\\d\\s].{0,11})?");

  private static final BigDecimal SECONDS_A_MINUTE = BigDecimal.valueOf(60);

  private final String typed;
  private final String inFiles;

  Quantity(String typed, String inFiles) {
    this.typed = typed;
    this.inFiles = inFiles;
  }

  String expectation(double least, double most) {
    return bounded(typed, least, most);
  }

  /// What is expected in files, where numbers stand without units.
  String expectationInFiles(double least, double most) {
    return bounded(inFiles, least, most);
  }

  private String bounded(String noun, double least, double most) {
    String bound = most >= 1e12 ? " (at least %s)" : " (%s to %s)";
    return noun + String.format(Locale.ROOT, bound, plain(least), plain(most));
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /// Reads a number with an optional unit, as typed by a person.
  static Optional<BigDecimal> parse(String typed, Quantity quantity) {
    String text = typed.strip().replace("_", "").replace('\u00a0', ' ');
    Matcher matcher = TYPED.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(matcher.group(1));
    String unit =
        Optional.ofNullable(matcher.group(2)).orElse("").toLowerCase(Locale.ROOT).replace(" ", "");
    if (quantity == RATE && (unit.endsWith("/min") || unit.endsWith("/m"))) {
      return Optional.ofNullable(prefix(unit.substring(0, unit.indexOf('/'))))
          .map(
              prefix -> number.multiply(prefix).divide(SECONDS_A_MINUTE, 12, RoundingMode.HALF_UP));
    }
    return Optional.ofNullable(quantity.factor(unit)).map(number::multiply);
  }

  private @Nullable BigDecimal factor(String unit) {
    String head = unit;
    if (this == RATE) {
      head = head.endsWith("/s") ? head.substring(0, head.length() - 2) : head;
      head = head.equals("rps") ? "" : head;
    }
    if (this == BYTES) {
      return switch (head) {
        case "", "b" -> BigDecimal.ONE;
        case "kb" -> BigDecimal.valueOf(1_000);
        case "mb" -> BigDecimal.valueOf(1_000_000);
        case "gb" -> BigDecimal.valueOf(1_000_000_000);
        case "kib" -> BigDecimal.valueOf(1L << 10);
        case "mib" -> BigDecimal.valueOf(1L << 20);
        case "gib" -> BigDecimal.valueOf(1L << 30);
        default -> null;
      };
    }
    if (this == FRACTION) {
      return head.isEmpty() ? BigDecimal.ONE : head.equals("%") ? new BigDecimal("0.01") : null;
    }
    if (this == FACTOR && (head.equals("x") || head.equals("×"))) {
      return BigDecimal.ONE;
    }
    return prefix(head);
  }

  private static @Nullable BigDecimal prefix(String text) {
    return switch (text) {
      case "" -> BigDecimal.ONE;
      case "k" -> BigDecimal.valueOf(1_000);
      case "m", "mio" -> BigDecimal.valueOf(1_000_000);
      default -> null;
    };
  }
}

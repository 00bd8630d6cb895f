package dev.stillwater.rules.own;

import dev.stillwater.model.Figures;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a number counts. Numbers are held in seconds, bytes and their quotients, so that they can
/// be multiplied and divided without a factor.
enum Unit {
  PLAIN("a number", 0, 0),
  SHARE("a fraction", 0, 0),
  TIME("a duration", 1, 0),
  RATE("a rate per second", -1, 0),
  SIZE("a size in bytes", 0, 1),
  FLOW("bytes per second", -1, 1);

  static final String KNOWN =
      "ms, s, min, h, d for durations; /s, k/s, /min for rates; B, KB, MB, GB, KiB, MiB, GiB for"
          + " sizes, with /s behind for bytes per second; % for fractions";

  private static final Pattern SPELLED =
      Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?) ?([A-Za-z%]*(?:/[A-Za-z]+)?)");

  private final String noun;
  private final int time;
  private final int size;

  Unit(String noun, int time, int size) {
    this.noun = noun;
    this.time = time;
    this.size = size;
  }

  /// With its article: `a duration`.
  String noun() {
    return noun;
  }

  boolean isBare() {
    return time == 0 && size == 0;
  }

  /// The unit of a product; empty where the language has no name for it.
  Optional<Unit> times(Unit other) {
    return of(time + other.time, size + other.size, other);
  }

  /// The unit of a quotient.
  Optional<Unit> by(Unit other) {
    if (isBare() && other == this) {
      return Optional.of(PLAIN);
    }
    return of(time - other.time, size - other.size, PLAIN);
  }

  private Optional<Unit> of(int t, int s, Unit other) {
    if (t == 0 && s == 0) {
      return Optional.of(this == SHARE && other.isBare() ? SHARE : PLAIN);
    }
    for (Unit unit : values()) {
      if (unit.time == t && unit.size == s) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }

  /// The unit in which both can be added and compared.
  Optional<Unit> with(Unit other) {
    if (time != other.time || size != other.size) {
      return Optional.empty();
    }
    return Optional.of(this == PLAIN ? other : this);
  }

  /// A number with its unit.
  record Measure(double number, Unit unit) {}

  /// Reads a number with an optional unit: `250ms`, `1k/s`, `80%`, `256 KiB`, `3`.
  static Optional<Measure> parse(String text) {
    Matcher matcher = SPELLED.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    double number = Double.parseDouble(matcher.group(1));
    String unit = matcher.group(2);
    return switch (unit) {
      case "" -> measure(number, PLAIN);
      case "%" -> measure(number / 100, SHARE);
      case "ms" -> measure(number / 1000, TIME);
      case "s" -> measure(number, TIME);
      case "m", "min" -> measure(number * 60, TIME);
      case "h" -> measure(number * 3600, TIME);
      case "d" -> measure(number * 86_400, TIME);
      case "/s" -> measure(number, RATE);
      case "k/s" -> measure(number * 1000, RATE);
      case "/min" -> measure(number / 60, RATE);
      default -> {
        boolean flow = unit.endsWith("/s");
        double bytes = bytes(flow ? unit.substring(0, unit.length() - 2) : unit);
        yield Double.isNaN(bytes) ? Optional.empty() : measure(number * bytes, flow ? FLOW : SIZE);
      }
    };
  }

  private static Optional<Measure> measure(double number, Unit unit) {
    return Optional.of(new Measure(number, unit));
  }

  private static double bytes(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "b" -> 1;
      case "kb" -> 1e3;
      case "mb" -> 1e6;
      case "gb" -> 1e9;
      case "kib" -> 1L << 10;
      case "mib" -> 1L << 20;
      case "gib" -> 1L << 30;
      default -> Double.NaN;
    };
  }

  /// For people: `250 ms`, `50 /s`, `99.95 %`.
  String show(double number) {
    if (Double.isInfinite(number)) {
      return "unlimited";
    }
    return switch (this) {
      case PLAIN -> Figures.number(number);
      case SHARE -> Figures.percent(number);
      case TIME -> Figures.time(number * 1000);
      case RATE -> Figures.rate(number);
      case SIZE -> Figures.bytes(number);
      case FLOW -> Figures.bytes(number) + "/s";
    };
  }
}

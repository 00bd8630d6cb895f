package dev.stillwater.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A length of time with the spelling it was declared in: `250ms`, `3s`, `24h`, `4d`, or `none` for
/// explicitly unlimited.
///
/// @param millis the length in milliseconds, infinite for `none`
/// @param text the spelling, kept so that a file comes back as it was written
public record Timespan(double millis, String text) implements Comparable<Timespan> {
  /// Explicitly unlimited.
  public static final Timespan NONE = new Timespan(Double.POSITIVE_INFINITY, "none");

  /// A number and a unit, as a regular expression of two groups.
  public static final String SPELLING = "(\\d{1,12}(?:\\.\\d{1,6})?)\\s*(ms|s|min|m|h|d)";

  private static final Pattern SPELLED = Pattern.compile(SPELLING);

  /// In milliseconds, 115,740 days: longer is a slip of the pen.
  private static final double LONGEST = 1e13;

  /// Reads a spelling and keeps it; empty when it is none.
  public static Optional<Timespan> parse(String text) {
    String trimmed = text.strip();
    if (trimmed.equals("none")) {
      return Optional.of(NONE);
    }
    Matcher matcher = SPELLED.matcher(trimmed);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    double millis = Double.parseDouble(matcher.group(1)) * unit(matcher.group(2));
    if (millis > LONGEST) {
      return Optional.empty();
    }
    return Optional.of(new Timespan(millis, trimmed));
  }

  private static double unit(String name) {
    return switch (name) {
      case "ms" -> 1;
      case "s" -> 1e3;
      case "m", "min" -> 6e4;
      case "h" -> 3.6e6;
      default -> 8.64e7;
    };
  }

  /// The shortest exact spelling of a length in milliseconds, rounded to a whole millisecond, or
  /// below that to a nanosecond. At most what [#parse] reads again.
  public static Timespan ofMillis(double millis) {
    if (Double.isInfinite(millis)) {
      return NONE;
    }
    if (millis > 0 && millis < 1) {
      BigDecimal exact = BigDecimal.valueOf(Math.max(millis, 1e-6));
      String part = exact.setScale(6, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
      return new Timespan(Double.parseDouble(part), part + "ms");
    }
    long whole = Math.round(Math.min(millis, LONGEST));
    String[] names = {"d", "h", "m", "s"};
    for (String name : names) {
      long unit = (long) unit(name);
      if (whole >= unit && whole % unit == 0) {
        return new Timespan(whole, whole / unit + name);
      }
    }
    if (whole >= 1000 && whole % 100 == 0) {
      String seconds =
          BigDecimal.valueOf(whole)
              .divide(BigDecimal.valueOf(1000), 3, RoundingMode.HALF_UP)
              .stripTrailingZeros()
              .toPlainString();
      return new Timespan(whole, seconds + "s");
    }
    return new Timespan(whole, String.format(Locale.ROOT, "%dms", whole));
  }

  public static Timespan ofSeconds(double seconds) {
    return ofMillis(seconds * 1000);
  }

  /// The same length in the spelling of files: `5 min` as somebody typed it becomes `5m`.
  public Timespan normalised() {
    Matcher matcher = SPELLED.matcher(text);
    return matcher.matches()
        ? new Timespan(
            millis, matcher.group(1) + (matcher.group(2).equals("min") ? "m" : matcher.group(2)))
        : this;
  }

  public double seconds() {
    return millis / 1000;
  }

  public boolean isUnlimited() {
    return Double.isInfinite(millis);
  }

  @Override
  public int compareTo(Timespan other) {
    return Double.compare(millis, other.millis);
  }

  @Override
  public String toString() {
    return text;
  }
}

package dev.stillwater.model;

import java.util.Locale;

/// Numbers with units, as people say them: `250 ms`, `2.0 s`, `15 min`, `50 /s`, `12.5 KB`. The
/// same in every locale.
public final class Figures {
  private Figures() {}

  /// A length of time given in milliseconds; `unlimited` where infinite.
  public static String time(double millis) {
    if (Double.isNaN(millis)) {
      return "unknown";
    }
    if (Double.isInfinite(millis)) {
      return "unlimited";
    }
    if (millis < 999.5) {
      return millis == 0 ? "0 s" : short3(millis) + " ms";
    }
    double seconds = millis / 1000;
    if (seconds < 99.95) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    if (seconds < 600) {
      return String.format(Locale.ROOT, "%.0f s", seconds);
    }
    if (seconds < 7200) {
      return short3(seconds / 60) + " min";
    }
    double hours = seconds / 3600;
    return hours < 48 ? short3(hours) + " h" : short3(hours / 24) + " d";
  }

  /// A moment after an injection given in milliseconds: `0.0 s`, `2.0 s`, else as a length of time.
  public static String moment(double millis) {
    return millis < 99_950 ? String.format(Locale.ROOT, "%.1f s", millis / 1000) : time(millis);
  }

  /// Requests or messages per second: `50 /s`, `12,000 /s`.
  public static String rate(double perSecond) {
    return number(perSecond) + " /s";
  }

  /// A plain number with at most three significant digits below a thousand, and thousands apart
  /// above.
  public static String number(double value) {
    if (Double.isNaN(value)) {
      return "unknown";
    }
    if (Double.isInfinite(value)) {
      return "unlimited";
    }
    return Math.abs(value) < 1000 ? short3(value) : String.format(Locale.ROOT, "%,.0f", value);
  }

  /// A fraction as a percentage with the digits that tell nines apart: `99.95 %`.
  public static String percent(double fraction) {
    String text = String.format(Locale.ROOT, "%.4f", fraction * 100);
    return trimmed(text) + " %";
  }

  /// Bytes in powers of a thousand: `12.5 KB`.
  public static String bytes(double bytes) {
    String[] units = {"B", "KB", "MB", "GB", "TB"};
    int unit = 0;
    double value = bytes;
    while (value >= 999.5 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return short3(value) + " " + units[unit];
  }

  /// `1 finding`, `2 findings`.
  public static String count(int number, String noun) {
    return count(number, noun, noun + "s");
  }

  /// `1 query`, `2 queries`.
  public static String count(int number, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
  }

  private static String short3(double value) {
    double size = Math.abs(value);
    if (value == Math.rint(value) && size < 1000) {
      return Long.toString((long) value);
    }
    String pattern = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
    return trimmed(String.format(Locale.ROOT, pattern, value));
  }

  private static String trimmed(String text) {
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }
}

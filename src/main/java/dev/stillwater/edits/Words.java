package dev.stillwater.edits;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.Journey;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/// How sentences for people are worded: enumerations, lengths of time, rates. The same everywhere,
/// whatever the locale.
public final class Words {
  private static final double SECOND = 1e3;
  private static final double MINUTE = 60 * SECOND;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;

  /// Names that one sentence can hold.
  private static final int MOST_NAMES = 5;

  public static final Comparator<Node> BY_ID = Comparator.comparing(Node::id);

  private Words() {}

  /// What people call a component: its name, or `the queue on mail` for one that is not drawn.
  public static String name(Node node) {
    return node.impliedBy()
        .map(link -> "the " + node.kind().noun() + " on " + link)
        .orElseGet(() -> node.component().name());
  }

  /// What people call something that a sentence speaks of: components, links, journeys, and lists
  /// of them; numbers and texts stay.
  public static Object told(Object thing) {
    return switch (thing) {
      case Node node -> name(node);
      case Edge edge -> edge.subject();
      case Journey journey -> journey.name();
      case List<?> things -> list(things.stream().map(each -> told(each).toString()).toList());
      default -> thing;
    };
  }

  /// A label in the middle of a sentence: `Timeout` becomes `timeout`, `AWS zone` stays.
  public static String insideSentence(String label) {
    return label.length() > 1 && Character.isUpperCase(label.charAt(1))
        ? label
        : Character.toLowerCase(label.charAt(0)) + label.substring(1);
  }

  /// The same words at the beginning of a sentence.
  public static String capital(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /// An enumeration: `email, loyalty and analytics`.
  public static String list(List<String> items) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }

  /// What several things are called, the first few by name: `a, b, c, d, e and 12 more`.
  public static String some(List<?> things) {
    List<String> names = things.stream().map(each -> told(each).toString()).toList();
    int more = names.size() - MOST_NAMES;
    return more <= 1
        ? list(names)
        : String.join(", ", names.subList(0, MOST_NAMES)) + " and " + more + " more";
  }

  /// A small number as a word, a larger one in digits.
  public static String count(int number) {
    List<String> words =
        List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    return number >= 0 && number < words.size() ? words.get(number) : Integer.toString(number);
  }

  /// A counted noun: `one retry`, `three retries`.
  public static String plural(int number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  /// A length of time as people say it: `40 ms`, `2.0 s`, `15 min`, `4 d`.
  ///
  /// @param millis not NaN
  public static String duration(double millis) {
    if (Double.isInfinite(millis)) {
      return "for ever";
    }
    if (millis < SECOND) {
      return number(millis) + " ms";
    }
    if (millis < MINUTE) {
      return fixed(millis / SECOND, 1) + " s";
    }
    if (millis < HOUR) {
      return number(millis / MINUTE) + " min";
    }
    return millis < 2 * DAY ? number(millis / HOUR) + " h" : number(millis / DAY) + " d";
  }

  /// When something happens, as people say it: `at once`, `after 2.0 s`.
  public static String after(double millis) {
    return millis <= 0 ? "at once" : "after " + duration(millis);
  }

  /// A rate: `50 req/s`.
  public static String perSecond(double rate) {
    return number(rate) + " req/s";
  }

  /// A number with at most three significant digits after which zeros say nothing: `750`, `0.25`.
  public static String number(double value) {
    BigDecimal exact = new BigDecimal(value);
    BigDecimal rounded =
        exact.abs().compareTo(BigDecimal.valueOf(100)) >= 0
            ? exact.setScale(0, RoundingMode.HALF_EVEN)
            : exact.round(new MathContext(3, RoundingMode.HALF_EVEN));
    BigDecimal plain = rounded.stripTrailingZeros();
    return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
  }

  /// A factor in full: `243`.
  public static String times(double factor) {
    return Double.isInfinite(factor) ? "more than 1e308" : fixed(factor, 0);
  }

  /// A number with so many digits behind the point, ties to even: what C calls `%.1f`.
  public static String fixed(double value, int digits) {
    return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
  }
}

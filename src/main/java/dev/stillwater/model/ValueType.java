package dev.stillwater.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The type of an attribute: how its values are read from a file, typed by a person, and shown.
///
/// A *plain* value is what a file format offers: `String`, `Boolean`, `BigDecimal`, `List<Object>`
/// or `Map<String, Object>`. Reading never throws; absurd numbers are refused here, at the
/// boundary.
public sealed interface ValueType<T> {
  /// Reads a plain value from a file.
  Parsed<T> fromPlain(Object plain);

  /// The plain value to write: `String`, `Boolean`, `Long`, `Double`, `List` or `Map`.
  Object toPlain(T value);

  /// Reads what a person typed; units and thousands are accepted.
  Parsed<T> parse(String typed);

  /// The value as a person would type it.
  String show(T value);

  /// What is expected, as a noun: `a duration such as 250ms, 3s, 24h or none`.
  String expectation();

  /// What is expected in files, where numbers stand without units.
  default String expectationInFiles() {
    return expectation();
  }

  private static <T> Parsed<T> expected(ValueType<T> type, Object got) {
    return Parsed.bad("expected " + type.expectation() + ", found " + shown(got));
  }

  private static <T> Parsed<T> expectedInFile(ValueType<T> type, Object got) {
    return Parsed.bad("expected " + type.expectationInFiles() + ", found " + shown(got));
  }

  /// A plain value in a message: a text in quotes and cut where it is long.
  static String shown(Object plain) {
    return switch (plain) {
      case String text -> "\"" + cut(text) + "\"";
      case List<?> list -> list.isEmpty() ? "an empty list" : "a list";
      case Map<?, ?> map -> "an object";
      default -> cut(plain.toString());
    };
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= 60
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 57)) + "…";
  }

  /// Free text.
  record Text(boolean multiline) implements ValueType<String> {
    @Override
    public Parsed<String> fromPlain(Object plain) {
      return plain instanceof String text ? Parsed.ok(text) : expected(this, plain);
    }

    @Override
    public Object toPlain(String value) {
      return value;
    }

    @Override
    public Parsed<String> parse(String typed) {
      return Parsed.ok(typed);
    }

    @Override
    public String show(String value) {
      return value;
    }

    @Override
    public String expectation() {
      return "a text";
    }
  }

  /// The id of another element.
  record Reference(Target target) implements ValueType<String> {
    /// What the id names.
    public enum Target {
      COMPONENT,
      LINK,
      PRESET
    }

    @Override
    public Parsed<String> fromPlain(Object plain) {
      return plain instanceof String text && !text.isBlank()
          ? Parsed.ok(text)
          : expected(this, plain);
    }

    @Override
    public Object toPlain(String value) {
      return value;
    }

    @Override
    public Parsed<String> parse(String typed) {
      return fromPlain(typed.strip());
    }

    @Override
    public String show(String value) {
      return value;
    }

    @Override
    public String expectation() {
      return switch (target) {
        case COMPONENT -> "the id of a component";
        case LINK -> "the id of a link";
        case PRESET -> "the key of a preset";
      };
    }
  }

  /// A list of names, in order, each once.
  record Names(String noun) implements ValueType<List<String>> {
    @Override
    public Parsed<List<String>> fromPlain(Object plain) {
      if (!(plain instanceof List<?> list)) {
        return expected(this, plain);
      }
      Set<String> names = new LinkedHashSet<>();
      for (Object item : list) {
        if (!(item instanceof String text) || text.isBlank()) {
          return expected(this, item);
        }
        names.add(text);
      }
      return Parsed.ok(List.copyOf(names));
    }

    @Override
    public Object toPlain(List<String> value) {
      return value;
    }

    @Override
    public Parsed<List<String>> parse(String typed) {
      return fromPlain(
          Arrays.stream(typed.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList());
    }

    @Override
    public String show(List<String> value) {
      return String.join(", ", value);
    }

    @Override
    public String expectation() {
      return "a list of " + noun;
    }
  }

  /// Yes or no.
  record Flag() implements ValueType<Boolean> {
    @Override
    public Parsed<Boolean> fromPlain(Object plain) {
      return plain instanceof Boolean flag ? Parsed.ok(flag) : expected(this, plain);
    }

    @Override
    public Object toPlain(Boolean value) {
      return value;
    }

    @Override
    public Parsed<Boolean> parse(String typed) {
      return switch (typed.strip().toLowerCase(Locale.ROOT)) {
        case "yes", "true", "on" -> Parsed.ok(true);
        case "no", "false", "off" -> Parsed.ok(false);
        default -> Parsed.bad("expected yes or no, found \"" + typed.strip() + "\"");
      };
    }

    @Override
    public String show(Boolean value) {
      return value ? "yes" : "no";
    }

    @Override
    public String expectation() {
      return "true or false";
    }
  }

  /// One word of a closed set.
  record Choice<E extends Enum<E> & Word>(Class<E> type) implements ValueType<E> {
    public List<E> options() {
      return List.of(type.getEnumConstants());
    }

    @Override
    public Parsed<E> fromPlain(Object plain) {
      for (E option : type.getEnumConstants()) {
        if (option.word().equals(plain)) {
          return Parsed.ok(option);
        }
      }
      return expected(this, plain);
    }

    @Override
    public Object toPlain(E value) {
      return value.word();
    }

    @Override
    public Parsed<E> parse(String typed) {
      return fromPlain(typed.strip().toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-'));
    }

    @Override
    public String show(E value) {
      return value.word();
    }

    @Override
    public String expectation() {
      return "one of " + String.join(", ", options().stream().map(Word::word).toList());
    }
  }

  /// A length of time.
  record Duration(boolean zeroAllowed) implements ValueType<Timespan> {
    @Override
    public Parsed<Timespan> fromPlain(Object plain) {
      return plain instanceof String text ? read(text) : expected(this, plain);
    }

    @Override
    public Object toPlain(Timespan value) {
      return value.text();
    }

    @Override
    public Parsed<Timespan> parse(String typed) {
      return read(typed).then(span -> Parsed.ok(span.normalised()));
    }

    private Parsed<Timespan> read(String text) {
      return Timespan.parse(text)
          .filter(span -> zeroAllowed || span.millis() > 0)
          .map(Parsed::ok)
          .orElseGet(() -> expected(this, text.strip()));
    }

    @Override
    public String show(Timespan value) {
      return value.text();
    }

    @Override
    public String expectation() {
      return zeroAllowed
          ? "a duration such as 0s, 250ms, 3s, 15m, 24h, 4d or none"
          : "a duration above zero such as 250ms, 3s, 15m, 24h, 4d or none";
    }
  }

  /// A whole number within bounds.
  record Whole(int least, int most) implements ValueType<Integer> {
    @Override
    public Parsed<Integer> fromPlain(Object plain) {
      if (!(plain instanceof BigDecimal number)) {
        return expected(this, plain);
      }
      if (number.compareTo(BigDecimal.valueOf(least)) < 0
          || number.compareTo(BigDecimal.valueOf(most)) > 0
          || number.stripTrailingZeros().scale() > 0) {
        return expected(this, number);
      }
      return Parsed.ok(number.intValue());
    }

    @Override
    public Object toPlain(Integer value) {
      return (long) value;
    }

    @Override
    public Parsed<Integer> parse(String typed) {
      return Quantity.parse(typed, Quantity.COUNT)
          .map(this::fromPlain)
          .orElseGet(() -> expected(this, typed.strip()));
    }

    @Override
    public String show(Integer value) {
      return Integer.toString(value);
    }

    @Override
    public String expectation() {
      return "a whole number from " + least + " to " + most;
    }
  }

  /// A number within bounds, in a unit that files leave out and people may type.
  record Real(Quantity quantity, double least, double most) implements ValueType<Double> {
    @Override
    public Parsed<Double> fromPlain(Object plain) {
      return plain instanceof BigDecimal number && inBounds(number.doubleValue())
          ? Parsed.ok(number.doubleValue())
          : expectedInFile(this, plain);
    }

    private boolean inBounds(double value) {
      return value >= least && value <= most;
    }

    @Override
    public Object toPlain(Double value) {
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? (Object) (long) (double) value
          : value;
    }

    @Override
    public Parsed<Double> parse(String typed) {
      return Quantity.parse(typed, quantity)
          .map(BigDecimal::doubleValue)
          .filter(this::inBounds)
          .map(Parsed::ok)
          .orElseGet(() -> expected(this, typed.strip()));
    }

    @Override
    public String show(Double value) {
      return toPlain(value) instanceof Long whole
          ? whole.toString()
          : new BigDecimal(value.toString()).toPlainString();
    }

    @Override
    public String expectation() {
      return quantity.expectation(least, most);
    }

    @Override
    public String expectationInFiles() {
      return quantity.expectationInFiles(least, most);
    }
  }

  /// A calendar day, spelled `2026-01-31`.
  record Day() implements ValueType<LocalDate> {
    @Override
    public Parsed<LocalDate> fromPlain(Object plain) {
      if (plain instanceof String text) {
        try {
          return Parsed.ok(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
          return expected(this, plain);
        }
      }
      return expected(this, plain);
    }

    @Override
    public Object toPlain(LocalDate value) {
      return value.toString();
    }

    @Override
    public Parsed<LocalDate> parse(String typed) {
      return fromPlain(typed.strip());
    }

    @Override
    public String show(LocalDate value) {
      return value.toString();
    }

    @Override
    public String expectation() {
      return "a day such as 2026-01-31";
    }
  }

  /// A list of small records, each with attributes of its own table.
  record Entries(AttributeTable table) implements ValueType<List<Attributes>> {
    @Override
    public Parsed<List<Attributes>> fromPlain(Object plain) {
      if (!(plain instanceof List<?> list)) {
        return expected(this, plain);
      }
      List<Attributes> entries = new ArrayList<>();
      for (Object item : list) {
        if (!(item instanceof Map<?, ?> map)) {
          return expected(this, item);
        }
        Attributes entry = Attributes.none(table);
        for (Map.Entry<?, ?> field : map.entrySet()) {
          Attribute<?> attribute = table.find(String.valueOf(field.getKey())).orElse(null);
          if (attribute == null) {
            return Parsed.bad("unknown key \"" + field.getKey() + "\"");
          }
          Object value = field.getValue();
          if (value == null) {
            return expected(this, "null");
          }
          switch (entry.withPlain(attribute, value)) {
            case Parsed.Ok<Attributes> ok -> entry = ok.value();
            case Parsed.Bad<Attributes> bad -> {
              return Parsed.bad(attribute.key() + ": " + bad.reason());
            }
          }
        }
        entries.add(entry);
      }
      return Parsed.ok(List.copyOf(entries));
    }

    @Override
    public Object toPlain(List<Attributes> value) {
      return value.stream().map(Attributes::toPlain).toList();
    }

    @Override
    public Parsed<List<Attributes>> parse(String typed) {
      return Parsed.bad("is edited as a table");
    }

    @Override
    public String show(List<Attributes> value) {
      return value.size() + (value.size() == 1 ? " entry" : " entries");
    }

    @Override
    public String expectation() {
      return "a list of entries";
    }
  }
}

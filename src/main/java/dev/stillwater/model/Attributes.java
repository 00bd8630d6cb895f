package dev.stillwater.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The declared values of one element, in the order of its table, and the fields that this version
/// does not know. Immutable; an attribute that nobody declared is absent.
public final class Attributes {
  private static final Object[] EMPTY = {};

  private final AttributeTable table;

  /// Attribute and value by turns, sorted by the order of the table: elements declare few of many.
  private final Object[] pairs;

  private final Map<String, String> unknown;

  private Attributes(AttributeTable table, Object[] pairs, Map<String, String> unknown) {
    this.table = table;
    this.pairs = pairs;
    this.unknown = unknown;
  }

  public static Attributes none(AttributeTable table) {
    return new Attributes(table, EMPTY, Map.of());
  }

  public AttributeTable table() {
    return table;
  }

  /// The declared value; empty when nobody declared it.
  public <T> Optional<T> get(Attribute<T> attribute) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i] == attribute) {
        return Optional.of(value(attribute, i));
      }
    }
    return Optional.empty();
  }

  /// The declared value, else the attribute's own default for elements without a kind.
  ///
  /// @throws IllegalStateException when the attribute has neither
  public <T> T orDefault(Attribute<T> attribute) {
    return get(attribute)
        .or(attribute::defaultValue)
        .orElseThrow(() -> new IllegalStateException(attribute.key() + " has no default"));
  }

  public boolean declares(Attribute<?> attribute) {
    return get(attribute).isPresent();
  }

  @SuppressWarnings("unchecked")
  private <T> T value(Attribute<T> attribute, int index) {
    return (T) pairs[index + 1];
  }

  /// A copy that declares this value.
  public <T> Attributes with(Attribute<T> attribute, T value) {
    int index = table.indexOf(attribute);
    int at = 0;
    while (at < pairs.length && table.indexOf((Attribute<?>) pairs[at]) < index) {
      at += 2;
    }
    boolean replace = at < pairs.length && pairs[at] == attribute;
    if (replace && pairs[at + 1].equals(value)) {
      return this;
    }
    Object[] copy = new Object[pairs.length + (replace ? 0 : 2)];
    System.arraycopy(pairs, 0, copy, 0, at);
    copy[at] = attribute;
    copy[at + 1] = Objects.requireNonNull(value);
    int rest = replace ? at + 2 : at;
    System.arraycopy(pairs, rest, copy, at + 2, pairs.length - rest);
    return new Attributes(table, copy, unknown);
  }

  /// A copy that does not declare this attribute.
  public Attributes without(Attribute<?> attribute) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i] == attribute) {
        Object[] copy = new Object[pairs.length - 2];
        System.arraycopy(pairs, 0, copy, 0, i);
        System.arraycopy(pairs, i + 2, copy, i, pairs.length - i - 2);
        return new Attributes(table, copy, unknown);
      }
    }
    return this;
  }

  /// A copy with this value or, where it is null, without the attribute.
  public <T> Attributes set(Attribute<T> attribute, @Nullable T value) {
    return value == null ? without(attribute) : with(attribute, value);
  }

  /// A copy with a plain value as it stands in a file.
  public <T> Parsed<Attributes> withPlain(Attribute<T> attribute, Object plain) {
    return attribute.type().fromPlain(plain).then(value -> Parsed.ok(with(attribute, value)));
  }

  /// A copy that takes over every value that another element declares and that this table knows.
  public Attributes copyFrom(Attributes other, Attribute<?>... only) {
    Attributes result = this;
    for (Attribute<?> attribute : only) {
      result = copyOne(result, other, attribute);
    }
    return result;
  }

  private static <T> Attributes copyOne(Attributes into, Attributes from, Attribute<T> attribute) {
    return from.get(attribute).map(value -> into.with(attribute, value)).orElse(into);
  }

  /// The declared attributes in the order of the table.
  public List<Attribute<?>> declared() {
    List<Attribute<?>> result = new ArrayList<>(pairs.length / 2);
    for (int i = 0; i < pairs.length; i += 2) {
      result.add((Attribute<?>) pairs[i]);
    }
    return result;
  }

  /// Fields of a file that this version does not know: key and JSON text, in the order of the file.
  public Map<String, String> unknown() {
    return unknown;
  }

  public Attributes withUnknown(Map<String, String> fields) {
    return new Attributes(table, pairs, Collections.unmodifiableMap(new LinkedHashMap<>(fields)));
  }

  /// Key and plain value of everything declared, in the order of the table.
  public Map<String, Object> toPlain() {
    Map<String, Object> result = new LinkedHashMap<>();
    for (Attribute<?> attribute : declared()) {
      result.put(attribute.key(), plain(attribute));
    }
    return result;
  }

  private <T> Object plain(Attribute<T> attribute) {
    return attribute.type().toPlain(get(attribute).orElseThrow());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Attributes that
        && table == that.table
        && Arrays.equals(pairs, that.pairs)
        && unknown.equals(that.unknown);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(pairs) + unknown.hashCode();
  }

  @Override
  public String toString() {
    return toPlain().toString();
  }
}

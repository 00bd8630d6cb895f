package dev.stillwater.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One value that differs between two states of an element.
///
/// @param key as in files: `timeout`; `kind`, `from` and `to` for what an element has besides its
///   attributes
/// @param label for people: `Timeout`
/// @param before the plain value as a file has it; null where it was not declared
/// @param after the plain value; null where it is not declared any more
/// @param shownBefore for people, exactly: `250ms`, `50 /s`; `not declared` for none
public record AttributeChange(
    String key,
    String label,
    @Nullable Object before,
    @Nullable Object after,
    String shownBefore,
    String shownAfter) {
  private static final String NOT_DECLARED = "not declared";

  /// A change of something that both states have.
  static AttributeChange of(String key, String label, String before, String after) {
    return new AttributeChange(key, label, before, after, before, after);
  }

  /// `Timeout 2s → 250ms`.
  public String text() {
    return label + " " + shownBefore + " → " + shownAfter;
  }

  /// What differs between two sets of values, in the order of the table; unknown fields last.
  public static List<AttributeChange> between(Attributes before, Attributes after) {
    if (before.equals(after)) {
      return List.of();
    }
    List<AttributeChange> result = new ArrayList<>();
    for (Attribute<?> attribute : before.table().all()) {
      add(attribute, before, after, result);
    }
    addUnknown(before.unknown(), after.unknown(), result);
    return List.copyOf(result);
  }

  private static <T> void add(
      Attribute<T> attribute, Attributes before, Attributes after, List<AttributeChange> into) {
    T old = before.get(attribute).orElse(null);
    T fresh = after.get(attribute).orElse(null);
    if (old == null ? fresh != null : !old.equals(fresh)) {
      into.add(
          new AttributeChange(
              attribute.key(),
              attribute.label(),
              old == null ? null : attribute.type().toPlain(old),
              fresh == null ? null : attribute.type().toPlain(fresh),
              shown(attribute, old),
              shown(attribute, fresh)));
    }
  }

  /// What differs between the fields that this version does not know.
  static void addUnknown(
      Map<String, String> before, Map<String, String> after, List<AttributeChange> into) {
    TreeSet<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (String key : keys) {
      String old = before.get(key);
      String fresh = after.get(key);
      if (old == null || !old.equals(fresh)) {
        into.add(
            new AttributeChange(
                key,
                key,
                old,
                fresh,
                old == null ? NOT_DECLARED : old,
                fresh == null ? NOT_DECLARED : fresh));
      }
    }
  }

  private static <T> String shown(Attribute<T> attribute, @Nullable T value) {
    if (value == null) {
      return NOT_DECLARED;
    }
    if (attribute.type() instanceof ValueType.Real real && value instanceof Double number) {
      String exact = real.show(number);
      return switch (real.quantity()) {
        case COUNT -> exact;
        case RATE -> exact + " /s";
        case BYTES -> exact + " B";
        case FACTOR -> exact + "×";
        case FRACTION -> percent(exact);
      };
    }
    return attribute.type().show(value);
  }

  private static String percent(String fraction) {
    BigDecimal hundredfold = new BigDecimal(fraction).movePointRight(2);
    return hundredfold.signum() == 0
        ? "0 %"
        : hundredfold.stripTrailingZeros().toPlainString() + " %";
  }
}

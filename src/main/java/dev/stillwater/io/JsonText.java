package dev.stillwater.io;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.ValueType;
import java.math.BigDecimal;
import java.util.List;

/// JSON on one line: one space behind each colon and comma, integers as integers, the shortest
/// decimals that give the same number back. Text stands as it is, but what cannot be seen is
/// spelled `\u202e`; a slash is not escaped.
final class JsonText {
  private JsonText() {}

  static String string(String text) {
    StringBuilder result = new StringBuilder(text.length() + 2);
    string(text, result);
    return result.toString();
  }

  static void string(String text, StringBuilder into) {
    into.append('"');
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\' || Visible.hidden(text, i)) {
        into.append(text, plain, i).append(escape(c));
        plain = i + 1;
      }
    }
    into.append(text, plain, text.length()).append('"');
  }

  private static String escape(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      default -> Visible.escape(c);
    };
  }

  static String number(double value) {
    BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    boolean plain = exact.scale() >= -20 && exact.scale() <= 20;
    return plain ? exact.toPlainString() : exact.toString().replace("E", "e");
  }

  /// Appends `"key": value` for everything declared, then what this version does not know; each
  /// with a separator in front unless the object has just begun.
  static void fields(Attributes attributes, StringBuilder into) {
    for (Attribute<?> attribute : attributes.declared()) {
      key(attribute.key(), into);
      value(attribute, attributes, into);
    }
    attributes
        .unknown()
        .forEach((name, json) -> {
          key(name, into);
          into.append(json);
        });
  }

  static void key(String key, StringBuilder into) {
    into.append(into.charAt(into.length() - 1) == '{' ? "" : ", ");
    string(key, into);
    into.append(": ");
  }

  static <T> void value(Attribute<T> attribute, Attributes from, StringBuilder into) {
    T value = from.get(attribute).orElseThrow();
    if (attribute.type() instanceof ValueType.Entries) {
      entries((List<?>) value, into);
    } else {
      plain(attribute.type().toPlain(value), into);
    }
  }

  private static void entries(List<?> entries, StringBuilder into) {
    into.append('[');
    String separator = "";
    for (Object entry : entries) {
      into.append(separator).append('{');
      fields((Attributes) entry, into);
      into.append('}');
      separator = ", ";
    }
    into.append(']');
  }

  static void plain(Object plain, StringBuilder into) {
    switch (plain) {
      case String text -> string(text, into);
      case Double number -> into.append(number(number));
      case List<?> list -> {
        into.append('[');
        String separator = "";
        for (Object item : list) {
          into.append(separator);
          plain(item, into);
          separator = ", ";
        }
        into.append(']');
      }
      case Boolean flag -> into.append(flag);
      case Long number -> into.append(number);
      default -> throw new IllegalArgumentException("no plain value: " + plain.getClass());
    }
  }
}

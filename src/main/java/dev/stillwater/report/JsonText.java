package dev.stillwater.report;

import dev.stillwater.drawing.VisibleText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value as JSON text, indented by two spaces; what is short and holds only plain values stands
/// on one line. Nothing in the text moves a cursor: hidden characters are written as escapes.
///
/// A value is null, a `Boolean`, `Number`, `String`, `List` or a `Map` with keys in their order.
final class JsonText {
  private static final int LINE = 100;
  private final StringBuilder out = new StringBuilder();

  private JsonText() {}

  static String of(Object value) {
    JsonText text = new JsonText();
    text.write(value, 0);
    return text.out.append('\n').toString();
  }

  /// A map of plain values on one line, however long.
  static String line(Map<?, ?> map) {
    JsonText text = new JsonText();
    text.flat(map, 0);
    return text.out.toString();
  }

  private void write(@Nullable Object value, int depth) {
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> map -> map(map, depth);
      case List<?> list -> list(list, depth);
      case Number number -> number(number);
      case Boolean bool -> out.append(bool);
      default -> string(value.toString());
    }
  }

  private void map(Map<?, ?> map, int depth) {
    if (fitsOnLine(map.values(), depth, () -> flat(map, depth))) {
      return;
    }
    out.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(separator);
      newLine(depth + 1);
      entry(entry, depth + 1);
      separator = ",";
    }
    newLine(depth);
    out.append('}');
  }

  private void entry(Map.Entry<?, ?> entry, int depth) {
    string(String.valueOf(entry.getKey()));
    out.append(": ");
    write(entry.getValue(), depth);
  }

  private void flat(Map<?, ?> map, int depth) {
    out.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(separator);
      entry(entry, depth);
      separator = ", ";
    }
    out.append('}');
  }

  private void list(List<?> list, int depth) {
    if (fitsOnLine(list, depth, () -> flat(list, depth))) {
      return;
    }
    out.append('[');
    String separator = "";
    for (Object item : list) {
      out.append(separator);
      newLine(depth + 1);
      write(item, depth + 1);
      separator = ",";
    }
    newLine(depth);
    out.append(']');
  }

  private void flat(List<?> list, int depth) {
    out.append('[');
    String separator = "";
    for (Object item : list) {
      out.append(separator);
      write(item, depth);
      separator = ", ";
    }
    out.append(']');
  }

  /// Writes on one line where nothing is nested and the line stays short; else writes nothing.
  private boolean fitsOnLine(Iterable<?> values, int depth, Runnable writeFlat) {
    for (Object value : values) {
      if (value instanceof Map<?, ?> map && !map.isEmpty()
          || value instanceof List<?> list && !list.stream().allMatch(Number.class::isInstance)) {
        return false;
      }
    }
    int start = out.length();
    writeFlat.run();
    if (out.length() - start + 2 * depth <= LINE) {
      return true;
    }
    out.setLength(start);
    return false;
  }

  private void newLine(int depth) {
    out.append('\n').repeat("  ", depth);
  }

  private void number(Number number) {
    if (number instanceof Double value) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("JSON has no " + value);
      }
      out.append(plain(value));
    } else {
      out.append(number);
    }
  }

  /// At most nine decimals, and no zeros at the end.
  private static String plain(double value) {
    BigDecimal rounded = new BigDecimal(value).setScale(9, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static boolean isHidden(int code) {
    String text = Character.toString(code);
    return !VisibleText.of(text).equals(text);
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); ) {
      int code = text.codePointAt(i);
      i += Character.charCount(code);
      if (code == '"' || code == '\\') {
        out.append('\\').append((char) code);
      } else if (code == '\n') {
        out.append("\\n");
      } else if (isHidden(code)) {
        for (char half : Character.toChars(code)) {
          out.append(String.format(Locale.ROOT, "\\u%04x", (int) half));
        }
      } else {
        out.appendCodePoint(code);
      }
    }
    out.append('"');
  }
}

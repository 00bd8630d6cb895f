package dev.stillwater.io;

import java.util.List;
import java.util.Map;

/// JSON with two spaces of indentation; a list or object that fits into a line stands on one.
final class PrettyJson {
  private static final int WIDTH = 100;

  private PrettyJson() {}

  static void append(Object value, int indentation, StringBuilder out) {
    int start = out.length();
    oneLine(value, out);
    boolean nested = value instanceof Map<?, ?> || value instanceof List<?>;
    if (!nested || indentation + out.length() - start <= WIDTH) {
      return;
    }
    out.setLength(start);
    String inner = "\n" + " ".repeat(indentation + 2);
    String separator = inner;
    if (value instanceof Map<?, ?> map) {
      out.append('{');
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(separator);
        JsonText.string((String) entry.getKey(), out);
        out.append(": ");
        append(entry.getValue(), indentation + 2, out);
        separator = "," + inner;
      }
    } else if (value instanceof List<?> list) {
      out.append('[');
      for (Object item : list) {
        out.append(separator);
        append(item, indentation + 2, out);
        separator = "," + inner;
      }
    }
    out.append('\n').append(" ".repeat(indentation)).append(value instanceof Map ? '}' : ']');
  }

  private static void oneLine(Object value, StringBuilder out) {
    if (value instanceof Map<?, ?> map) {
      out.append('{');
      map.forEach((key, item) -> {
        JsonText.key((String) key, out);
        oneLine(item, out);
      });
      out.append('}');
    } else if (value instanceof List<?> list) {
      out.append('[');
      String separator = "";
      for (Object item : list) {
        out.append(separator);
        oneLine(item, out);
        separator = ", ";
      }
      out.append(']');
    } else {
      JsonText.plain(value, out);
    }
  }
}

package dev.stillwater.io;

/// JSON text on one line, as [JsonInput] copies it, and its form for the top level of a file.
final class OneLine {
  private OneLine() {}

  /// Appends a list or object with one entry a line, as those of this version stand at the top
  /// level; anything else as it is.
  static void unfold(String json, StringBuilder into) {
    boolean container = json.length() > 2 && (json.charAt(0) == '{' || json.charAt(0) == '[');
    if (!container) {
      into.append(json);
      return;
    }
    into.append(json.charAt(0)).append("\n    ");
    int depth = 0;
    boolean quoted = false;
    for (int i = 1; i < json.length() - 1; i++) {
      char c = json.charAt(i);
      if (quoted) {
        if (c == '\\') {
          into.append(c).append(json.charAt(++i));
          continue;
        }
        quoted = c != '"';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      } else if (c == ',' && depth == 0) {
        into.append(",\n    ");
        i++;
        continue;
      }
      into.append(c);
    }
    into.append("\n  ").append(json.charAt(json.length() - 1));
  }
}

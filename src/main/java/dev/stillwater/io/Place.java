package dev.stillwater.io;

import java.util.List;

/// Where in the structure of a file something stands.
///
/// @param head a top-level key or one entry of a top-level list: `links[3]`; empty for the whole
///   file
/// @param element the id of that entry, empty where it has none
/// @param tail the way on from there: `timeout`, `load[0].at`; empty for the entry itself
public record Place(String head, String element, String tail) {
  public static final Place FILE = new Place("", "", "");

  public Place {
    head = Visible.text(head);
    element = Visible.text(element);
    tail = Visible.text(tail);
  }

  /// The JSON path: `links[3].timeout`.
  public String path() {
    boolean dot = !head.isEmpty() && !tail.isEmpty() && !tail.startsWith("[");
    return head + (dot ? "." : "") + tail;
  }

  static String join(String tail, String key) {
    return tail.isEmpty() ? key : tail + "." + key;
  }

  /// Joins keys and list indices: `load`, `0`, `at` become `load[0].at`.
  static String join(List<String> steps) {
    StringBuilder result = new StringBuilder();
    for (String step : steps) {
      if (!step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9')) {
        result.append('[').append(step).append(']');
      } else {
        result.append(result.isEmpty() ? "" : ".").append(step);
      }
    }
    return result.toString();
  }

  /// For people: `links[3] "mail" timeout`.
  @Override
  public String toString() {
    return element.isEmpty()
        ? path()
        : head + " \"" + element + "\"" + (tail.isEmpty() ? "" : " " + tail);
  }
}

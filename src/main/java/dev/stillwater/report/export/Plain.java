package dev.stillwater.report.export;

import dev.stillwater.model.Attributes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Declared attributes as texts.
final class Plain {
  private Plain() {}

  /// By key each declared value as one text; lists are joined by commas.
  static Map<String, String> of(Attributes attributes) {
    Map<String, String> result = new LinkedHashMap<>();
    attributes.toPlain().forEach((key, value) -> result.put(key, text(value)));
    return result;
  }

  private static String text(Object value) {
    return switch (value) {
      case List<?> list -> list.stream().map(Plain::text).collect(Collectors.joining(", "));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
              .collect(Collectors.joining(", "));
      default -> String.valueOf(value);
    };
  }

  /// All keys, in the order in which they first appear.
  static List<String> keys(Collection<Map<String, String>> rows) {
    Set<String> keys = new LinkedHashSet<>();
    rows.forEach(row -> keys.addAll(row.keySet()));
    return List.copyOf(keys);
  }
}

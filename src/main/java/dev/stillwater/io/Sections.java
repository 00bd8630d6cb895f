package dev.stillwater.io;

import dev.stillwater.model.AttributeTable;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Settings;
import dev.stillwater.model.ZoneAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The top-level keys of a file, in their order, and which fields belong to the elements of which.
final class Sections {
  static final List<String> ALL =
      List.of(
          "format",
          "name",
          "description",
          "settings",
          "zones",
          "components",
          "links",
          "journeys",
          "scenarios",
          "decisions",
          "namedViews",
          "layout",
          "bends",
          "frames",
          "collapsed");

  /// Those that are lists of elements with a name of their own.
  static final Set<String> ELEMENTS =
      Set.of("zones", "components", "links", "journeys", "scenarios", "decisions", "namedViews");

  private static final Map<String, AttributeTable> TABLES =
      new TreeMap<>(
          Map.of(
              "settings", Settings.TABLE,
              "zones", ZoneAttributes.TABLE,
              "components", ComponentAttributes.TABLE,
              "links", LinkAttributes.TABLE,
              "journeys", JourneyAttributes.TABLE));

  private Sections() {}

  /// The sections whose elements know a key: `links`, `components and links`.
  static Optional<String> knowing(String key) {
    List<String> names =
        TABLES.entrySet().stream()
            .filter(entry -> entry.getValue().find(key).isPresent())
            .map(Map.Entry::getKey)
            .toList();
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", names));
  }
}

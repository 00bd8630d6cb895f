package dev.stillwater.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Where components stand, apart from what they mean. Immutable; what was never placed is absent.
///
/// @param positions the top left corner by component id, in the order of placing
/// @param unknown what this version does not know of an entry, by component id: the JSON text of a
///   list with what stands behind the two numbers
public record Layout(Map<String, Position> positions, Map<String, String> unknown) {
  /// The size of a card in units of the drawing.
  public static final int CARD_WIDTH = 168;

  public static final int CARD_HEIGHT = 56;

  public static final Layout EMPTY = new Layout(Map.of());

  /// A point of the drawing, in units of which a card is 168 by 56.
  public record Position(int x, int y) {}

  public Layout {
    positions = Collections.unmodifiableMap(new LinkedHashMap<>(positions));
    unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
  }

  public Layout(Map<String, Position> positions) {
    this(positions, Map.of());
  }

  public Optional<Position> of(String component) {
    return Optional.ofNullable(positions.get(component));
  }

  public Layout with(String component, Position position) {
    if (position.equals(positions.get(component))) {
      return this;
    }
    Map<String, Position> copy = new LinkedHashMap<>(positions);
    copy.put(component, position);
    return new Layout(copy, unknown);
  }

  public Layout withAll(Map<String, Position> others) {
    Map<String, Position> copy = new LinkedHashMap<>(positions);
    copy.putAll(others);
    return copy.equals(positions) ? this : new Layout(copy, unknown);
  }

  /// A copy in which the entry of a component stands under its new id.
  public Layout renamed(String component, String newId) {
    return positions.containsKey(component)
        ? new Layout(renamed(positions, component, newId), renamed(unknown, component, newId))
        : this;
  }

  private static <V> Map<String, V> renamed(Map<String, V> map, String key, String newKey) {
    Map<String, V> copy = new LinkedHashMap<>();
    map.forEach((id, value) -> copy.put(id.equals(key) ? newKey : id, value));
    return copy;
  }

  /// Only the positions of components that the design has.
  public Layout restrictedTo(Design design) {
    if (positions.keySet().stream().allMatch(design.components()::contains)) {
      return this;
    }
    Map<String, Position> copy = new LinkedHashMap<>(positions);
    copy.keySet().removeIf(id -> !design.components().contains(id));
    Map<String, String> rest = new LinkedHashMap<>(unknown);
    rest.keySet().removeIf(id -> !design.components().contains(id));
    return new Layout(copy, rest);
  }
}

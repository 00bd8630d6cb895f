package dev.stillwater.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Where components stand, apart from what they mean. Immutable; what was never placed is absent.
///
/// @param positions the top left corner by component id, in the order of placing
public record Layout(Map<String, Position> positions) {
  /// The size of a card in units of the drawing.
  public static final int CARD_WIDTH = 168;

  public static final int CARD_HEIGHT = 56;

  public static final Layout EMPTY = new Layout(Map.of());

  /// A point of the drawing, in units of which a card is 168 by 56.
  public record Position(int x, int y) {}

  public Layout {
    positions = Collections.unmodifiableMap(new LinkedHashMap<>(positions));
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
    return new Layout(copy);
  }

  public Layout withAll(Map<String, Position> others) {
    Map<String, Position> copy = new LinkedHashMap<>(positions);
    copy.putAll(others);
    return copy.equals(positions) ? this : new Layout(copy);
  }

  /// Only the positions of components that the design has.
  public Layout restrictedTo(Design design) {
    if (positions.keySet().stream().allMatch(design.components()::contains)) {
      return this;
    }
    Map<String, Position> copy = new LinkedHashMap<>(positions);
    copy.keySet().removeIf(id -> !design.components().contains(id));
    return new Layout(copy);
  }
}

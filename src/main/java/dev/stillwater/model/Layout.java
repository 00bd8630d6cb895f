package dev.stillwater.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Where things stand, apart from what they mean. Immutable; what was never placed by hand or by
/// the program is absent.
///
/// @param positions the top left corner by component id, in the order of placing
/// @param unknown what this version does not know of a position, by component id: the JSON text of
///   a list with what stands behind the two numbers
/// @param bends the corners that a person gave to the line of a link, by link id, from the caller
///   to the callee; without the two ends, which follow the cards
/// @param frames the rectangle that a person drew for a zone, by zone id
/// @param collapsed the zones that are drawn as one box, in the order of collapsing
public record Layout(
    Map<String, Position> positions,
    Map<String, String> unknown,
    Map<String, List<Position>> bends,
    Map<String, Frame> frames,
    Set<String> collapsed) {
  /// The size of a card in units of the drawing.
  public static final int CARD_WIDTH = 168;

  public static final int CARD_HEIGHT = 56;

  public static final Layout EMPTY = new Layout(Map.of());

  /// A point of the drawing, in units of which a card is 168 by 56.
  public record Position(int x, int y) {
    public Position plus(int dx, int dy) {
      return new Position(x + dx, y + dy);
    }
  }

  /// A rectangle of the drawing.
  ///
  /// @param width at least 1
  /// @param height at least 1
  public record Frame(int x, int y, int width, int height) {
    public Frame plus(int dx, int dy) {
      return new Frame(x + dx, y + dy, width, height);
    }
  }

  public Layout {
    positions = Collections.unmodifiableMap(new LinkedHashMap<>(positions));
    unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
    bends = Collections.unmodifiableMap(new LinkedHashMap<>(bends));
    frames = Collections.unmodifiableMap(new LinkedHashMap<>(frames));
    collapsed = Collections.unmodifiableSet(new LinkedHashSet<>(collapsed));
  }

  public Layout(
      Map<String, Position> positions,
      Map<String, String> unknown,
      Map<String, List<Position>> bends,
      Map<String, Frame> frames) {
    this(positions, unknown, bends, frames, Set.of());
  }

  public Layout(Map<String, Position> positions, Map<String, String> unknown) {
    this(positions, unknown, Map.of(), Map.of());
  }

  public Layout(Map<String, Position> positions) {
    this(positions, Map.of());
  }

  public Optional<Position> of(String component) {
    return Optional.ofNullable(positions.get(component));
  }

  /// The corners of the line of a link; empty where it finds its own way.
  public List<Position> bendsOf(String link) {
    return bends.getOrDefault(link, List.of());
  }

  public Optional<Frame> frameOf(String zone) {
    return Optional.ofNullable(frames.get(zone));
  }

  public Layout with(String component, Position position) {
    if (position.equals(positions.get(component))) {
      return this;
    }
    Map<String, Position> copy = new LinkedHashMap<>(positions);
    copy.put(component, position);
    return new Layout(copy, unknown, bends, frames, collapsed);
  }

  public Layout withAll(Map<String, Position> others) {
    Map<String, Position> copy = new LinkedHashMap<>(positions);
    copy.putAll(others);
    return copy.equals(positions) ? this : new Layout(copy, unknown, bends, frames, collapsed);
  }

  /// With the corners of a link's line; without any it finds its own way again.
  public Layout withBends(String link, List<Position> corners) {
    if (corners.equals(bendsOf(link))) {
      return this;
    }
    Map<String, List<Position>> copy = new LinkedHashMap<>(bends);
    if (corners.isEmpty()) {
      copy.remove(link);
    } else {
      copy.put(link, List.copyOf(corners));
    }
    return new Layout(positions, unknown, copy, frames, collapsed);
  }

  /// With all lines on ways of their own.
  public Layout withoutBends() {
    return bends.isEmpty() ? this : new Layout(positions, unknown, Map.of(), frames, collapsed);
  }

  public Layout withFrame(String zone, Frame frame) {
    if (frame.equals(frames.get(zone))) {
      return this;
    }
    Map<String, Frame> copy = new LinkedHashMap<>(frames);
    copy.put(zone, frame);
    return new Layout(positions, unknown, bends, copy, collapsed);
  }

  /// With the frames of all zones about their members.
  public Layout withoutFrames() {
    return frames.isEmpty() ? this : new Layout(positions, unknown, bends, Map.of(), collapsed);
  }

  /// With a zone drawn as one box, or as a frame with all that is in it.
  public Layout withCollapsed(String zone, boolean isCollapsed) {
    Set<String> copy = new LinkedHashSet<>(collapsed);
    boolean differs = isCollapsed ? copy.add(zone) : copy.remove(zone);
    return differs ? withCollapsed(copy) : this;
  }

  /// With all zones as frames.
  public Layout expanded() {
    return withCollapsed(Set.of());
  }

  /// With exactly these zones drawn as one box.
  public Layout withCollapsed(Set<String> zones) {
    return zones.equals(collapsed) ? this : new Layout(positions, unknown, bends, frames, zones);
  }

  /// A copy in which the entry of a component stands under its new id.
  public Layout renamed(String component, String newId) {
    return positions.containsKey(component)
        ? new Layout(
            renamed(positions, component, newId),
            renamed(unknown, component, newId),
            bends,
            frames,
            collapsed)
        : this;
  }

  /// A copy in which the corners of a link stand under its new id.
  public Layout renamedLink(String link, String newId) {
    return bends.containsKey(link)
        ? new Layout(positions, unknown, renamed(bends, link, newId), frames, collapsed)
        : this;
  }

  private static <V> Map<String, V> renamed(Map<String, V> map, String key, String newKey) {
    Map<String, V> copy = new LinkedHashMap<>();
    map.forEach((id, value) -> copy.put(id.equals(key) ? newKey : id, value));
    return copy;
  }

  /// Only what the design has.
  public Layout restrictedTo(Design design) {
    if (all(positions, design.components()::contains)
        && all(bends, design.links()::contains)
        && all(frames, design.zones()::contains)
        && collapsed.stream().allMatch(design.zones()::contains)) {
      return this;
    }
    return new Layout(
        kept(positions, design.components()::contains),
        kept(unknown, design.components()::contains),
        kept(bends, design.links()::contains),
        kept(frames, design.zones()::contains),
        kept(collapsed, design.zones()::contains));
  }

  /// Without the corners of links that join others in one design than in the other: a line that a
  /// person drew between two components means nothing between two others.
  Layout followed(Design before, Design after) {
    Predicate<String> same =
        id ->
            before
                .links()
                .find(id)
                .flatMap(was ->
                    after
                        .links()
                        .find(id)
                        .filter(is -> is.from().equals(was.from()) && is.to().equals(was.to())))
                .isPresent();
    return all(bends, same)
        ? this
        : new Layout(positions, unknown, kept(bends, same), frames, collapsed);
  }

  private static Set<String> kept(Set<String> ids, Predicate<String> wanted) {
    Set<String> copy = new LinkedHashSet<>(ids);
    copy.removeIf(wanted.negate());
    return copy;
  }

  private static <V> boolean all(Map<String, V> map, Predicate<String> wanted) {
    return map.keySet().stream().allMatch(wanted);
  }

  private static <V> Map<String, V> kept(Map<String, V> map, Predicate<String> wanted) {
    Map<String, V> copy = new LinkedHashMap<>(map);
    copy.keySet().removeIf(wanted.negate());
    return copy;
  }
}

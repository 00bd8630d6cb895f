package dev.stillwater.editor;

import java.util.List;
import java.util.Optional;

/// What lies under the pointer.
public sealed interface Hit {
  record Nothing() implements Hit {}

  record OnComponent(String id) implements Hit {}

  /// The handle at the edge of a component from which a link is drawn.
  record OnHandle(String component) implements Hit {}

  /// The line of a link.
  ///
  /// @param grip the stretch under the pointer; empty where the way is not known
  record OnLink(String id, Optional<Grip> grip) implements Hit {
    public OnLink(String id) {
      this(id, Optional.empty());
    }
  }

  /// The handle at one end of a selected link.
  ///
  /// @param caller whether it is the end at the caller
  record OnEnd(String link, boolean caller) implements Hit {}

  /// The heading or the border of a zone's frame.
  record OnZone(String id) implements Hit {}

  /// A handle of a selected zone's frame.
  ///
  /// @param dx -1 at the left edge, 1 at the right one, else 0
  /// @param dy -1 at the upper edge, 1 at the lower one, else 0
  record OnFrame(String zone, int dx, int dy) implements Hit {}

  /// One stretch of a way.
  ///
  /// @param way all points, from the caller's card to the callee's
  /// @param segment the number of the stretch
  record Grip(List<Point> way, int segment) {
    public Grip {
      way = List.copyOf(way);
    }
  }

  /// The component under the pointer, its handle included.
  default Optional<String> touched() {
    return switch (this) {
      case OnComponent on -> Optional.of(on.id());
      case OnHandle on -> Optional.of(on.component());
      case Nothing n -> Optional.empty();
      case OnLink l -> Optional.empty();
      case OnEnd e -> Optional.empty();
      case OnZone z -> Optional.empty();
      case OnFrame f -> Optional.empty();
    };
  }

  /// Whether both are about the same thing, wherever on it the pointer is.
  default boolean sameElement(Hit other) {
    return this instanceof OnLink a && other instanceof OnLink b
        ? a.id().equals(b.id())
        : equals(other);
  }
}

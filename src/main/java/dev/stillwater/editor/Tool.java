package dev.stillwater.editor;

import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Layout.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the pointer is doing. States are named as what is going on; the first four wait for a
/// press.
public sealed interface Tool {
  /// Waits to select.
  record Selecting() implements Tool {}

  /// Waits for a component to link from.
  record Linking() implements Tool {}

  /// Waits for a component or link to fail.
  record Failing() implements Tool {}

  /// Waits for the place of a new component.
  ///
  /// @param preset the key of the preset that the new component gets
  /// @param at where it would stand; empty while the pointer is outside
  /// @param sticky whether another one follows
  record Placing(ComponentKind kind, Optional<String> preset, Optional<Point> at, boolean sticky)
      implements Tool {}

  /// The button is down and nothing has moved yet.
  record Pointing(Point at, Hit hit, boolean extend) implements Tool {}

  /// Components follow the pointer.
  ///
  /// @param origins where they stood
  /// @param guides lines that show what they are aligned with
  record Dragging(Point from, Map<String, Position> origins, List<Guide> guides) implements Tool {}

  /// A rubber band.
  record Brushing(Point from, Point at, Selection before) implements Tool {}

  /// A link follows the pointer.
  ///
  /// @param target the component under the pointer, if any
  /// @param refusal why it cannot be linked there; empty when it can
  /// @param sticky whether the linking tool stays
  record Connecting(String from, Point at, Optional<String> target, String refusal, boolean sticky)
      implements Tool {}

  /// A link was let go over nothing, and components to make there are offered.
  record Offering(String from, Point at, List<Offer> offers, boolean sticky) implements Tool {}

  /// A line along which things are aligned, in units of the drawing.
  record Guide(boolean vertical, double at, double from, double to) {}

  /// Whether a gesture is going on that Cancel would end.
  default boolean isGesture() {
    return switch (this) {
      case Selecting s -> false;
      case Linking l -> false;
      case Failing f -> false;
      case Placing p -> false;
      case Pointing p -> true;
      case Dragging d -> true;
      case Brushing b -> true;
      case Connecting c -> true;
      case Offering o -> true;
    };
  }
}

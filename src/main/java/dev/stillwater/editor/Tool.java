package dev.stillwater.editor;

import dev.stillwater.drawing.ZoneFrames;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the pointer is doing. States are named as what is going on; the first six wait for a press.
public sealed interface Tool {
  /// Waits to select.
  record Selecting() implements Tool {}

  /// Waits to move the drawing about.
  record Holding() implements Tool {}

  /// Waits for a component to link from.
  record Linking() implements Tool {}

  /// Waits for a component or link to fail.
  record Failing() implements Tool {}

  /// Waits for the first corner of a zone's frame.
  record Framing() implements Tool {}

  /// Waits for the place of a new component.
  ///
  /// @param preset the key of the preset that the new component gets
  /// @param at the middle of where it would stand; empty while the pointer is outside
  /// @param sticky whether another one follows
  /// @param guides lines that show what it would be aligned with
  record Placing(
      ComponentKind kind,
      Optional<String> preset,
      Optional<Point> at,
      boolean sticky,
      List<Guide> guides)
      implements Tool {
    public Placing(
        ComponentKind kind, Optional<String> preset, Optional<Point> at, boolean sticky) {
      this(kind, preset, at, sticky, List.of());
    }
  }

  /// The button is down and nothing has moved yet.
  record Pointing(Point at, Hit hit, boolean extend) implements Tool {}

  /// The drawing follows the pointer.
  ///
  /// @param from the point of the drawing that was taken hold of
  /// @param before where the window looked
  /// @param back the tool that goes on afterwards
  record Panning(Point from, Viewport before, Tool back) implements Tool {}

  /// Components follow the pointer.
  ///
  /// @param origins where they stood
  /// @param zone the zone that is dragged as a whole, if that is so
  /// @param frames those into which components could be dropped; empty while a zone is dragged
  /// @param into the frame that would take what is dragged in
  /// @param guides lines that show what they are aligned with
  record Dragging(
      Point from,
      Map<String, Position> origins,
      Optional<String> zone,
      List<ZoneFrames.Frame> frames,
      Optional<ZoneFrames.Frame> into,
      List<Guide> guides)
      implements Tool {}

  /// A rubber band.
  record Brushing(Point from, Point at, Selection before) implements Tool {}

  /// A link follows the pointer.
  ///
  /// @param target the component under the pointer, if any
  /// @param refusal why it cannot be linked there; empty when it can
  /// @param sticky whether the linking tool stays
  record Connecting(String from, Point at, Optional<String> target, String refusal, boolean sticky)
      implements Tool {}

  /// One end of a link follows the pointer.
  ///
  /// @param stays the component at the other end
  /// @param caller whether it is the end at the caller that moves
  /// @param target the component under the pointer, if any
  /// @param refusal why the link cannot end there; empty when it can
  record Reconnecting(
      String link, String stays, boolean caller, Point at, Optional<String> target, String refusal)
      implements Tool {}

  /// A stretch of a link's line follows the pointer.
  record Bending(String link, Hit.Grip grip) implements Tool {}

  /// A frame for a new zone grows with the pointer.
  record Spanning(Point from, Point at) implements Tool {}

  /// An edge or a corner of a zone's frame follows the pointer.
  ///
  /// @param origin what the frame was
  record Resizing(String zone, Layout.Frame origin, int dx, int dy) implements Tool {}

  /// A link was let go over nothing, and components to make there are offered.
  record Offering(String from, Point at, List<Offer> offers, boolean sticky) implements Tool {}

  /// A line of the drawing that something is aligned with, or a gap that equals another.
  ///
  /// @param at the coordinate of the line
  /// @param from where it begins, along the other axis
  /// @param gap whether it measures a gap
  record Guide(boolean vertical, double at, double from, double to, boolean gap) {
    public Guide(boolean vertical, double at, double from, double to) {
      this(vertical, at, from, to, false);
    }
  }

  /// Whether a gesture is going on that would be lost with another tool.
  default boolean isGesture() {
    return switch (this) {
      case Selecting s -> false;
      case Holding h -> false;
      case Linking l -> false;
      case Failing f -> false;
      case Framing f -> false;
      case Placing p -> false;
      case Pointing p -> true;
      case Panning p -> true;
      case Dragging d -> true;
      case Brushing b -> true;
      case Connecting c -> true;
      case Reconnecting r -> true;
      case Bending b -> true;
      case Spanning s -> true;
      case Resizing r -> true;
      case Offering o -> true;
    };
  }
}

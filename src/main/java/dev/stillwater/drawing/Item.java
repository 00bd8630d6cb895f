package dev.stillwater.drawing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something drawn for an element of the design: its card, its line, its label.
///
/// @param id the id of the element
/// @param x where the origin of figure and runs stands
/// @param bounds everything it covers, in units of the drawing
/// @param figure shared by all items that look alike
/// @param runs its text, about the same origin; painted over the figure
/// @param opacity 0 to 1, of the whole item
/// @param title what a pointer that rests on it is told
/// @param way the line of a link; null for all others
public record Item(
    String id,
    Kind kind,
    double x,
    double y,
    Box bounds,
    Figure figure,
    List<Run> runs,
    double opacity,
    String title,
    @Nullable Route way) {
  /// What an item is, in the order of painting.
  public enum Kind {
    ZONE,
    LINK,
    COMPONENT,
    /// What stands on a line: its intermediary, its guards.
    SIGN,
    /// The text beside a line; worth painting from zoom 1 on, or when the link is asked for.
    LABEL,
    BADGE,
    SHIELD
  }

  public Item {
    runs = List.copyOf(runs);
  }

  static Item of(
      String id,
      Kind kind,
      double x,
      double y,
      Box local,
      Figure figure,
      List<Run> runs,
      double opacity,
      String title) {
    return new Item(id, kind, x, y, local.moved(x, y), figure, runs, opacity, title, null);
  }

  public Optional<Route> route() {
    return Optional.ofNullable(way);
  }

  /// How far a point is: from the line of a link, from the frame of a zone, from the box of others.
  public double distance(double px, double py) {
    if (way != null) {
      return way.distance(px, py);
    }
    return bounds.distance(px, py);
  }
}

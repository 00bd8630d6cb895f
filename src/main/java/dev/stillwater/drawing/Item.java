package dev.stillwater.drawing;

import java.util.ArrayList;
import java.util.Arrays;
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

  /// What is painted of a line beyond what is seen of it: more than a corner and an arrow take.
  private static final double ROOM = 32;

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

  /// The same with no more of its line than lies near a box: of a link across a large drawing most
  /// is out of sight, and a painter strokes all of it.
  public Item near(Box box) {
    if (way == null
        || figure.marks().size() != 2
        || box.contains(bounds)
        || !(figure.marks().getFirst() instanceof Mark.Trace line)) {
      return this;
    }
    Stroke stroke = line.stroke();
    double period = stroke == null ? 0 : Arrays.stream(stroke.dash().lengths()).sum();
    Route.Part part = way.within(box.grown(ROOM), period);
    if (part == null || stroke == null) {
      return this;
    }
    List<Mark> marks = new ArrayList<>(2);
    double shorter = part.ends() ? LinkItems.ARROW - 1 : 0;
    marks.add(new Mark.Trace(part.route().outline(LinkItems.CORNER, shorter), line.fill(), stroke));
    if (part.ends()) {
      marks.add(figure.marks().getLast());
    }
    return new Item(id, kind, x, y, bounds, new Figure(marks), runs, opacity, title, way);
  }

  /// The boxes that it covers: of a line one for each stretch, with room for its corners and arrow.
  public List<Box> places() {
    if (way == null) {
      return List.of(bounds);
    }
    List<Box> boxes = new ArrayList<>(way.size());
    for (int i = 0; i < way.size() - 1; i++) {
      boxes.add(way.segment(i).grown(6));
    }
    return boxes;
  }

  /// How far a point is: from the line of a link, from the frame of a zone, from the box of others.
  public double distance(double px, double py) {
    if (way != null) {
      return way.distance(px, py);
    }
    return bounds.distance(px, py);
  }
}

package dev.stillwater.editor;

import dev.stillwater.drawing.Folds;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;
import dev.stillwater.model.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The way through a drawing by keyboard: from component to component in reading order, each
/// followed by the links that leave it, and along links in the direction of an arrow key.
public final class Walk {
  /// Cards that differ by less in height stand in one row.
  private static final int ROW = Layout.CARD_HEIGHT;

  private Walk() {}

  /// An arrow key.
  public enum Direction {
    LEFT,
    RIGHT,
    UP,
    DOWN
  }

  /// The elements in the order in which Tab visits them.
  public static List<String> order(Design design, Layout layout) {
    List<String> cards = new ArrayList<>();
    design.components().ids().stream()
        .filter(id -> layout.of(id).isPresent())
        .sorted(
            Comparator.comparingInt((String id) -> Math.floorDiv(at(layout, id).y(), ROW))
                .thenComparingInt(id -> at(layout, id).x())
                .thenComparing(id -> id))
        .forEach(cards::add);
    List<String> result = new ArrayList<>();
    for (String card : cards) {
      result.add(card);
      design.links().stream()
          .filter(link -> link.from().equals(card))
          .map(Link::id)
          .forEach(result::add);
    }
    return result;
  }

  private static Position at(Layout layout, String id) {
    return layout.of(id).orElse(new Position(0, 0));
  }

  /// The selection behind the present one, or before it; empty at the end, where the keyboard goes
  /// on to what stands beside the drawing.
  public static Optional<Selection> next(EditorState state, boolean forward) {
    Folds folds = Folds.of(state.document());
    List<String> order = order(design(state, folds), folds.layout(state.document().layout()));
    int at = order.indexOf(here(state, folds));
    int next = at < 0 ? (forward ? 0 : order.size() - 1) : forward ? at + 1 : at - 1;
    return next < 0 || next >= order.size()
        ? Optional.empty()
        : Optional.of(selection(state.design(), folds, order.get(next)));
  }

  private static Design design(EditorState state, Folds folds) {
    return folds.isEmpty() ? state.design() : folds.design();
  }

  /// What is drawn where the selection is; empty where it is not in one place.
  private static String here(EditorState state, Folds folds) {
    Selection selection = state.selection();
    if (selection.zone().isPresent()) {
      return Folds.boxOf(selection.zone().get());
    }
    List<String> drawn =
        Stream.concat(selection.components().stream(), selection.links().stream())
            .map(folds::shownAs)
            .distinct()
            .toList();
    return drawn.size() == 1 ? drawn.getFirst() : "";
  }

  private static Selection selection(Design design, Folds folds, String id) {
    return folds
        .zoneOf(id)
        .map(Selection::zone)
        .orElseGet(() ->
            design.components().contains(id)
                ? Selection.component(id)
                : new Selection(List.of(), folds.bundle(id), Optional.empty()));
  }

  /// Where an arrow key leads: from a component to the nearest one that a link joins it with on
  /// that side, from a link to its end on that side.
  public static Optional<Selection> along(EditorState state, Direction direction) {
    Folds folds = Folds.of(state.document());
    Design design = design(state, folds);
    Layout layout = folds.layout(state.document().layout());
    String here = here(state, folds);
    if (design.links().contains(here) && !design.components().contains(here)) {
      Link link = design.links().get(here);
      boolean toFirst = lies(at(layout, link.from()), at(layout, link.to()), direction);
      return Optional.of(selection(design, folds, toFirst ? link.from() : link.to()));
    }
    if (!design.components().contains(here)) {
      return next(state, direction == Direction.RIGHT || direction == Direction.DOWN);
    }
    Position from = at(layout, here);
    return design.links().stream()
        .filter(link -> link.touches(here) && !link.from().equals(link.to()))
        .map(link -> link.from().equals(here) ? link.to() : link.from())
        .filter(id -> layout.of(id).isPresent())
        .filter(id -> lies(at(layout, id), from, direction))
        .min(
            Comparator.comparingInt((String id) -> distance(at(layout, id), from, direction))
                .thenComparing(id -> id))
        .map(id -> selection(design, folds, id));
  }

  /// Whether a place lies on a side of another.
  private static boolean lies(Position there, Position here, Direction direction) {
    return switch (direction) {
      case LEFT -> there.x() < here.x();
      case RIGHT -> there.x() > here.x();
      case UP -> there.y() < here.y();
      case DOWN -> there.y() > here.y();
    };
  }

  /// Off the line of the arrow counts double.
  private static int distance(Position there, Position here, Direction direction) {
    int dx = Math.abs(there.x() - here.x());
    int dy = Math.abs(there.y() - here.y());
    return switch (direction) {
      case LEFT, RIGHT -> dx + 2 * dy;
      case UP, DOWN -> dy + 2 * dx;
    };
  }

  /// What a reader says of the selected element: what it is and what it is joined with.
  public static String spoken(EditorState state) {
    Design design = state.design();
    String here = state.selection().single().orElse("");
    if (state.selection().hasComponent(here)) {
      var component = design.components().get(here);
      long in = design.links().stream().filter(link -> link.to().equals(here)).count();
      long out = design.links().stream().filter(link -> link.from().equals(here)).count();
      return component.name()
          + ", "
          + component.kind().noun()
          + ", "
          + out
          + " links out, "
          + in
          + " links in";
    }
    if (state.selection().hasLink(here)) {
      Link link = design.links().get(here);
      String coupling =
          switch (Couplings.of(design, link)) {
            case TIGHT -> "tight";
            case LOOSE_SYNC -> "loose synchronous";
            case LOOSE_ASYNC -> "loose asynchronous";
          };
      return "Link from "
          + design.components().get(link.from()).name()
          + " to "
          + design.components().get(link.to()).name()
          + ", "
          + coupling;
    }
    Optional<String> zone = state.selection().zone();
    if (zone.isPresent() && design.zones().contains(zone.get())) {
      return "Zone "
          + design.zones().get(zone.get()).name()
          + ", "
          + (Collapsing.isCollapsed(state.document(), zone.get()) ? "collapsed" : "open")
          + ", "
          + Zoning.members(design, zone.get()).size()
          + " components";
    }
    int size = state.selection().size();
    return size > 1
        ? size + " elements selected"
        : "Drawing with "
            + design.components().size()
            + " components and "
            + design.links().size()
            + " links";
  }
}

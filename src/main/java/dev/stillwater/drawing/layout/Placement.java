package dev.stillwater.drawing.layout;

import dev.stillwater.drawing.Box;
import dev.stillwater.drawing.Card;
import dev.stillwater.model.Component;
import dev.stillwater.model.Design;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;
import dev.stillwater.model.Link;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Finds places for new components among those that have one.
///
/// New components that are linked to each other form a block, laid out by itself and moved as a
/// whole. Of all places where the block covers nothing, it takes the one whose links to what is
/// there cost least: links want to lead to the right over one column's distance and stay level.
/// Places worth trying follow from the neighbours: columns beside, between, above and below them,
/// rows level with them or next to what is in the way.
final class Placement {
  private static final double BACKWARD = 300;
  private static final double DETACHED = 64;

  private final Design design;
  private final BooleanSupplier cancelled;
  private final Map<String, Position> positions;
  private final Layout layout;

  Placement(Design design, Layout layout, BooleanSupplier cancelled) {
    this.design = design;
    this.cancelled = cancelled;
    this.layout = layout;
    this.positions = new LinkedHashMap<>(layout.positions());
  }

  /// A link between a member of the block, by its place in the block, and a card that stands.
  private record Tie(Position member, Box card, boolean outward) {}

  Layout place(boolean makeRoom) {
    for (List<Component> block : blocks()) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("layout");
      }
      Map<String, Position> local = AutomaticLayout.local(block, design, cancelled);
      if (makeRoom) {
        makeRoom(local);
      }
      Position at = find(local);
      local.forEach((id, position) ->
          positions.put(id, new Position(position.x() + at.x(), position.y() + at.y())));
    }
    return layout.withAll(positions);
  }

  /// The new components, those that are linked together, in the order of the file.
  private List<List<Component>> blocks() {
    Map<String, Component> open = new LinkedHashMap<>();
    for (Component component : design.components()) {
      if (!positions.containsKey(component.id())) {
        open.put(component.id(), component);
      }
    }
    Map<String, List<String>> neighbours = new LinkedHashMap<>();
    for (Link link : design.links()) {
      if (open.containsKey(link.from()) && open.containsKey(link.to())) {
        neighbours.computeIfAbsent(link.from(), k -> new ArrayList<>()).add(link.to());
        neighbours.computeIfAbsent(link.to(), k -> new ArrayList<>()).add(link.from());
      }
    }
    List<List<Component>> blocks = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (String start : open.keySet()) {
      Set<String> block = new LinkedHashSet<>();
      Deque<String> queue = new ArrayDeque<>(List.of(start));
      while (!queue.isEmpty()) {
        String id = queue.remove();
        if (seen.add(id)) {
          block.add(id);
          queue.addAll(neighbours.getOrDefault(id, List.of()));
        }
      }
      if (!block.isEmpty()) {
        blocks.add(
            open.values().stream().filter(component -> block.contains(component.id())).toList());
      }
    }
    return blocks;
  }

  private List<Tie> ties(Map<String, Position> local) {
    List<Tie> ties = new ArrayList<>();
    for (Link link : design.links()) {
      Position from = local.get(link.from());
      Position to = local.get(link.to());
      Position fromCard = positions.get(link.from());
      Position toCard = positions.get(link.to());
      if (from != null && to == null && toCard != null) {
        ties.add(new Tie(from, Card.at(toCard), true));
      } else if (to != null && from == null && fromCard != null) {
        ties.add(new Tie(to, Card.at(fromCard), false));
      }
    }
    return ties;
  }

  private Position find(Map<String, Position> local) {
    Box block = extent(local);
    List<Tie> ties = ties(local);
    Box all = standing();
    if (ties.isEmpty()) {
      return new Position(Spacing.snap(all.x()), Spacing.snap(all.bottom() + DETACHED));
    }
    Position best = null;
    double bestCost = Double.POSITIVE_INFINITY;
    for (int x : columns(ties, block, all)) {
      for (int y : rows(ties, block, x, all)) {
        double cost = cost(ties, x, y);
        if (cost < bestCost && free(local, x, y)) {
          best = new Position(x, y);
          bestCost = cost;
        }
      }
    }
    return best != null
        ? best
        : new Position(Spacing.snap(all.x()), Spacing.snap(all.bottom() + DETACHED));
  }

  private static Box extent(Map<String, Position> local) {
    Box box = null;
    for (Position position : local.values()) {
      Box card = Card.at(position);
      box = box == null ? card : box.union(card);
    }
    return box == null ? new Box(0, 0, 0, 0) : box;
  }

  private Box standing() {
    return extent(positions);
  }

  private static TreeSet<Integer> columns(List<Tie> ties, Box block, Box all) {
    TreeSet<Integer> result = new TreeSet<>();
    double before = Double.NEGATIVE_INFINITY;
    double after = Double.POSITIVE_INFINITY;
    for (Tie tie : ties) {
      double local = tie.member().x();
      Box card = tie.card();
      if (tie.outward()) {
        after = Math.min(after, card.x() - local - Card.WIDTH);
      } else {
        before = Math.max(before, card.right() - local);
      }
      for (double gap : new double[] {Spacing.COLUMN, 80, 40}) {
        result.add(Spacing.snap(card.right() + gap - local));
        result.add(Spacing.snap(card.x() - gap - Card.WIDTH - local));
      }
      result.add(Spacing.snap(card.x() - local));
    }
    if (Double.isFinite(before) && Double.isFinite(after)) {
      result.add(Spacing.snap((before + after) / 2));
    }
    result.add(Spacing.snap(all.right() + Spacing.COLUMN - block.x()));
    result.add(Spacing.snap(all.x() - Spacing.COLUMN - block.right()));
    return result;
  }

  private TreeSet<Integer> rows(List<Tie> ties, Box block, int x, Box all) {
    TreeSet<Integer> result = new TreeSet<>();
    double sum = 0;
    for (Tie tie : ties) {
      double level = tie.card().y() - tie.member().y();
      sum += level;
      result.add(Spacing.snap(level));
    }
    double mean = sum / ties.size();
    result.add(Spacing.snap(mean));
    for (Position position : positions.values()) {
      Box card = Card.at(position);
      if (card.x() < x + block.right() + Spacing.TIGHT
          && x + block.x() < card.right() + Spacing.TIGHT
          && Math.abs(card.y() - mean) < 20 * Card.HEIGHT) {
        result.add(Spacing.snap(card.bottom() + Spacing.ROW - block.y()));
        result.add(Spacing.snap(card.y() - Spacing.ROW - block.bottom()));
      }
    }
    result.add(Spacing.snap(all.bottom() + Spacing.ROW - block.y()));
    result.add(Spacing.snap(all.y() - Spacing.ROW - block.bottom()));
    return result;
  }

  private static double cost(List<Tie> ties, int x, int y) {
    double cost = 0;
    for (Tie tie : ties) {
      double left = tie.member().x() + x;
      double level = Math.abs(tie.member().y() + y - tie.card().y());
      double gap = tie.outward() ? tie.card().x() - left - Card.WIDTH : left - tie.card().right();
      cost += level;
      if (gap < 32) {
        cost += BACKWARD + Math.abs(gap - 32);
      } else {
        cost += Math.abs(gap - Spacing.COLUMN) / 2;
      }
    }
    return cost;
  }

  private boolean free(Map<String, Position> local, int x, int y) {
    for (Position member : local.values()) {
      Box card = Card.at(new Position(member.x() + x, member.y() + y)).grown(Spacing.TIGHT - 1);
      for (Position other : positions.values()) {
        if (card.overlaps(Card.at(other))) {
          return false;
        }
      }
    }
    return true;
  }

  /// Moves everything right of a block's callers further right until the block fits in between.
  private void makeRoom(Map<String, Position> local) {
    Box block = extent(local);
    double before = Double.NEGATIVE_INFINITY;
    double after = Double.POSITIVE_INFINITY;
    for (Tie tie : ties(local)) {
      if (tie.outward()) {
        after = Math.min(after, tie.card().x());
      } else {
        before = Math.max(before, tie.card().right());
      }
    }
    if (!Double.isFinite(before) || !Double.isFinite(after) || after < before) {
      return;
    }
    double missing = block.width() + 2 * Spacing.COLUMN - (after - before);
    if (missing <= 2 * (Spacing.COLUMN - 64)) {
      return;
    }
    int shift = Spacing.snap(missing + Card.GRID / 2.0 - 1);
    double cut = after;
    positions.replaceAll((id, position) ->
        position.x() >= cut ? new Position(position.x() + shift, position.y()) : position);
  }
}

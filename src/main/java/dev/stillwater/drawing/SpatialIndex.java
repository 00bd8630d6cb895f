package dev.stillwater.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds the items of a scene by place: for painting only what is seen, and for what lies under a
/// pointer. A uniform grid; lines are entered segment by segment, so that a long one is not found
/// everywhere in its box. Follows from scene to scene at the price of what changed. Used from one
/// thread.
public final class SpatialIndex {
  private static final double CELL = 256;

  private final Grid grid = new Grid(CELL);
  private final List<Item> slots = new ArrayList<>();
  private final List<Integer> free = new ArrayList<>();
  private Map<Item, List<Integer>> places = new IdentityHashMap<>();
  private Map<Item, Integer> order = new IdentityHashMap<>();

  public static SpatialIndex of(Scene scene) {
    SpatialIndex index = new SpatialIndex();
    index.show(scene);
    return index;
  }

  /// Holds another scene from now on; items that both have stay where they are.
  public void show(Scene scene) {
    List<Item> items = scene.items();
    Map<Item, Integer> next = new IdentityHashMap<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      next.put(items.get(i), i);
    }
    Map<Item, List<Integer>> kept = new IdentityHashMap<>(items.size());
    places.forEach((item, list) -> {
      if (next.containsKey(item)) {
        kept.put(item, list);
      } else {
        list.forEach(this::remove);
      }
    });
    places = kept;
    order = next;
    for (Item item : items) {
      places.computeIfAbsent(item, this::add);
    }
  }

  private List<Integer> add(Item item) {
    List<Integer> list = new ArrayList<>(1);
    item.places().forEach(box -> list.add(put(item, box)));
    return list;
  }

  private int put(Item item, Box box) {
    int slot = free.isEmpty() ? slots.size() : free.removeLast();
    if (slot == slots.size()) {
      slots.add(item);
    } else {
      slots.set(slot, item);
    }
    grid.put(slot, box.x(), box.y(), box.right(), box.bottom());
    return slot;
  }

  private void remove(int slot) {
    grid.remove(slot);
    free.add(slot);
  }

  /// How many items there are.
  public int size() {
    return places.size();
  }

  /// The items of which a part may lie in a rectangle, in the order of painting.
  public List<Item> in(Box area) {
    List<Item> found = new ArrayList<>();
    Map<Item, Boolean> seen = new IdentityHashMap<>();
    grid.query(
        area.x(),
        area.y(),
        area.right(),
        area.bottom(),
        slot -> {
          Item item = slots.get(slot);
          if (seen.put(item, true) == null) {
            found.add(item);
          }
        });
    found.sort(Comparator.comparingInt(item -> order.getOrDefault(item, 0)));
    return found;
  }

  /// The components and links that lie wholly in a rectangle, as a rubber band takes them, in the
  /// order of painting.
  public List<Item> within(Box area) {
    return in(area).stream()
        .filter(item -> item.kind() == Item.Kind.COMPONENT || item.kind() == Item.Kind.LINK)
        .filter(item -> area.contains(item.bounds()))
        .toList();
  }

  /// What lies at a point, best first: what is painted over the other first, among lines the
  /// nearest.
  ///
  /// @param tolerance how far from a line or a box a point may be, in units of the drawing; 6
  ///   pixels on the screen make a link easy to hit
  public List<Item> at(double x, double y, double tolerance) {
    List<Item> found = new ArrayList<>(in(new Box(x, y, 0, 0).grown(tolerance)));
    found.removeIf(item -> item.distance(x, y) > reach(item, tolerance));
    found.sort(
        Comparator.comparingInt((Item item) -> -item.kind().ordinal())
            .thenComparingDouble(item -> item.distance(x, y))
            .thenComparingInt(item -> -order.getOrDefault(item, 0)));
    return found;
  }

  /// Boxes have to be met; only lines may be missed by a little.
  private static double reach(Item item, double tolerance) {
    return item.kind() == Item.Kind.LINK ? tolerance : 0;
  }

  /// The best item at a point of those that are wanted.
  public Optional<Item> hit(double x, double y, double tolerance, Predicate<Item> wanted) {
    return at(x, y, tolerance).stream().filter(wanted).findFirst();
  }
}

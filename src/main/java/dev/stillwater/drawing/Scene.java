package dev.stillwater.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A drawing as a list of what to paint, first to last. Immutable; two scenes of similar inputs
/// share the items that did not change.
public final class Scene {
  public static final Scene EMPTY = new Scene(List.of(), Detail.CARD);

  private final List<Item> items;
  private final Detail detail;
  private final Box bounds;
  private @Nullable Map<String, List<Item>> byId;

  Scene(List<Item> items, Detail detail) {
    this.items = List.copyOf(items);
    this.detail = detail;
    this.bounds = bounds(items);
  }

  private static Box bounds(List<Item> items) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (Item item : items) {
      Box box = item.bounds();
      left = Math.min(left, box.x());
      top = Math.min(top, box.y());
      right = Math.max(right, box.right());
      bottom = Math.max(bottom, box.bottom());
    }
    return items.isEmpty() ? new Box(0, 0, 0, 0) : new Box(left, top, right - left, bottom - top);
  }

  /// Everything, in the order of painting.
  public List<Item> items() {
    return items;
  }

  public Detail detail() {
    return detail;
  }

  /// The box around everything.
  public Box bounds() {
    return bounds;
  }

  /// The items of an element, in the order of painting.
  public List<Item> of(String id) {
    Map<String, List<Item>> map = byId;
    if (map == null) {
      find();
      map = Objects.requireNonNull(byId);
    }
    return map.getOrDefault(id, List.of());
  }

  /// Notes which items each element has. The first question for one would do it, too; in a large
  /// drawing that takes longer than a frame.
  public void find() {
    Map<String, List<Item>> map = new HashMap<>();
    for (Item item : items) {
      map.computeIfAbsent(item.id(), k -> new ArrayList<>(3)).add(item);
    }
    byId = map;
  }

  /// The card or the line of an element.
  public Optional<Item> body(String id) {
    return of(id).stream()
        .filter(item ->
            switch (item.kind()) {
              case COMPONENT, LINK, ZONE -> true;
              case SIGN, LABEL, BADGE, SHIELD -> false;
            })
        .findFirst();
  }

  /// The box around the items of some elements; empty when none of them is drawn.
  public Optional<Box> bounds(Iterable<String> ids) {
    Box box = null;
    for (String id : ids) {
      for (Item item : of(id)) {
        box = box == null ? item.bounds() : box.union(item.bounds());
      }
    }
    return Optional.ofNullable(box);
  }
}

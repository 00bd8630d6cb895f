package dev.stillwater.drawing.layout;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Gives places to components: to all of them, or to those that have none.
public final class AutomaticLayout {
  /// What is larger is laid out quickly instead of well: 1,000 components take ELK a second with
  /// 2,000 links and seven with 6,000.
  private static final int MOST_COMPONENTS = 1200;

  private static final int MOST_LINKS = 3000;

  private AutomaticLayout() {}

  /// New places for all components, left to right.
  public static Layout arrange(Design design) {
    return arrange(design, () -> false);
  }

  /// @param cancelled asked now and then
  /// @throws java.util.concurrent.CancellationException when it says so
  public static Layout arrange(Design design, BooleanSupplier cancelled) {
    return arrange(design, Arrangement.USUAL, cancelled);
  }

  /// New places for all components; what lies in a zone stays together.
  ///
  /// @param cancelled asked now and then
  /// @throws java.util.concurrent.CancellationException when it says so
  public static Layout arrange(Design design, Arrangement arrangement, BooleanSupplier cancelled) {
    return new Layout(local(design.components().all(), design, arrangement, cancelled));
  }

  /// The layout with a place for every component of the design. Whatever has a place keeps it; what
  /// is new stands between or beside its neighbours where there is room, else at the nearest free
  /// place, and never over anything.
  public static Layout place(Design design, Layout layout) {
    return place(design, layout, () -> false);
  }

  /// @param cancelled asked now and then
  /// @throws java.util.concurrent.CancellationException when it says so
  public static Layout place(Design design, Layout layout, BooleanSupplier cancelled) {
    if (complete(design, layout)) {
      return layout;
    }
    return nonePlaced(design, layout)
        ? arrange(design, cancelled)
        : new Placement(design, layout, cancelled).place(false);
  }

  /// The same, except that everything to the right moves on where something new has no room between
  /// its neighbours; nothing else moves, and nothing changes its order.
  public static Layout placeMakingRoom(Design design, Layout layout) {
    if (complete(design, layout)) {
      return layout;
    }
    return nonePlaced(design, layout)
        ? arrange(design)
        : new Placement(design, layout, () -> false).place(true);
  }

  private static boolean complete(Design design, Layout layout) {
    return design.components().ids().stream().allMatch(layout.positions()::containsKey);
  }

  private static boolean nonePlaced(Design design, Layout layout) {
    return design.components().ids().stream().noneMatch(layout.positions()::containsKey);
  }

  /// Places for some components and the links among them, the upper left one at the origin. A
  /// cache, a dead-letter queue or the end of another path stands near what names it, as if a link
  /// led there.
  static Map<String, Position> local(
      Collection<Component> components, Design design, BooleanSupplier cancelled) {
    return local(components, design, Arrangement.USUAL, cancelled);
  }

  private static Map<String, Position> local(
      Collection<Component> components,
      Design design,
      Arrangement arrangement,
      BooleanSupplier cancelled) {
    Map<String, Integer> numbers = new HashMap<>();
    components.forEach(component -> numbers.put(component.id(), numbers.size()));
    Neighbours neighbours = new Neighbours(numbers.size());
    for (Link link : design.links()) {
      neighbours.join(numbers.get(link.from()), numbers.get(link.to()));
      for (Attribute<String> other :
          List.of(LinkAttributes.BEHIND_CACHE, LinkAttributes.FALLBACK_TO)) {
        link.get(other).ifPresent(id -> neighbours.join(numbers.get(link.from()), numbers.get(id)));
      }
    }
    for (Component component : components) {
      component
          .get(ComponentAttributes.DLQ)
          .ifPresent(id -> neighbours.join(numbers.get(component.id()), numbers.get(id)));
    }
    Groups groups = Groups.of(components, design);
    join(neighbours, groups);
    Packing packing = new Packing();
    for (Neighbours.Part part : neighbours.parts()) {
      packing.add(
          part.cards(), corners(part.edges(), groups.part(part.cards()), arrangement, cancelled));
    }
    return snapped(components, packing.corners(numbers.size()));
  }

  /// What lies in one zone, or in zones inside one, is laid out together.
  private static void join(Neighbours neighbours, Groups groups) {
    Map<Integer, Integer> first = new HashMap<>();
    for (int card = 0; card < groups.of().length; card++) {
      int group = groups.of()[card];
      while (group >= 0) {
        Integer other = first.putIfAbsent(group, card);
        if (other != null) {
          neighbours.bind(other, card);
        }
        group = groups.parents()[group];
      }
    }
  }

  private static double[] corners(
      int[] edges, Groups groups, Arrangement arrangement, BooleanSupplier cancelled) {
    int count = groups.of().length;
    if (count == 1) {
      return new double[2];
    }
    return count > MOST_COMPONENTS || edges.length / 2 > MOST_LINKS
        ? QuickLayers.place(count, edges, cancelled)
        : ElkLayers.place(edges, groups, arrangement, cancelled);
  }

  private static Map<String, Position> snapped(Collection<Component> components, double[] corners) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    for (int i = 0; i < corners.length; i += 2) {
      left = Math.min(left, corners[i]);
      top = Math.min(top, corners[i + 1]);
    }
    Map<String, Position> positions = new LinkedHashMap<>();
    int i = 0;
    for (Component component : components) {
      positions.put(
          component.id(),
          new Position(
              Spacing.snap(corners[2 * i] - left), Spacing.snap(corners[2 * i + 1] - top)));
      i++;
    }
    return positions;
  }
}

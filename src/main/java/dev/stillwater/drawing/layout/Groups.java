package dev.stillwater.drawing.layout;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.ZoneAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The zones of some components as numbered groups, so that what lies in a zone stays together.
/// Components that run in the same several zones form a group of their own.
///
/// @param of the group of each component, by its number; -1 for none
/// @param parents the group around each group; -1 for none
record Groups(int[] of, int[] parents) {
  private static final int DEEPEST = 6;

  static Groups none(int count) {
    int[] of = new int[count];
    java.util.Arrays.fill(of, -1);
    return new Groups(of, new int[0]);
  }

  boolean isEmpty() {
    return parents.length == 0;
  }

  static Groups of(Collection<Component> components, Design design) {
    Map<String, Integer> numbers = new HashMap<>();
    List<Integer> parents = new ArrayList<>();
    int[] of = new int[components.size()];
    int at = 0;
    for (Component component : components) {
      TreeSet<String> zones =
          new TreeSet<>(component.get(ComponentAttributes.ZONES).orElse(List.of()));
      zones.removeIf(id -> !design.zones().contains(id));
      of[at++] = zones.isEmpty() ? -1 : number(zones, design, numbers, parents, 0);
    }
    return new Groups(of, parents.stream().mapToInt(Integer::intValue).toArray());
  }

  private static int number(
      TreeSet<String> zones,
      Design design,
      Map<String, Integer> numbers,
      List<Integer> parents,
      int depth) {
    String key = String.join("+", zones);
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    int number = parents.size();
    numbers.put(key, number);
    parents.add(-1);
    TreeSet<String> around = new TreeSet<>();
    for (String zone : zones) {
      Optional<String> parent =
          design
              .zones()
              .find(zone)
              .flatMap(z -> z.get(ZoneAttributes.PARENT))
              .filter(design.zones()::contains);
      parent.filter(id -> !zones.contains(id)).ifPresent(around::add);
    }
    if (!around.isEmpty() && depth < DEEPEST) {
      int outer = number(around, design, numbers, parents, depth + 1);
      parents.set(number, outer == number || leadsBack(parents, outer, number) ? -1 : outer);
    }
    return number;
  }

  /// Whether zones that name each other as parents would go round in a circle.
  private static boolean leadsBack(List<Integer> parents, int from, int to) {
    int at = from;
    for (int i = 0; at >= 0 && i <= parents.size(); i++) {
      if (at == to) {
        return true;
      }
      at = parents.get(at);
    }
    return false;
  }

  /// The groups of some of the components, in their order.
  Groups part(int[] cards) {
    int[] some = new int[cards.length];
    for (int i = 0; i < cards.length; i++) {
      some[i] = of[cards[i]];
    }
    boolean any = java.util.Arrays.stream(some).anyMatch(group -> group >= 0);
    return any ? new Groups(some, parents) : none(cards.length);
  }
}

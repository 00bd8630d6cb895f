package dev.stillwater.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;

/// Finds what only has another id in a later version: of what is gone and what is new, the pairs
/// that are alike in everything but id, name and texts, and hang together with the rest in the same
/// way. Where two pairs are equally good, none is taken: a rename that is claimed has to be true.
///
/// Each pass knows the renames found before, so that a link between two renamed components and a
/// reference to one are recognised in the next.
final class RenameFinder {
  private static final int MOST_PASSES = 4;

  /// So many alike in one group are not told apart any more.
  private static final int MOST_ALIKE = 200;

  private final Design before;
  private final Design after;
  private final Map<String, String> zones = new HashMap<>();
  private final Map<String, String> components = new HashMap<>();
  private final Map<String, String> links = new HashMap<>();
  private final Map<String, String> journeys = new HashMap<>();

  private RenameFinder(Design before, Design after) {
    this.before = before;
    this.after = after;
  }

  static Renames find(Design before, Design after) {
    RenameFinder finder = new RenameFinder(before, after);
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      if (!finder.pass()) {
        break;
      }
    }
    return finder.renames();
  }

  private Renames renames() {
    return new Renames(zones, components, links, journeys);
  }

  /// Whether it found anything.
  private boolean pass() {
    boolean found = match(before.zones(), after.zones(), zones, this::likeness, this::inCommon);
    found |=
        match(
            before.components(),
            after.components(),
            components,
            this::likeness,
            new SharedLinks(before, after, renames())::of);
    Renames known = renames();
    found |=
        match(
            before.links(),
            after.links(),
            links,
            (Link link, Boolean isBefore) -> likeness(isBefore ? known.translated(link) : link),
            (was, is) -> 1);
    found |= matchImplied(known);
    Renames withLinks = renames();
    found |=
        match(
            before.journeys(),
            after.journeys(),
            journeys,
            (Journey journey, Boolean isBefore) ->
                likeness(isBefore ? withLinks.translated(journey) : journey),
            (was, is) -> is.namedLinks().isEmpty() ? 0 : 1);
    return found;
  }

  private Object likeness(Zone zone, boolean isBefore) {
    return bare((isBefore ? renames().translated(zone) : zone).attributes());
  }

  private Object likeness(Component component, boolean isBefore) {
    Component as = isBefore ? renames().translated(component) : component;
    return List.of(as.kind(), bare(as.attributes()));
  }

  private static Object likeness(Link link) {
    return List.of(link.from(), link.to(), bare(link.attributes()));
  }

  private static Object likeness(Journey journey) {
    return bare(journey.attributes());
  }

  /// Without names and texts, which people change together with an id.
  private static Attributes bare(Attributes attributes) {
    Attributes result = attributes;
    for (String key : List.of("name", "description", "notes")) {
      Attribute<?> attribute = attributes.table().find(key).orElse(null);
      if (attribute != null) {
        result = result.without(attribute);
      }
    }
    return result;
  }

  /// How many components that both versions have lie in both zones.
  private int inCommon(Zone was, Zone is) {
    int shared = 0;
    for (Component component : before.components()) {
      if (liesIn(component, was)) {
        Component later = after.components().find(component.id()).orElse(null);
        if (later == null) {
          continue;
        }
        if (!liesIn(later, is)) {
          return 0;
        }
        shared++;
      }
    }
    return shared;
  }

  private static boolean liesIn(Component component, Zone zone) {
    return component.get(ComponentAttributes.ZONES).orElse(List.of()).contains(zone.id());
  }

  /// How alike an element of the earlier or the later version has to be.
  private interface Likeness<E> {
    Object of(E element, Boolean isBefore);
  }

  private <E extends Element<E>> boolean match(
      Index<E> was,
      Index<E> is,
      Map<String, String> into,
      Likeness<E> likeness,
      ToIntBiFunction<E, E> strength) {
    Set<String> taken = new HashSet<>(into.values());
    Map<Object, List<E>> gone = new LinkedHashMap<>();
    for (E element : was) {
      if (!is.contains(element.id()) && !into.containsKey(element.id())) {
        gone.computeIfAbsent(likeness.of(element, true), key -> new ArrayList<>()).add(element);
      }
    }
    if (gone.isEmpty()) {
      return false;
    }
    Map<Object, List<E>> fresh = new LinkedHashMap<>();
    for (E element : is) {
      if (!was.contains(element.id()) && !taken.contains(element.id())) {
        Object key = likeness.of(element, false);
        if (gone.containsKey(key)) {
          fresh.computeIfAbsent(key, k -> new ArrayList<>()).add(element);
        }
      }
    }
    int known = into.size();
    fresh.forEach(
        (key, candidates) -> pair(gone.getOrDefault(key, List.of()), candidates, strength, into));
    return into.size() > known;
  }

  /// Takes the pairs that are each other's only best.
  private static <E extends Element<E>> void pair(
      List<E> gone, List<E> fresh, ToIntBiFunction<E, E> strength, Map<String, String> into) {
    if (gone.size() > MOST_ALIKE || fresh.size() > MOST_ALIKE) {
      return;
    }
    for (E was : gone) {
      E best = onlyBest(fresh, candidate -> strength.applyAsInt(was, candidate));
      if (best != null && onlyBest(gone, other -> strength.applyAsInt(other, best)) == was) {
        into.put(was.id(), best.id());
      }
    }
  }

  private static <E> @Nullable E onlyBest(Collection<E> candidates, Function<E, Integer> strength) {
    E best = null;
    int most = 0;
    boolean isOnly = false;
    for (E candidate : candidates) {
      int found = strength.apply(candidate);
      if (found > most) {
        most = found;
        best = candidate;
        isOnly = true;
      } else if (found == most) {
        isOnly = false;
      }
    }
    return isOnly ? best : null;
  }

  /// Links that are called by their ends follow them, whatever else changed.
  private boolean matchImplied(Renames known) {
    boolean found = false;
    for (Link link : before.links()) {
      if (after.links().contains(link.id())
          || links.containsKey(link.id())
          || !link.id().equals(Link.impliedId(link.from(), link.to()))) {
        continue;
      }
      String later = Link.impliedId(known.component(link.from()), known.component(link.to()));
      if (!later.equals(link.id())
          && after.links().contains(later)
          && !before.links().contains(later)
          && !links.containsValue(later)) {
        links.put(link.id(), later);
        found = true;
      }
    }
    return found;
  }
}

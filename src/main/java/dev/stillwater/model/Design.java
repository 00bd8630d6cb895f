package dev.stillwater.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The meaning of a drawing: components, links, zones, journeys and the assumptions about them.
/// Immutable; every change gives a new design. Ends of links and links of journeys exist.
///
/// @param settings values out of [Settings]
/// @param unknown top-level fields that this version does not know: key and JSON text
public record Design(
    String name,
    String description,
    Attributes settings,
    Index<Zone> zones,
    Index<Component> components,
    Index<Link> links,
    Index<Journey> journeys,
    Map<String, String> unknown) {
  public Design {
    unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
  }

  public static Design empty(String name) {
    return new Design(
        name,
        "",
        Attributes.none(Settings.TABLE),
        Index.empty(),
        Index.empty(),
        Index.empty(),
        Index.empty(),
        Map.of());
  }

  /// The value of a setting, declared or by default.
  public <T> T setting(Attribute<T> attribute) {
    return settings.orDefault(attribute);
  }

  public Design withName(String other) {
    return new Design(other, description, settings, zones, components, links, journeys, unknown);
  }

  public Design withDescription(String other) {
    return new Design(name, other, settings, zones, components, links, journeys, unknown);
  }

  public Design withSettings(Attributes other) {
    return new Design(name, description, other, zones, components, links, journeys, unknown);
  }

  public Design withZones(Index<Zone> other) {
    return other == zones
        ? this
        : new Design(name, description, settings, other, components, links, journeys, unknown);
  }

  public Design withComponents(Index<Component> other) {
    return other == components
        ? this
        : new Design(name, description, settings, zones, other, links, journeys, unknown);
  }

  public Design withLinks(Index<Link> other) {
    return other == links
        ? this
        : new Design(name, description, settings, zones, components, other, journeys, unknown);
  }

  public Design withJourneys(Index<Journey> other) {
    return other == journeys
        ? this
        : new Design(name, description, settings, zones, components, links, other, unknown);
  }

  public Design with(Component component) {
    return withComponents(components.with(component));
  }

  public Design with(Link link) {
    return withLinks(links.with(link));
  }

  public Design with(Journey journey) {
    return withJourneys(journeys.with(journey));
  }

  public Design with(Zone zone) {
    return withZones(zones.with(zone));
  }

  /// The element with this id; when sorts share an id, the first of component, link, journey, zone.
  public Optional<Element<?>> find(String id) {
    return components
        .find(id)
        .<Element<?>>map(c -> c)
        .or(() -> links.find(id).map(l -> l))
        .or(() -> journeys.find(id).map(j -> j))
        .or(() -> zones.find(id).map(z -> z));
  }

  /// A copy without these components and links, and without what only made sense with them: links
  /// of a removed component, references to it, steps of journeys along removed links, and journeys
  /// of which no link is left.
  public Design without(Collection<String> componentIds, Collection<String> linkIds) {
    Set<String> goneComponents = new HashSet<>(componentIds);
    Set<String> goneLinks = new HashSet<>(linkIds);
    for (Link link : links) {
      if (goneComponents.contains(link.from()) || goneComponents.contains(link.to())) {
        goneLinks.add(link.id());
      }
    }
    List<Journey> keptJourneys = new ArrayList<>();
    for (Journey journey : journeys) {
      if (journey.namedLinks().stream().noneMatch(goneLinks::contains)) {
        keptJourneys.add(journey);
        continue;
      }
      List<String> path =
          journey.namedLinks().stream().filter(id -> !goneLinks.contains(id)).toList();
      if (!path.isEmpty()) {
        keptJourneys.add(journey.with(JourneyAttributes.PATH, path));
      }
    }
    Design result =
        withComponents(components.without(goneComponents))
            .withLinks(links.without(goneLinks))
            .withJourneys(
                keptJourneys.equals(new ArrayList<>(journeys.all()))
                    ? journeys
                    : Index.of(keptJourneys));
    return result.mapReferences(id -> goneComponents.contains(id) ? "" : id);
  }

  /// A copy in which a component has another id, and everything that named it follows.
  ///
  /// @throws IllegalArgumentException when the new id is taken
  public Design renameComponent(String id, String newId) {
    if (id.equals(newId)) {
      return this;
    }
    List<Link> moved = new ArrayList<>();
    for (Link link : links) {
      moved.add(
          link.touches(id)
              ? link.between(
                  link.from().equals(id) ? newId : link.from(),
                  link.to().equals(id) ? newId : link.to())
              : link);
    }
    return withComponents(components.replacing(id, components.get(id).withId(newId)))
        .withLinks(Index.of(moved))
        .mapReferences(named -> named.equals(id) ? newId : named);
  }

  /// A copy in which a link has another id, and the journeys follow.
  ///
  /// @throws IllegalArgumentException when the new id is taken
  public Design renameLink(String id, String newId) {
    return id.equals(newId)
        ? this
        : withLinks(links.replacing(id, links.get(id).withId(newId)))
            .replaceInJourneys(id, List.of(newId));
  }

  /// A copy in which every journey that named a link names others in its place.
  public Design replaceInJourneys(String link, List<String> others) {
    List<Journey> changed = new ArrayList<>();
    for (Journey journey : journeys) {
      changed.add(replaceIn(journey, link, others));
    }
    return changed.equals(new ArrayList<>(journeys.all())) ? this : withJourneys(Index.of(changed));
  }

  private static Journey replaceIn(Journey journey, String link, List<String> others) {
    Journey result = journey;
    if (journey.get(JourneyAttributes.ENTRY).filter(link::equals).isPresent()
        && !others.isEmpty()) {
      result = result.with(JourneyAttributes.ENTRY, others.getFirst());
    }
    List<String> path = journey.get(JourneyAttributes.PATH).orElse(List.of());
    if (!path.contains(link)) {
      return result;
    }
    Set<String> steps = new LinkedHashSet<>();
    for (String step : path) {
      if (step.equals(link)) {
        steps.addAll(others);
      } else {
        steps.add(step);
      }
    }
    return result.with(JourneyAttributes.PATH, List.copyOf(steps));
  }

  private Design mapReferences(UnaryOperator<String> map) {
    Index<Component> newComponents = components;
    for (Component component : components) {
      newComponents = newComponents.with(mapReferences(component, map));
    }
    Index<Link> newLinks = links;
    for (Link link : links) {
      newLinks = newLinks.with(mapReferences(link, map));
    }
    return withComponents(newComponents).withLinks(newLinks);
  }

  private static <E extends Element<E>> E mapReferences(E element, UnaryOperator<String> map) {
    E result = element;
    for (Attribute<?> attribute : element.attributes().declared()) {
      if (attribute.type() instanceof ValueType.Reference reference
          && reference.target() == ValueType.Reference.Target.COMPONENT) {
        @SuppressWarnings("unchecked")
        Attribute<String> named = (Attribute<String>) attribute;
        String id = element.get(named).orElseThrow();
        String other = map.apply(id);
        if (other.isEmpty()) {
          result = result.without(named);
        } else if (!other.equals(id)) {
          result = result.with(named, other);
        }
      }
    }
    return result;
  }

  /// An id that no component, link, journey or zone has: the wanted one, or with a number behind.
  public String freeId(String wanted) {
    if (find(wanted).isEmpty()) {
      return wanted;
    }
    int number = 2;
    while (find(Ids.numbered(wanted, number)).isPresent()) {
      number++;
    }
    return Ids.numbered(wanted, number);
  }
}

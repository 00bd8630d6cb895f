package dev.stillwater.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The elements that have another id in a later version of a design, by their former id. Ids are
/// unique within a sort, so each sort has its own.
public record Renames(
    Map<String, String> zones,
    Map<String, String> components,
    Map<String, String> links,
    Map<String, String> journeys) {
  public static final Renames NONE = new Renames(Map.of(), Map.of(), Map.of(), Map.of());

  public Renames {
    zones = Map.copyOf(zones);
    components = Map.copyOf(components);
    links = Map.copyOf(links);
    journeys = Map.copyOf(journeys);
  }

  public boolean isEmpty() {
    return zones.isEmpty() && components.isEmpty() && links.isEmpty() && journeys.isEmpty();
  }

  public String zone(String former) {
    return zones.getOrDefault(former, former);
  }

  public String component(String former) {
    return components.getOrDefault(former, former);
  }

  public String link(String former) {
    return links.getOrDefault(former, former);
  }

  public String journey(String former) {
    return journeys.getOrDefault(former, former);
  }

  /// The later id of what an id of the earlier design names.
  public String later(String former, Design before) {
    return before
        .find(former)
        .map(element ->
            switch (element) {
              case Component component -> component(former);
              case Link link -> link(former);
              case Journey journey -> journey(former);
              case Zone zone -> zone(former);
            })
        .orElse(former);
  }

  /// A component as it would read if the renames were all that changed.
  Component translated(Component component) {
    Component result = references(component);
    List<String> zoneIds = result.get(ComponentAttributes.ZONES).orElse(List.of());
    if (!zoneIds.isEmpty() && !zones.isEmpty()) {
      result = result.with(ComponentAttributes.ZONES, zoneIds.stream().map(this::zone).toList());
    }
    return result.withId(component(component.id()));
  }

  Link translated(Link link) {
    return references(link)
        .between(component(link.from()), component(link.to()))
        .withId(link(link.id()));
  }

  Journey translated(Journey journey) {
    Journey result = references(journey);
    List<String> path = result.get(JourneyAttributes.PATH).orElse(List.of());
    if (!path.isEmpty() && !links.isEmpty()) {
      result = result.with(JourneyAttributes.PATH, path.stream().map(this::link).toList());
    }
    return new Journey(journey(journey.id()), result.attributes());
  }

  Zone translated(Zone zone) {
    Attributes attributes =
        zone.get(ZoneAttributes.PARENT)
            .map(parent -> zone.attributes().with(ZoneAttributes.PARENT, zone(parent)))
            .orElse(zone.attributes());
    return new Zone(zone(zone.id()), attributes);
  }

  private <E extends Element<E>> E references(E element) {
    E result = element;
    for (Attribute<?> attribute : element.attributes().declared()) {
      if (attribute.type() instanceof ValueType.Reference reference) {
        @SuppressWarnings("unchecked")
        Attribute<String> named = (Attribute<String>) attribute;
        String id = element.get(named).orElseThrow();
        String later =
            switch (reference.target()) {
              case COMPONENT -> component(id);
              case LINK -> link(id);
              case PRESET -> id;
            };
        if (!later.equals(id)) {
          result = result.with(named, later);
        }
      }
    }
    return result;
  }

  /// The former and the later id of everything renamed, sort by sort, in the order of former ids.
  public List<Map.Entry<String, String>> all() {
    List<Map.Entry<String, String>> result = new ArrayList<>();
    for (Map<String, String> sort : List.of(zones, components, links, journeys)) {
      new LinkedHashMap<>(sort)
          .entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(result::add);
    }
    return result;
  }
}

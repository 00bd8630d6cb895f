package dev.stillwater.model;

import java.util.ArrayList;
import java.util.List;

/// What an element is called and what it names, with the sort in front: `component:order`.
final class Mentions {
  private static final String ZONE = "zone:";
  private static final String COMPONENT = "component:";
  private static final String LINK = "link:";

  private Mentions() {}

  static String own(Element<?> element) {
    return switch (element) {
      case Component component -> COMPONENT + component.id();
      case Link link -> LINK + link.id();
      case Journey journey -> "journey:" + journey.id();
      case Zone zone -> ZONE + zone.id();
    };
  }

  static List<String> of(Element<?> element) {
    List<String> result = new ArrayList<>();
    result.add(own(element));
    switch (element) {
      case Component component ->
          component
              .get(ComponentAttributes.ZONES)
              .ifPresent(zones -> zones.forEach(zone -> result.add(ZONE + zone)));
      case Link link -> {
        result.add(COMPONENT + link.from());
        result.add(COMPONENT + link.to());
      }
      case Journey journey -> journey.namedLinks().forEach(link -> result.add(LINK + link));
      case Zone zone ->
          zone.get(ZoneAttributes.PARENT).ifPresent(parent -> result.add(ZONE + parent));
    }
    references(element, result);
    return result;
  }

  private static void references(Element<?> element, List<String> into) {
    for (Attribute<?> attribute : element.attributes().declared()) {
      if (attribute.type() instanceof ValueType.Reference reference) {
        String id = String.valueOf(element.get(attribute).orElseThrow());
        switch (reference.target()) {
          case COMPONENT -> into.add(COMPONENT + id);
          case LINK -> into.add(LINK + id);
          case PRESET -> {}
        }
      }
    }
  }
}

package dev.stillwater.templates;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Element;
import dev.stillwater.model.Index;
import dev.stillwater.model.Word;
import java.util.Arrays;
import java.util.Optional;

/// One declared value of a design, or its name: what a parameter of a template sets.
///
/// @param element the id of the element; empty for settings and the name
/// @param attribute its key in files; empty for the name
record Target(Sort sort, String element, String attribute) {
  /// Where in a file the value stands.
  enum Sort implements Word {
    NAME,
    SETTINGS,
    ZONES,
    COMPONENTS,
    LINKS,
    JOURNEYS
  }

  static final Target DESIGN_NAME = new Target(Sort.NAME, "", "");

  /// Reads `links/checkout/rate`, `settings/grey` or `name`.
  static Optional<Target> parse(String text) {
    String[] parts = text.strip().split("/", -1);
    return Arrays.stream(Sort.values())
        .filter(sort -> sort.word().equals(parts[0]) && parts.length == length(sort))
        .map(sort ->
            new Target(
                sort,
                parts.length == 3 ? parts[1] : "",
                parts.length > 1 ? parts[parts.length - 1] : ""))
        .findFirst();
  }

  private static int length(Sort sort) {
    return switch (sort) {
      case NAME -> 1;
      case SETTINGS -> 2;
      case ZONES, COMPONENTS, LINKS, JOURNEYS -> 3;
    };
  }

  /// The values among which it stands; empty for the name and where the element is missing.
  Optional<Attributes> values(Design design) {
    return switch (sort) {
      case NAME -> Optional.empty();
      case SETTINGS -> Optional.of(design.settings());
      case ZONES -> design.zones().find(element).map(Element::attributes);
      case COMPONENTS -> design.components().find(element).map(Element::attributes);
      case LINKS -> design.links().find(element).map(Element::attributes);
      case JOURNEYS -> design.journeys().find(element).map(Element::attributes);
    };
  }

  /// What it is of; empty for the name and where the design knows no such value.
  Optional<Attribute<?>> attribute(Design design) {
    return values(design).flatMap(values -> values.table().find(attribute));
  }

  /// The design with other values in their place.
  Design with(Design design, Attributes values) {
    return switch (sort) {
      case NAME -> design;
      case SETTINGS -> design.withSettings(values);
      case ZONES -> design.withZones(with(design.zones(), values));
      case COMPONENTS -> design.withComponents(with(design.components(), values));
      case LINKS -> design.withLinks(with(design.links(), values));
      case JOURNEYS -> design.withJourneys(with(design.journeys(), values));
    };
  }

  private <E extends Element<E>> Index<E> with(Index<E> elements, Attributes values) {
    return elements.with(elements.get(element).withAttributes(values));
  }

  /// As in files: `links/checkout/rate`.
  @Override
  public String toString() {
    return switch (sort) {
      case NAME -> sort.word();
      case SETTINGS -> sort.word() + "/" + attribute;
      case ZONES, COMPONENTS, LINKS, JOURNEYS -> sort.word() + "/" + element + "/" + attribute;
    };
  }
}

package dev.stillwater.edits;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.AttributeTable;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Element;
import dev.stillwater.model.Index;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneAttributes;
import org.jspecify.annotations.Nullable;

/// Declares one value of one element, or takes the declaration back. The attribute says which sort
/// of element the id names.
///
/// @param value null to take the declaration back, which makes the value unknown again
public record SetAttribute<T>(String element, Attribute<T> attribute, @Nullable T value)
    implements Edit {
  /// Takes a declaration back.
  public static <T> SetAttribute<T> clear(String element, Attribute<T> attribute) {
    return new SetAttribute<>(element, attribute, null);
  }

  @Override
  public String signature() {
    return value == null
        ? "ClearAttribute(" + element + ", " + attribute.key() + ")"
        : "SetAttribute(" + element + ", " + attribute.key() + ", " + shown(value) + ")";
  }

  @Override
  public String title() {
    String what = Words.insideSentence(attribute.label()) + " of " + element;
    return value == null ? "Clear " + what : "Set " + what + " to " + shown(value);
  }

  private String shown(T present) {
    return attribute.type().show(present);
  }

  @Override
  public Design apply(Design design) {
    if (isOf(LinkAttributes.TABLE)) {
      Index<Link> links = set(design.links());
      return design.withLinks(links);
    }
    if (isOf(ComponentAttributes.TABLE)) {
      Index<Component> components = set(design.components());
      return design.withComponents(components);
    }
    if (isOf(JourneyAttributes.TABLE)) {
      Index<Journey> journeys = set(design.journeys());
      return design.withJourneys(journeys);
    }
    if (isOf(ZoneAttributes.TABLE)) {
      Index<Zone> zones = set(design.zones());
      return design.withZones(zones);
    }
    throw new IllegalStateException("no element declares " + attribute.key());
  }

  private boolean isOf(AttributeTable table) {
    return table.find(attribute.key()).filter(found -> found == attribute).isPresent();
  }

  private <E extends Element<E>> Index<E> set(Index<E> elements) {
    return elements
        .find(element)
        .map(found -> elements.with(found.withAttributes(found.attributes().set(attribute, value))))
        .orElse(elements);
  }
}

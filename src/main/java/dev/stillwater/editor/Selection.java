package dev.stillwater.editor;

import dev.stillwater.model.Design;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The selected elements, in the order in which they were selected.
///
/// @param components ids of components
/// @param links ids of links
/// @param journey the id of the selected journey; empty when none is
/// @param zone the id of the zone whose frame is selected; empty when none is
public record Selection(
    List<String> components, List<String> links, Optional<String> journey, Optional<String> zone) {
  public static final Selection NONE = new Selection(List.of(), List.of(), Optional.empty());

  public Selection {
    components = List.copyOf(components);
    links = List.copyOf(links);
  }

  public Selection(List<String> components, List<String> links, Optional<String> journey) {
    this(components, links, journey, Optional.empty());
  }

  public static Selection ofComponents(Collection<String> ids) {
    return new Selection(List.copyOf(ids), List.of(), Optional.empty());
  }

  public static Selection component(String id) {
    return ofComponents(List.of(id));
  }

  public static Selection link(String id) {
    return new Selection(List.of(), List.of(id), Optional.empty());
  }

  public static Selection journey(String id) {
    return new Selection(List.of(), List.of(), Optional.of(id));
  }

  public static Selection zone(String id) {
    return new Selection(List.of(), List.of(), Optional.empty(), Optional.of(id));
  }

  public boolean isEmpty() {
    return components.isEmpty() && links.isEmpty() && journey.isEmpty() && zone.isEmpty();
  }

  public int size() {
    return components.size()
        + links.size()
        + (journey.isPresent() ? 1 : 0)
        + (zone.isPresent() ? 1 : 0);
  }

  public boolean hasComponent(String id) {
    return components.contains(id);
  }

  public boolean hasLink(String id) {
    return links.contains(id);
  }

  /// The one selected component or link; empty when there are none or several.
  public Optional<String> single() {
    if (components.size() + links.size() != 1) {
      return Optional.empty();
    }
    return Optional.of(components.isEmpty() ? links.getFirst() : components.getFirst());
  }

  /// With this component added, or taken out when it was there.
  public Selection toggledComponent(String id) {
    return new Selection(toggled(components, id), links, Optional.empty());
  }

  /// With this link added, or taken out when it was there.
  public Selection toggledLink(String id) {
    return new Selection(components, toggled(links, id), Optional.empty());
  }

  private static List<String> toggled(List<String> ids, String id) {
    Set<String> result = new LinkedHashSet<>(ids);
    if (!result.remove(id)) {
      result.add(id);
    }
    return List.copyOf(result);
  }

  /// Only what the design has.
  public Selection restrictedTo(Design design) {
    if (components.stream().allMatch(design.components()::contains)
        && links.stream().allMatch(design.links()::contains)
        && journey.filter(id -> !design.journeys().contains(id)).isEmpty()
        && zone.filter(id -> !design.zones().contains(id)).isEmpty()) {
      return this;
    }
    return new Selection(
        components.stream().filter(design.components()::contains).toList(),
        links.stream().filter(design.links()::contains).toList(),
        journey.filter(design.journeys()::contains),
        zone.filter(design.zones()::contains));
  }
}

package dev.stillwater.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A part of the drawing under a name, with places of its own: for a journey, for a team. It says
/// nothing about the system.
///
/// @param attributes values out of [ViewAttributes]
public record NamedView(String name, Attributes attributes) {
  public static NamedView of(String name, String show) {
    return new NamedView(
        name, Attributes.none(ViewAttributes.TABLE).with(ViewAttributes.SHOW, show));
  }

  /// What is looked for; everything where nothing is said.
  public String show() {
    return attributes.get(ViewAttributes.SHOW).orElse("");
  }

  /// The places of its own, by component id.
  public Map<String, Layout.Position> places() {
    Map<String, Layout.Position> places = new LinkedHashMap<>();
    for (Attributes place : attributes.get(ViewAttributes.PLACES).orElse(List.of())) {
      place
          .get(ViewAttributes.PLACE_OF)
          .ifPresent(id ->
              places.put(
                  id,
                  new Layout.Position(
                      place.get(ViewAttributes.PLACE_X).orElse(0),
                      place.get(ViewAttributes.PLACE_Y).orElse(0))));
    }
    return places;
  }

  public NamedView withName(String other) {
    return new NamedView(other, attributes);
  }

  public NamedView withShow(String other) {
    return new NamedView(name, attributes.with(ViewAttributes.SHOW, other));
  }

  public NamedView withPlaces(Map<String, Layout.Position> places) {
    List<Attributes> entries = new ArrayList<>();
    places.forEach((id, at) ->
        entries.add(
            Attributes.none(ViewAttributes.PLACE)
                .with(ViewAttributes.PLACE_OF, id)
                .with(ViewAttributes.PLACE_X, at.x())
                .with(ViewAttributes.PLACE_Y, at.y())));
    return new NamedView(
        name,
        attributes.set(ViewAttributes.PLACES, entries.isEmpty() ? null : List.copyOf(entries)));
  }

  /// With the place of a component under its later id.
  public NamedView renamed(Map<String, String> laterIds) {
    Map<String, Layout.Position> before = places();
    if (before.keySet().stream().noneMatch(laterIds::containsKey)) {
      return this;
    }
    Map<String, Layout.Position> places = new LinkedHashMap<>();
    before.forEach((id, at) -> places.put(laterIds.getOrDefault(id, id), at));
    return withPlaces(places);
  }
}

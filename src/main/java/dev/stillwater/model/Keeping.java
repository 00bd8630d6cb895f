package dev.stillwater.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes some of the differences between two designs in the earlier one. What they depend on has to
/// be among them; see [ChangeParts].
final class Keeping {
  private final Design after;
  private final DesignDiff diff;
  private Design design;

  Keeping(Design before, Design after, DesignDiff diff) {
    this.design = before;
    this.after = after;
    this.diff = diff;
  }

  Design of(List<Difference> kept) {
    kept.forEach(this::rename);
    followEnds();
    kept.forEach(this::put);
    kept.forEach(this::remove);
    return design;
  }

  private void rename(Difference difference) {
    if (difference.kind() != Difference.Kind.RENAMED) {
      return;
    }
    switch (difference.before()) {
      case Component was -> design = design.renameComponent(was.id(), difference.id());
      case Link was -> design = design.renameLink(was.id(), difference.id());
      case Journey was ->
          design =
              design.withJourneys(
                  design
                      .journeys()
                      .replacing(was.id(), new Journey(difference.id(), was.attributes())));
      case Zone was -> renameZone(was, difference.id());
      case null -> {}
    }
  }

  private void renameZone(Zone was, String later) {
    Renames renames = new Renames(Map.of(was.id(), later), Map.of(), Map.of(), Map.of());
    List<Zone> zones = design.zones().stream().map(renames::translated).toList();
    List<Component> components = design.components().stream().map(renames::translated).toList();
    design = design.withZones(Index.of(zones)).withComponents(Index.of(components));
  }

  /// Links that are called by their ends have followed them.
  private void followEnds() {
    Map<String, String> later = new HashMap<>(diff.renames().links());
    for (Link link : new ArrayList<>(design.links().all())) {
      String id = later.get(link.id());
      if (id != null
          && id.equals(Link.impliedId(link.from(), link.to()))
          && !design.links().contains(id)) {
        design = design.renameLink(link.id(), id);
      }
    }
  }

  private void put(Difference difference) {
    if (difference.kind() == Difference.Kind.REMOVED) {
      return;
    }
    switch (difference.sort()) {
      case DESIGN ->
          design =
              new Design(
                  after.name(),
                  after.description(),
                  design.settings(),
                  design.zones(),
                  design.components(),
                  design.links(),
                  design.journeys(),
                  after.unknown());
      case SETTINGS -> design = design.withSettings(after.settings());
      case ZONE, COMPONENT, LINK, JOURNEY -> put(difference.after());
    }
  }

  private void put(@Nullable Element<?> element) {
    switch (element) {
      case Component component -> design = design.with(component);
      case Link link -> design = design.with(link);
      case Journey journey -> design = design.with(journey);
      case Zone zone -> design = design.with(zone);
      case null -> {}
    }
  }

  private void remove(Difference difference) {
    if (difference.kind() != Difference.Kind.REMOVED) {
      return;
    }
    String id = difference.id();
    switch (difference.sort()) {
      case COMPONENT -> design = design.withComponents(design.components().without(List.of(id)));
      case LINK -> design = design.withLinks(design.links().without(List.of(id)));
      case JOURNEY -> design = design.withJourneys(design.journeys().without(List.of(id)));
      case ZONE -> design = design.withZones(design.zones().without(List.of(id)));
      case DESIGN, SETTINGS -> {}
    }
  }
}

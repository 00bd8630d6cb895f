package dev.stillwater.edits;

import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Ids;
import dev.stillwater.model.Index;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneAttributes;
import dev.stillwater.model.ZoneKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Finds the zone beside another one: of the same kind and with the same parent, first one that the
/// design knows, else a new one that is named after it.
final class ZoneChoice {
  private record Place(ZoneKind kind, Optional<String> parent) {}

  private final Design design;
  private final Map<Place, TreeSet<String>> known = new HashMap<>();
  private final List<Zone> added = new ArrayList<>();

  ZoneChoice(Design design) {
    this.design = design;
    design.zones().forEach(zone -> learn(zone.id()));
    design
        .components()
        .forEach(it -> it.get(ComponentAttributes.ZONES).orElse(List.of()).forEach(this::learn));
  }

  private TreeSet<String> learn(String zone) {
    TreeSet<String> neighbours = known.computeIfAbsent(place(zone), place -> new TreeSet<>());
    neighbours.add(zone);
    return neighbours;
  }

  /// Whether what stands there fails apart from its neighbours.
  boolean isAvailabilityZone(String zone) {
    return place(zone).kind == ZoneKind.AZ;
  }

  /// A data centre stands beside an availability zone: either fails apart from the other.
  private Place place(String zone) {
    Optional<Zone> declared = design.zones().find(zone);
    ZoneKind kind = declared.map(Zone::kind).orElse(ZoneKind.AZ);
    return new Place(
        kind == ZoneKind.DC ? ZoneKind.AZ : kind,
        declared.flatMap(it -> it.get(ZoneAttributes.PARENT)));
  }

  /// Of some zones those that stand beside the first of them that replicas can be spread over; that
  /// one included.
  List<String> alike(List<String> zones) {
    String base = base(zones);
    return zones.stream().distinct().filter(zone -> place(zone).kind == place(base).kind).toList();
  }

  /// The zone that others are chosen beside: an availability zone where there is one.
  String base(List<String> zones) {
    return zones.stream().filter(this::isAvailabilityZone).findFirst().orElseGet(zones::getFirst);
  }

  /// The first zone by name beside this one that the design knows and that is not taken.
  Optional<String> known(String zone, Collection<String> taken) {
    return learn(zone).stream().filter(neighbour -> !taken.contains(neighbour)).findFirst();
  }

  /// The first zone by name beside this one that is not taken, made where none is known.
  String beside(String zone, Collection<String> taken) {
    return known(zone, taken).orElseGet(() -> create(zone, taken));
  }

  private String create(String zone, Collection<String> taken) {
    String name = next(zone);
    while (taken.contains(name) || isUsed(name)) {
      name = next(name);
    }
    learn(zone).add(name);
    if (design.zones().contains(zone)) {
      Zone like = design.zones().get(zone);
      added.add(
          new Zone(
              name,
              Attributes.none(ZoneAttributes.TABLE)
                  .copyFrom(like.attributes(), ZoneAttributes.KIND, ZoneAttributes.PARENT)));
    }
    return name;
  }

  private boolean isUsed(String name) {
    return design.find(name).isPresent()
        || known.values().stream().anyMatch(names -> names.contains(name));
  }

  /// `eu-1a` becomes `eu-1b`, `dc1` becomes `dc2`, and `north` becomes `north-2`.
  private static String next(String name) {
    int last = name.length() - 1;
    char end = name.charAt(last);
    boolean single = last == 0 || !Character.isLetter(name.charAt(last - 1));
    if (single && (end >= 'a' && end < 'z' || end >= 'A' && end < 'Z')) {
      return name.substring(0, last) + (char) (end + 1);
    }
    if (end >= '1' && end < '9' && (last == 0 || !Character.isDigit(name.charAt(last - 1)))) {
      return name.substring(0, last) + (char) (end + 1);
    }
    String numbered = name + "-2";
    return Ids.legal(numbered) ? numbered : "zone-2";
  }

  /// The design with other components in place of those with their ids, and with the new zones.
  Design with(List<Component> components) {
    Index<Zone> zones = added.isEmpty() ? design.zones() : design.zones().withAll(added);
    return components.isEmpty()
        ? design
        : design.withZones(zones).withComponents(design.components().withAll(components));
  }
}

package dev.stillwater.analysis;

import dev.stillwater.model.Design;
import dev.stillwater.model.Index;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneAttributes;
import dev.stillwater.model.ZoneKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the zone names of components mean: availability zones, and the regions around them.
///
/// A zone without a kind, and a name that no zone declares, is an availability zone. The region of
/// a zone is its nearest ancestor of that kind, else the topmost one; a parent that no zone
/// declares is a region. Zones that lie in themselves, and undeclared names, are of an unknown
/// region.
public final class ZoneMap {
  private static final String UNKNOWN = "";

  private final Index<Zone> zones;

  /// By zone, the id of the region around it; itself where nothing is around it.
  private final Map<String, String> around = new HashMap<>();

  private ZoneMap(Index<Zone> zones) {
    this.zones = zones;
    zones.ids().forEach(this::findRegion);
  }

  public static ZoneMap of(Design design) {
    return new ZoneMap(design.zones());
  }

  /// Walks up to a region, to the top, or to a zone whose region is known already.
  private void findRegion(String zone) {
    List<String> walked = new ArrayList<>();
    Set<String> onWalk = new HashSet<>();
    String at = zone;
    while (!around.containsKey(at)) {
      Optional<String> parent = parent(at);
      if (parent.isEmpty()) {
        around.put(at, at);
      } else if (onWalk.add(at)) {
        walked.add(at);
        at = parent.get();
      } else {
        around.put(at, UNKNOWN);
      }
    }
    String region = around.get(at);
    walked.forEach(each -> around.put(each, region));
  }

  private Optional<String> parent(String zone) {
    return zones
        .find(zone)
        .filter(it -> it.kind() != ZoneKind.REGION)
        .flatMap(it -> it.get(ZoneAttributes.PARENT));
  }

  /// What kind of boundary a name stands for.
  public ZoneKind kind(String zone) {
    return zones.find(zone).map(Zone::kind).orElse(ZoneKind.AZ);
  }

  /// Whether what it holds fails apart from its neighbours: an availability zone or data centre.
  public boolean isAvailabilityZone(String zone) {
    ZoneKind kind = kind(zone);
    return kind == ZoneKind.AZ || kind == ZoneKind.DC;
  }

  /// What people call a zone.
  public String name(String zone) {
    return zones.find(zone).map(Zone::name).orElse(zone);
  }

  /// The zones of a component in which its replicas fail apart from those in the others, each once.
  public List<String> availabilityZones(Node node) {
    return node.zones().stream().distinct().filter(this::isAvailabilityZone).toList();
  }

  /// The regions in which a component runs, as far as they are known.
  public Set<String> regions(Node node) {
    Set<String> result = new LinkedHashSet<>();
    node.zones().forEach(zone -> region(zone).ifPresent(result::add));
    return result;
  }

  private Optional<String> region(String zone) {
    String region = zones.contains(zone) ? around.getOrDefault(zone, UNKNOWN) : UNKNOWN;
    boolean isItself = region.equals(zone) && kind(zone) != ZoneKind.REGION;
    return region.isEmpty() || isItself ? Optional.empty() : Optional.of(region);
  }
}

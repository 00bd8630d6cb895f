package dev.stillwater.analysis.ripple;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneAttributes;
import dev.stillwater.model.ZoneKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// The zones of a design: those that it declares, those that components or zones name, and what
/// lies in what.
final class ZoneMap {
  private final DependencyGraph graph;
  private final SortedSet<String> all = new TreeSet<>();
  private final Map<String, List<String>> children = new HashMap<>();

  ZoneMap(DependencyGraph graph) {
    this.graph = graph;
    for (Zone zone : graph.design().zones()) {
      all.add(zone.id());
      zone.get(ZoneAttributes.PARENT)
          .ifPresent(parent -> {
            all.add(parent);
            children.computeIfAbsent(parent, id -> new ArrayList<>()).add(zone.id());
          });
    }
    for (Node node : graph.nodes()) {
      all.addAll(node.zones());
    }
  }

  /// Their ids in order.
  SortedSet<String> all() {
    return Collections.unmodifiableSortedSet(all);
  }

  /// A zone and all that lie in it, at whatever depth.
  Set<String> within(String zone) {
    Set<String> result = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(zone));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (result.add(next)) {
        open.addAll(children.getOrDefault(next, List.of()));
      }
    }
    return result;
  }

  /// Whether it is more than one data centre: declared as a region, or the parent of others.
  boolean isRegion(String zone) {
    return children.containsKey(zone)
        || graph.design().zones().find(zone).filter(it -> it.kind() == ZoneKind.REGION).isPresent();
  }
}

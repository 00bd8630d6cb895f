package dev.stillwater.edits;

import dev.stillwater.model.Design;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What becomes of listed paths when a link leads elsewhere.
final class Steps {
  private Steps() {}

  /// Takes out of every path the links that only a link led to which now leads elsewhere.
  ///
  /// @param before the design in which the link still led there
  static Design withoutUnreached(Design before, Design after, String link) {
    Design result = after;
    for (Journey journey : after.journeys()) {
      List<String> path = journey.get(JourneyAttributes.PATH).orElse(List.of());
      if (path.contains(link)) {
        Set<String> lost = new HashSet<>(reached(before, path));
        lost.removeAll(reached(after, path));
        List<String> rest = path.stream().filter(id -> !lost.contains(id)).toList();
        if (rest.size() < path.size() && !rest.isEmpty()) {
          result = result.with(journey.with(JourneyAttributes.PATH, rest));
        }
      }
    }
    return result;
  }

  /// The links of a path that are reached from its first link over the links before them.
  private static List<String> reached(Design design, List<String> path) {
    Set<String> at = new HashSet<>();
    List<String> result = new ArrayList<>();
    for (String id : path) {
      Link step = design.links().find(id).orElse(null);
      if (step != null && (at.isEmpty() || at.contains(step.from()))) {
        at.add(step.from());
        at.add(step.to());
        result.add(id);
      }
    }
    return result;
  }
}

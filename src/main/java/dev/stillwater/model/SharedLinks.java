package dev.stillwater.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How much two components of two versions have in common by their links: what each calls, and who
/// calls it.
final class SharedLinks {
  private final Map<String, Set<String>> neighboursBefore = new HashMap<>();
  private final Map<String, Set<String>> neighboursAfter = new HashMap<>();

  SharedLinks(Design before, Design after, Renames known) {
    for (Link link : before.links()) {
      add(
          neighboursBefore,
          link.from(),
          link.to(),
          known.component(link.from()),
          known.component(link.to()));
    }
    for (Link link : after.links()) {
      add(neighboursAfter, link.from(), link.to(), link.from(), link.to());
    }
  }

  private static void add(
      Map<String, Set<String>> into, String from, String to, String fromNow, String toNow) {
    into.computeIfAbsent(from, id -> new HashSet<>()).add("> " + toNow);
    into.computeIfAbsent(to, id -> new HashSet<>()).add("< " + fromNow);
  }

  /// The number of neighbours in common, of which there must be at least half of the earlier ones;
  /// 1 for two components without any that both declare something.
  int of(Component was, Component is) {
    Set<String> earlier = neighboursBefore.getOrDefault(was.id(), Set.of());
    Set<String> later = neighboursAfter.getOrDefault(is.id(), Set.of());
    if (earlier.isEmpty() && later.isEmpty()) {
      return List.of(was, is).stream().anyMatch(it -> it.attributes().declared().isEmpty()) ? 0 : 1;
    }
    int shared = 0;
    for (String neighbour : earlier) {
      shared += later.contains(neighbour) ? 1 : 0;
    }
    return 2 * shared >= earlier.size() ? shared : 0;
  }
}

package dev.stillwater.analysis;

import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.LinkMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the links that a journey uses; see [Reach] for the rule.
final class ReachFinder {
  private final DependencyGraph graph;
  private final Map<Edge, Integer> handOvers = new LinkedHashMap<>();

  private ReachFinder(DependencyGraph graph) {
    this.graph = graph;
  }

  static Reach of(DependencyGraph graph, Journey journey) {
    ReachFinder finder = new ReachFinder(graph);
    if (journey.get(JourneyAttributes.PATH).isPresent()) {
      finder.list(journey.namedLinks());
    } else {
      finder.derive(journey.namedLinks());
    }
    return finder.reach(journey);
  }

  private void list(List<String> links) {
    Map<Node, Integer> passed = new LinkedHashMap<>();
    for (String link : links) {
      for (Edge edge : graph.edgesOf(link)) {
        int before = passed.getOrDefault(edge.from(), 0);
        handOvers.putIfAbsent(edge, before);
        passed.putIfAbsent(edge.to(), before + (edge.mode() == LinkMode.SEND ? 1 : 0));
      }
    }
  }

  private void derive(List<String> entries) {
    List<Edge> wave = new ArrayList<>();
    for (String entry : entries) {
      List<Edge> halves = graph.edgesOf(entry);
      if (!halves.isEmpty()) {
        wave.add(halves.getFirst());
      }
    }
    Set<Node> entered = new HashSet<>();
    Set<Node> brokers = new LinkedHashSet<>();
    int passed = 0;
    while (!wave.isEmpty()) {
      breadthFirst(wave, passed, entered, brokers);
      passed++;
      wave = deliveries(brokers);
      brokers.clear();
    }
  }

  /// Walks the synchronous part behind some links and gathers the brokers that it hands over to.
  private void breadthFirst(List<Edge> start, int passed, Set<Node> entered, Set<Node> brokers) {
    List<Edge> wave = start;
    while (!wave.isEmpty()) {
      List<Edge> next = new ArrayList<>();
      for (Edge edge : wave) {
        if (handOvers.putIfAbsent(edge, passed) != null) {
          continue;
        }
        if (edge.mode() == LinkMode.SEND || edge.to().kind().isPassiveBroker()) {
          brokers.add(edge.to());
        } else if (entered.add(edge.to())) {
          for (Edge onward : graph.out(edge.to())) {
            if (onward.mode() == LinkMode.SYNC || onward.mode() == LinkMode.SEND) {
              next.add(onward);
            }
          }
        }
      }
      next.sort(Comparator.comparingInt(Edge::index));
      wave = next;
    }
  }

  private List<Edge> deliveries(Set<Node> brokers) {
    List<Edge> result = new ArrayList<>();
    for (Node broker : brokers) {
      for (Edge edge : graph.out(broker)) {
        if (edge.mode() == LinkMode.DELIVER && !handOvers.containsKey(edge)) {
          result.add(edge);
        }
      }
    }
    result.sort(Comparator.comparingInt(Edge::index));
    return result;
  }

  private Reach reach(Journey journey) {
    List<Edge> edges = List.copyOf(handOvers.keySet());
    List<Edge> synchronous = new ArrayList<>();
    Set<Node> at = new HashSet<>();
    Set<Node> nodes = new LinkedHashSet<>();
    for (Edge edge : edges) {
      if (at.isEmpty()) {
        at.add(edge.from());
      }
      if (edge.isSync() && at.contains(edge.from())) {
        synchronous.add(edge);
        at.add(edge.to());
      }
      nodes.add(edge.from());
      nodes.add(edge.to());
    }
    return new Reach(
        journey,
        edges,
        List.copyOf(handOvers.values()),
        List.copyOf(synchronous),
        List.copyOf(nodes));
  }
}

package dev.stillwater.analysis;

import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.LinkMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the links that a journey uses; see [Reach] for the rule.
///
/// Works on the numbers of nodes and edges, because a journey of a large design uses 100,000 links.
final class ReachFinder {
  private static final int UNSEEN = -1;

  private final DependencyGraph graph;

  /// By edge, how many brokers a request passed before it.
  private final int[] handOvers;

  /// The edges found, in the order of finding.
  private final Numbers found = new Numbers();

  private ReachFinder(DependencyGraph graph) {
    this.graph = graph;
    this.handOvers = new int[graph.edges().size()];
    Arrays.fill(handOvers, UNSEEN);
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

  private boolean find(int edge, int passed) {
    if (handOvers[edge] != UNSEEN) {
      return false;
    }
    handOvers[edge] = passed;
    found.add(edge);
    return true;
  }

  private void list(List<String> links) {
    int[] passed = new int[graph.nodes().size()];
    boolean[] entered = new boolean[passed.length];
    for (String link : links) {
      for (Edge edge : graph.edgesOf(link)) {
        int before = passed[edge.from().index()];
        find(edge.index(), before);
        int to = edge.to().index();
        if (!entered[to]) {
          entered[to] = true;
          passed[to] = before + (edge.mode() == LinkMode.SEND ? 1 : 0);
        }
      }
    }
  }

  private void derive(List<String> entries) {
    Numbers wave = new Numbers();
    for (String entry : entries) {
      List<Edge> halves = graph.edgesOf(entry);
      if (!halves.isEmpty()) {
        wave.add(halves.getFirst().index());
      }
    }
    boolean[] entered = new boolean[graph.nodes().size()];
    boolean[] handedTo = new boolean[graph.nodes().size()];
    int passed = 0;
    while (wave.size > 0) {
      Numbers brokers = new Numbers();
      breadthFirst(wave, passed, entered, handedTo, brokers);
      passed++;
      wave = deliveries(brokers);
      for (int i = 0; i < brokers.size; i++) {
        handedTo[brokers.values[i]] = false;
      }
    }
  }

  /// Walks the synchronous part behind some links and gathers the brokers that it hands over to.
  private void breadthFirst(
      Numbers start, int passed, boolean[] entered, boolean[] handedTo, Numbers brokers) {
    Numbers wave = start;
    while (wave.size > 0) {
      Numbers next = new Numbers();
      for (int i = 0; i < wave.size; i++) {
        Edge edge = graph.edges().get(wave.values[i]);
        if (!find(edge.index(), passed)) {
          continue;
        }
        int to = edge.to().index();
        if (edge.mode() == LinkMode.SEND || edge.to().kind().isPassiveBroker()) {
          if (!handedTo[to]) {
            handedTo[to] = true;
            brokers.add(to);
          }
        } else if (!entered[to]) {
          entered[to] = true;
          for (Edge onward : graph.out(edge.to())) {
            if (handOvers[onward.index()] == UNSEEN
                && (onward.mode() == LinkMode.SYNC || onward.mode() == LinkMode.SEND)) {
              next.add(onward.index());
            }
          }
        }
      }
      next.sort();
      wave = next;
    }
  }

  private Numbers deliveries(Numbers brokers) {
    Numbers result = new Numbers();
    for (int i = 0; i < brokers.size; i++) {
      for (Edge edge : graph.out(graph.nodes().get(brokers.values[i]))) {
        if (edge.mode() == LinkMode.DELIVER && handOvers[edge.index()] == UNSEEN) {
          result.add(edge.index());
        }
      }
    }
    result.sort();
    return result;
  }

  private Reach reach(Journey journey) {
    boolean[] awaited = new boolean[graph.nodes().size()];
    boolean[] touched = new boolean[awaited.length];
    List<Edge> edges = new ArrayList<>(found.size);
    List<Integer> passed = new ArrayList<>(found.size);
    List<Edge> synchronous = new ArrayList<>();
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < found.size; i++) {
      Edge edge = graph.edges().get(found.values[i]);
      edges.add(edge);
      passed.add(handOvers[edge.index()]);
      awaited[edge.from().index()] |= i == 0;
      if (edge.isSync() && awaited[edge.from().index()]) {
        synchronous.add(edge);
        awaited[edge.to().index()] = true;
      }
      touch(edge.from(), touched, nodes);
      touch(edge.to(), touched, nodes);
    }
    // From here on nobody asks for the hand-overs by edge.
    int[] places = handOvers;
    for (int i = 0; i < found.size; i++) {
      places[found.values[i]] = i;
    }
    return new Reach(journey, edges, passed, synchronous, nodes, places);
  }

  private static void touch(Node node, boolean[] touched, List<Node> nodes) {
    if (!touched[node.index()]) {
      touched[node.index()] = true;
      nodes.add(node);
    }
  }

  /// A growing list of numbers.
  private static final class Numbers {
    private int[] values = new int[16];
    private int size;

    private void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    private void sort() {
      Arrays.sort(values, 0, size);
    }
  }
}

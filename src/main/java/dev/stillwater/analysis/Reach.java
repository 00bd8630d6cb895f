package dev.stillwater.analysis;

import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The links that a journey uses.
///
/// With an explicit path these are the listed links, in their order. With an entry they are
/// derived: the synchronous part is the entry and every sync or send link leaving a component that
/// a sync link of the part enters; the asynchronous part is every deliver link out of the brokers
/// reached and what follows from their consumers in the same way.
///
/// Each is one object: two of the same content differ.
public final class Reach {
  private static final int NOWHERE = -1;

  private final Journey journey;
  private final List<Edge> edges;
  private final List<Integer> handOvers;
  private final List<Edge> synchronous;
  private final List<Node> nodes;

  /// See [#calls]; null before.
  private volatile @Nullable List<Edge> calls;

  /// By edge its place among [#edges].
  private final int[] places;

  Reach(
      Journey journey,
      List<Edge> edges,
      List<Integer> handOvers,
      List<Edge> synchronous,
      List<Node> nodes,
      int[] places) {
    this.journey = journey;
    this.edges = List.copyOf(edges);
    this.handOvers = List.copyOf(handOvers);
    this.synchronous = List.copyOf(synchronous);
    this.nodes = List.copyOf(nodes);
    this.places = places;
  }

  public Journey journey() {
    return journey;
  }

  /// All links, in the order of interest.
  public List<Edge> edges() {
    return edges;
  }

  /// For each of [#edges] the number of brokers that a request passed before it.
  public List<Integer> handOvers() {
    return handOvers;
  }

  /// The number of brokers that a request passed before a link of it.
  public int handOvers(Edge edge) {
    return handOvers.get(places[edge.index()]);
  }

  /// The sync links that are reached from the first link over sync links alone, in the order of
  /// interest: what the caller waits for.
  public List<Edge> synchronous() {
    return synchronous;
  }

  /// The same so that every call comes after those that lead to its caller, in their listed order
  /// or without those that lead back. Worked out when first asked for, because several rules ask.
  List<Edge> calls() {
    List<Edge> known = calls;
    if (known == null) {
      boolean listed = journey.get(JourneyAttributes.PATH).isPresent();
      known = listed || synchronous.isEmpty() ? synchronous : CallOrder.of(synchronous);
      calls = known;
    }
    return known;
  }

  /// Every component that a link of the reach touches, in the order of touching.
  public List<Node> nodes() {
    return nodes;
  }

  /// The link by which requests come in.
  public Edge first() {
    return edges.getFirst();
  }

  public boolean isEmpty() {
    return edges.isEmpty();
  }

  public boolean contains(Edge edge) {
    return places[edge.index()] != NOWHERE;
  }

  /// Whether both links are part of it, and the first comes before the second.
  public boolean isBefore(Edge first, Edge second) {
    int place = places[first.index()];
    return place != NOWHERE && place < places[second.index()];
  }
}

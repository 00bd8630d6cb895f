package dev.stillwater.analysis;

import dev.stillwater.model.Journey;
import java.util.List;

/// The links that a journey uses.
///
/// With an explicit path these are the listed links, in their order. With an entry they are
/// derived: the synchronous part is the entry and every sync or send link leaving a component that
/// a sync link of the part enters; the asynchronous part is every deliver link out of the brokers
/// reached and what follows from their consumers in the same way.
///
/// @param edges all links, in the order of interest
/// @param handOvers for each of [#edges] the number of brokers that a request passed before it
/// @param synchronous the sync links that are reached from the first link over sync links alone, in
///   the order of interest: what the caller waits for
/// @param nodes every component that a link of the reach touches, in the order of touching
public record Reach(
    Journey journey,
    List<Edge> edges,
    List<Integer> handOvers,
    List<Edge> synchronous,
    List<Node> nodes) {
  /// The link by which requests come in.
  public Edge first() {
    return edges.getFirst();
  }

  public boolean isEmpty() {
    return edges.isEmpty();
  }
}

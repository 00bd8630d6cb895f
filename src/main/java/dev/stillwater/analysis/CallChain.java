package dev.stillwater.analysis;

import dev.stillwater.model.JourneyAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The heaviest chain of consecutive calls that a journey waits for, each call with a weight.
///
/// The calls are taken one after the other so that every call comes after those that lead to its
/// caller; the heaviest chain to a callee is then the heaviest one to its caller and the call, in
/// time linear in components and links. Along a listed path that order is the path's own. Behind an
/// entry it is topological: a depth-first walk from the entry, links by id, leaves out every call
/// that leads back to where the walk came from. A longest simple path through a cycle is NP-hard to
/// find; what is left has none, so that the chain found is one that exists, and its weight a lower
/// bound.
public final class CallChain {
  private final List<Edge> order;
  private final ToDoubleFunction<Edge> weight;
  private final Map<Node, Way> heaviest = new HashMap<>();
  private @Nullable Way worst;

  /// A chain as its last call and what came before.
  private record Way(double weight, Edge last, @Nullable Way before) {}

  private CallChain(List<Edge> order, ToDoubleFunction<Edge> weight) {
    this.order = order;
    this.weight = weight;
  }

  public static CallChain of(Reach reach, ToDoubleFunction<Edge> weight) {
    boolean listed = reach.journey().get(JourneyAttributes.PATH).isPresent();
    List<Edge> calls = reach.synchronous();
    CallChain result = new CallChain(listed || calls.isEmpty() ? calls : onward(calls), weight);
    result.walk();
    return result;
  }

  /// The calls into compute and external systems, which must all be up at the same time; routers,
  /// brokers, stores and caches are not counted.
  public static CallChain hops(Reach reach) {
    return of(reach, CallChain::hop);
  }

  private static double hop(Edge edge) {
    return switch (edge.to().kind().family()) {
      case COMPUTE, EXTERNAL -> 1;
      case EDGE, ROUTER, BROKER, CACHE, STORE, CONFIG, MONITOR -> 0;
    };
  }

  private void walk() {
    for (Edge edge : order) {
      Way before = heaviest.get(edge.from());
      Way way = new Way(weightOf(before) + weight.applyAsDouble(edge), edge, before);
      if (way.weight > weightOf(heaviest.get(edge.to()))) {
        heaviest.put(edge.to(), way);
        worst = way.weight > weightOf(worst) ? way : worst;
      } else {
        heaviest.putIfAbsent(edge.to(), way);
      }
    }
  }

  private static double weightOf(@Nullable Way way) {
    return way == null ? 0 : way.weight;
  }

  /// The sum of weights along the heaviest chain; 0 where nobody waits.
  public double weight() {
    return weightOf(worst);
  }

  /// The heaviest chain, in the order of calling.
  public List<Edge> edges() {
    List<Edge> result = new ArrayList<>();
    for (Way way = worst; way != null; way = way.before) {
      result.add(way.last);
    }
    Collections.reverse(result);
    return result;
  }

  /// The calls that lie on a chain of at least this weight, those of the heaviest first.
  public List<Edge> atLeast(double limit) {
    Map<Node, Double> behind = new HashMap<>();
    for (Edge edge : order.reversed()) {
      double onward = weight.applyAsDouble(edge) + behind.getOrDefault(edge.to(), 0.0);
      behind.merge(edge.from(), onward, Math::max);
    }
    Set<Edge> result = new LinkedHashSet<>(edges());
    for (Edge edge : order) {
      double through =
          weightOf(heaviest.get(edge.from()))
              + weight.applyAsDouble(edge)
              + behind.getOrDefault(edge.to(), 0.0);
      if (through >= limit) {
        result.add(edge);
      }
    }
    return List.copyOf(result);
  }

  /// The calls behind an entry, callers first, without those that lead back: when the walk leaves a
  /// component, it keeps its calls to components that it has left before.
  private static List<Edge> onward(List<Edge> calls) {
    Map<Node, List<Edge>> out = new HashMap<>();
    calls.forEach(edge -> out.computeIfAbsent(edge.from(), node -> new ArrayList<>()).add(edge));
    Edge entry = calls.getFirst();
    Set<Node> met = new HashSet<>(Set.of(entry.from()));
    Map<Node, Integer> next = new HashMap<>();
    Map<Node, List<Edge>> kept = new LinkedHashMap<>();
    Deque<Node> way = new ArrayDeque<>();
    if (met.add(entry.to())) {
      way.push(entry.to());
    }
    while (!way.isEmpty()) {
      Node at = way.peek();
      List<Edge> leaving = out.getOrDefault(at, List.of());
      int place = next.merge(at, 1, Integer::sum) - 1;
      if (place == leaving.size()) {
        way.pop();
        kept.put(at, leaving.stream().filter(edge -> kept.containsKey(edge.to())).toList());
      } else if (met.add(leaving.get(place).to())) {
        way.push(leaving.get(place).to());
      }
    }
    List<Edge> result = new ArrayList<>(List.of(entry));
    new ArrayList<>(kept.values()).reversed().forEach(result::addAll);
    return result;
  }
}

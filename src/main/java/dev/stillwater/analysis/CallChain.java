package dev.stillwater.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
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

  /// By component.
  private final @Nullable Way[] heaviest;

  private @Nullable Way worst;

  /// A chain as its last call and what came before.
  private record Way(double weight, Edge last, @Nullable Way before) {}

  private CallChain(List<Edge> order, ToDoubleFunction<Edge> weight) {
    this.order = order;
    this.weight = weight;
    this.heaviest = new @Nullable Way[size(order)];
  }

  private static int size(List<Edge> edges) {
    int size = 0;
    for (Edge edge : edges) {
      size = Math.max(size, 1 + Math.max(edge.from().index(), edge.to().index()));
    }
    return size;
  }

  public static CallChain of(Reach reach, ToDoubleFunction<Edge> weight) {
    CallChain result = new CallChain(reach.calls(), weight);
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
      Way before = heaviest[edge.from().index()];
      Way way = new Way(weightOf(before) + weight.applyAsDouble(edge), edge, before);
      Way known = heaviest[edge.to().index()];
      if (known == null || way.weight > known.weight) {
        heaviest[edge.to().index()] = way;
        worst = way.weight > weightOf(worst) ? way : worst;
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
    double[] behind = new double[heaviest.length];
    for (Edge edge : order.reversed()) {
      double onward = weight.applyAsDouble(edge) + behind[edge.to().index()];
      behind[edge.from().index()] = Math.max(behind[edge.from().index()], onward);
    }
    Set<Edge> result = new LinkedHashSet<>(edges());
    for (Edge edge : order) {
      double through =
          weightOf(heaviest[edge.from().index()])
              + weight.applyAsDouble(edge)
              + behind[edge.to().index()];
      if (through >= limit) {
        result.add(edge);
      }
    }
    return List.copyOf(result);
  }
}

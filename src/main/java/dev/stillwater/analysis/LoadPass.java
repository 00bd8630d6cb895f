package dev.stillwater.analysis;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Computes the [Load] of a graph.
///
/// Rates follow x = A·x + b: b are the declared rates, A the gains of the links whose rate is
/// derived. The strongly connected components of those links are settled callers first, so outside
/// of cycles one pass is exact, O(nodes + links). Inside a component A is irreducible and not
/// negative, so a solution exists iff its spectral radius ρ is below 1 or nothing flows in. That is
/// decided by the bounds min (A·x)ᵢ/xᵢ ≤ ρ ≤ max (A·x)ᵢ/xᵢ for any positive x (L. Collatz 1942, H.
/// Wielandt 1950), sharpened by a few steps of the power method on (I + A)/2. If ρ ≥ 1 the link
/// with the smallest id is cut and what remains is taken apart and settled anew; else Gauss-Seidel
/// from zero, which grows to the least solution. A component that needs more than [#SWEEPS] sweeps
/// is taken for one that grows: its gain is so near to 1 that its rates say nothing. In a component
/// of more than [#ONE_BY_ONE] links, where cutting one at a time would take quadratic time, all
/// links that lead back are cut at once: those that do not lead forward in the breadth-first order
/// from where requests come in.
final class LoadPass {
  /// Sweeps over a component until its rates must be steady; that reaches a gain of 0.99.
  private static final int SWEEPS = 2000;

  /// The relative change in one sweep that counts as none.
  private static final double STEADY = 1e-9;

  /// The most links of a component that are cut one by one.
  static final int ONE_BY_ONE = 500;

  /// Steps of the power method before the sweeps themselves decide.
  private static final int GROWTH_STEPS = 200;

  /// Requests per second that nothing exceeds, so that absurd products of calls stay finite.
  private static final double MOST = 1e18;

  private final DependencyGraph graph;
  private final Progress progress;
  private final double[] gain;
  private final double[] rate;
  private final double[] inflow;
  private final boolean[] cut;

  /// The place of a node within the component at work, −1 outside of it.
  private final int[] place;

  /// @param progress asked all the time whether to go on
  LoadPass(DependencyGraph graph, Progress progress) {
    this.graph = graph;
    this.progress = progress;
    int edges = graph.edges().size();
    this.gain = new double[edges];
    this.rate = new double[edges];
    this.cut = new boolean[edges];
    this.inflow = new double[graph.nodes().size()];
    this.place = new int[inflow.length];
    Arrays.fill(place, -1);
    for (Edge edge : graph.edges()) {
      progress.check();
      gain[edge.index()] = edge.calls() * (1 - hitRatio(edge));
      if (!isDerived(edge)) {
        rate[edge.index()] = edge.declaredRate();
      }
    }
    for (Node node : graph.nodes()) {
      if (node.kind() == ComponentKind.QUEUE) {
        divide(node);
      }
    }
  }

  Load run() {
    List<Edge> feeding = graph.edges().stream().filter(this::feeds).toList();
    int[] all = new int[inflow.length];
    Arrays.setAll(all, i -> i);
    Deque<int[]> waiting = new ArrayDeque<>();
    takeApart(all, feeding, waiting);
    while (!waiting.isEmpty()) {
      progress.check();
      settle(waiting.pop(), waiting);
    }
    return new Load(
        rate, inflow, graph.edges().stream().filter(edge -> cut[edge.index()]).toList());
  }

  private static boolean isDerived(Edge edge) {
    return Double.isNaN(edge.declaredRate());
  }

  /// Whether its rate follows from what flows into its caller, and adds to what flows into its
  /// callee.
  private boolean feeds(Edge edge) {
    return isDerived(edge) && Load.carries(edge) && gain[edge.index()] > 0 && !cut[edge.index()];
  }

  private double hitRatio(Edge edge) {
    Optional<Node> cache = edge.link().get(LinkAttributes.BEHIND_CACHE).flatMap(graph::findNode);
    return cache.flatMap(node -> node.held(ComponentAttributes.HIT_RATIO)).orElse(0.0);
  }

  /// Divides the messages of a queue among its competing consumers by capacity; evenly where one is
  /// unknown or none can do anything.
  private void divide(Node queue) {
    List<Edge> deliveries = new ArrayList<>();
    double sum = 0;
    for (Edge edge : graph.out(queue)) {
      if (edge.mode() == LinkMode.DELIVER) {
        deliveries.add(edge);
        sum += edge.to().capacity();
      }
    }
    if (deliveries.size() < 2) {
      return;
    }
    for (Edge edge : deliveries) {
      gain[edge.index()] *= sum > 0 ? edge.to().capacity() / sum : 1.0 / deliveries.size();
    }
  }

  /// Stacks the components of some nodes under some links, the one that nothing else leads to on
  /// top.
  private void takeApart(int[] nodes, List<Edge> links, Deque<int[]> waiting) {
    for (int i = 0; i < nodes.length; i++) {
      place[nodes[i]] = i;
    }
    int[] from = new int[links.size()];
    int[] to = new int[links.size()];
    for (int i = 0; i < from.length; i++) {
      from[i] = place[links.get(i).from().index()];
      to[i] = place[links.get(i).to().index()];
    }
    Condensation parts = Condensation.of(nodes.length, from, to);
    for (int part = 0; part < parts.size(); part++) {
      int[] members = parts.members(part);
      Arrays.setAll(members, i -> nodes[members[i]]);
      waiting.push(members);
    }
    for (int node : nodes) {
      place[node] = -1;
    }
  }

  private void settle(int[] members, Deque<int[]> waiting) {
    for (int i = 0; i < members.length; i++) {
      place[members[i]] = i;
    }
    List<Edge> inner = inner(members);
    boolean settled = inner.isEmpty() || solve(members, inner);
    if (settled) {
      for (int member : members) {
        flowOn(graph.nodes().get(member));
      }
    } else if (inner.size() > ONE_BY_ONE) {
      cutBack(members, inner);
    } else {
      cut[inner.getFirst().index()] = true;
    }
    for (int member : members) {
      place[member] = -1;
    }
    if (!settled) {
      takeApart(members, inner.stream().filter(this::feeds).toList(), waiting);
    }
  }

  private void cutBack(int[] members, List<Edge> inner) {
    double[] outside = outside(members);
    int[] rank = new int[members.length];
    int[] queue = new int[members.length];
    int ranked = 0;
    for (int i = 0; i < members.length; i++) {
      if (outside[i] > 0) {
        queue[ranked++] = i;
        rank[i] = ranked;
      }
    }
    for (int next = 0; next < ranked; next++) {
      for (Edge edge : graph.out(graph.nodes().get(members[queue[next]]))) {
        if (isInner(edge) && rank[place[edge.to().index()]] == 0) {
          queue[ranked++] = place[edge.to().index()];
          rank[place[edge.to().index()]] = ranked;
        }
      }
    }
    for (Edge edge : inner) {
      cut[edge.index()] = rank[place[edge.from().index()]] >= rank[place[edge.to().index()]];
    }
  }

  /// What flows into each member from links that are not inside its cycle.
  private double[] outside(int[] members) {
    double[] outside = new double[members.length];
    for (int i = 0; i < members.length; i++) {
      for (Edge edge : graph.in(graph.nodes().get(members[i]))) {
        if (Load.carries(edge) && !isInner(edge)) {
          outside[i] += rate[edge.index()];
        }
      }
    }
    return outside;
  }

  private boolean isInner(Edge edge) {
    return place[edge.from().index()] >= 0 && place[edge.to().index()] >= 0 && feeds(edge);
  }

  /// The links between the members that feed each other, in the order of their ids.
  private List<Edge> inner(int[] members) {
    List<Edge> inner = new ArrayList<>();
    for (int member : members) {
      for (Edge edge : graph.out(graph.nodes().get(member))) {
        if (isInner(edge)) {
          inner.add(edge);
        }
      }
    }
    if (members.length > 1) {
      inner.sort((a, b) -> Integer.compare(a.index(), b.index()));
    }
    return inner;
  }

  /// Adds up what flows in and hands it on; the rates between members of a cycle stand already.
  private void flowOn(Node node) {
    double sum = 0;
    for (Edge edge : graph.in(node)) {
      if (Load.carries(edge)) {
        sum += rate[edge.index()];
      }
    }
    inflow[node.index()] = Math.min(sum, MOST);
    for (Edge edge : graph.out(node)) {
      if (isDerived(edge) && !cut[edge.index()] && !isInner(edge)) {
        rate[edge.index()] = Math.min(inflow[node.index()] * gain[edge.index()], MOST);
      }
    }
  }

  /// Finds the steady rates of the links of a cycle; false when there are none.
  private boolean solve(int[] members, List<Edge> inner) {
    double[] outside = outside(members);
    if (Arrays.stream(outside).allMatch(in -> in == 0)) {
      return true;
    }
    Cycle cycle = new Cycle(members.length, inner);
    if (cycle.grows() || !cycle.sweep(outside)) {
      return false;
    }
    for (Edge edge : inner) {
      rate[edge.index()] = cycle.flow[place[edge.from().index()]] * gain[edge.index()];
    }
    return true;
  }

  /// The links of one component as arrays, grouped by callee.
  private final class Cycle {
    private final int[] start;
    private final int[] from;
    private final double[] factor;
    private final double[] flow;

    Cycle(int nodes, List<Edge> inner) {
      this.start = new int[nodes + 1];
      this.from = new int[inner.size()];
      this.factor = new double[inner.size()];
      this.flow = new double[nodes];
      for (Edge edge : inner) {
        start[place[edge.to().index()] + 1]++;
      }
      for (int i = 0; i < nodes; i++) {
        start[i + 1] += start[i];
      }
      int[] free = Arrays.copyOf(start, nodes);
      for (Edge edge : inner) {
        int at = free[place[edge.to().index()]]++;
        from[at] = place[edge.from().index()];
        factor[at] = gain[edge.index()];
      }
    }

    private double into(int node, double[] flows) {
      double sum = 0;
      for (int i = start[node]; i < start[node + 1]; i++) {
        sum += flows[from[i]] * factor[i];
      }
      return sum;
    }

    /// Whether the spectral radius is surely not below 1.
    boolean grows() {
      double[] x = new double[flow.length];
      double[] next = new double[flow.length];
      Arrays.fill(x, 1);
      for (int step = 0; step < GROWTH_STEPS; step++) {
        progress.check();
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
          double image = into(i, x);
          least = Math.min(least, image / x[i]);
          most = Math.max(most, image / x[i]);
          next[i] = (x[i] + image) / 2;
          largest = Math.max(largest, next[i]);
        }
        if (least >= 1 - STEADY) {
          return true;
        }
        if (most < 1) {
          return false;
        }
        for (int i = 0; i < x.length; i++) {
          x[i] = Math.max(next[i] / largest, Double.MIN_NORMAL);
        }
      }
      return false;
    }

    /// Sweeps until nothing moves; false when that does not happen.
    boolean sweep(double[] outside) {
      for (int sweep = 0; sweep < SWEEPS; sweep++) {
        progress.check();
        boolean moved = false;
        for (int i = 0; i < flow.length; i++) {
          double sum = outside[i] + into(i, flow);
          if (sum > MOST) {
            return false;
          }
          moved |= Math.abs(sum - flow[i]) > STEADY * Math.max(1, sum);
          flow[i] = sum;
        }
        if (!moved) {
          return true;
        }
      }
      return false;
    }
  }
}

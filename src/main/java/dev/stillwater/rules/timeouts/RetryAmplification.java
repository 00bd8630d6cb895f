package dev.stillwater.rules.timeouts;

import dev.stillwater.analysis.Condensation;
import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.Settings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How many attempts one request can become along synchronous paths: the product of attempts over
/// the links of a path that visits no component twice.
///
/// **Order.** A path is worse than another when its product is larger, then when it is longer, then
/// when its end comes later by name. Putting a link in front multiplies the product, adds one to
/// the length and keeps the end, so it never changes which of two paths is worse. Hence the worst
/// path from a component is a link and the worst path from its callee, and one pass over the
/// components, callees first, finds all of them: O(components + links), however many paths there
/// are. Paths with no, one, and several retrying links are kept apart, because only several layers
/// multiply.
///
/// **Cycles.** Only inside a strongly connected component can a path come back to where it was.
/// There the simple paths are walked, [#STEPS] steps for all its members together. Where that is
/// not enough (a longest simple path is NP-hard to find), the links that lead back in a depth-first
/// walk are left out: the rest has no cycle, so what it gives is a path, and its product a lower
/// bound.
public final class RetryAmplification {
  /// Steps along simple paths inside one strongly connected component.
  private static final int STEPS = 200_000;

  /// No, one, or several retrying links on a path.
  private static final int LAYERS = 3;

  private final DependencyGraph graph;
  private final double unbounded;

  /// The worst path from each component by its number of retrying links; null where there is none.
  private final @Nullable Tail[][] worst;

  private RetryAmplification(DependencyGraph graph) {
    this.graph = graph;
    this.unbounded = graph.design().setting(Settings.UNBOUNDED_ATTEMPTS);
    this.worst = new @Nullable Tail[graph.nodes().size()][LAYERS];
  }

  public static RetryAmplification of(DependencyGraph graph) {
    RetryAmplification result = new RetryAmplification(graph);
    result.compute();
    return result;
  }

  /// A path that starts at a component: its first link and the rest.
  private record Tail(
      double product,
      int length,
      Node end,
      boolean isBound,
      @Nullable Edge first,
      @Nullable Tail rest) {
    boolean isWorseThan(@Nullable Tail other) {
      if (other == null || product != other.product) {
        return other == null || product > other.product;
      }
      return length != other.length ? length > other.length : end.index() > other.end.index();
    }

    Tail after(Edge edge, double attempts) {
      return new Tail(product * attempts, length + 1, end, isBound, edge, this);
    }

    Tail bounded() {
      return new Tail(product, length, end, true, first, rest);
    }
  }

  /// A path, and the attempts at its end that one request at its start can become.
  ///
  /// @param isBound whether there may be a worse one that was not looked for
  public record Path(double product, List<Edge> edges, boolean isBound, double unbounded) {
    public Path {
      edges = List.copyOf(edges);
    }

    public Node end() {
      return edges.getLast().to();
    }

    /// What the attempts on a link count as; those without end have a number in the settings.
    public double attempts(Edge edge) {
      return Math.min(
          edge.attempts(), Double.isInfinite(edge.attempts()) ? unbounded : edge.attempts());
    }

    public List<Edge> retrying() {
      return edges.stream().filter(edge -> edge.attempts() > 1).toList();
    }
  }

  /// The worst path that begins with a call and has several retrying links; empty when there is
  /// none.
  ///
  /// @param first a call whose caller lies on no cycle, as one that nobody calls
  public Optional<Path> worstFrom(Edge first) {
    Tail best = null;
    for (int layers = 0; layers < LAYERS; layers++) {
      Tail rest = worst[first.to().index()][layers];
      if (rest != null && counts(first) && layersWith(layers, first) == LAYERS - 1) {
        Tail tail = rest.after(first, attempts(first));
        best = tail.isWorseThan(best) ? tail : best;
      }
    }
    return Optional.ofNullable(best).map(this::path);
  }

  /// The largest product of attempts along any synchronous path of the design; 1 when nothing
  /// retries.
  public double largest() {
    double largest = 1;
    for (Tail[] tails : worst) {
      for (Tail tail : tails) {
        largest = tail == null ? largest : Math.max(largest, tail.product);
      }
    }
    return largest;
  }

  private Path path(Tail tail) {
    List<Edge> edges = new ArrayList<>();
    for (Tail at = tail; at != null && at.first != null; at = at.rest) {
      edges.add(at.first);
    }
    return new Path(tail.product, edges, tail.isBound, unbounded);
  }

  private static boolean counts(Edge edge) {
    return edge.isSync() && edge.from() != edge.to();
  }

  private double attempts(Edge edge) {
    return Double.isInfinite(edge.attempts()) ? unbounded : edge.attempts();
  }

  private int layersWith(int layers, Edge edge) {
    return Math.min(LAYERS - 1, layers + (attempts(edge) > 1 ? 1 : 0));
  }

  private void compute() {
    Edge[] calls = graph.edges().stream().filter(RetryAmplification::counts).toArray(Edge[]::new);
    int[] from = Arrays.stream(calls).mapToInt(edge -> edge.from().index()).toArray();
    int[] to = Arrays.stream(calls).mapToInt(edge -> edge.to().index()).toArray();
    Condensation parts = Condensation.of(graph.nodes().size(), from, to);
    for (int part = 0; part < parts.size(); part++) {
      if (parts.memberCount(part) == 1) {
        settle(graph.nodes().get(parts.firstMember(part)), false, null);
      } else {
        new Cycle(parts, part).settle();
      }
    }
  }

  /// Finds the worst paths from a component whose callees are settled.
  ///
  /// @param rank for members of a cycle: only links to a higher rank count; null elsewhere
  private void settle(Node node, boolean isBound, @Nullable Cycle cycle) {
    Tail stay = new Tail(1, 0, node, isBound, null, null);
    worst[node.index()][0] = stay;
    for (Edge edge : graph.out(node)) {
      if (counts(edge) && (cycle == null || cycle.leadsOn(edge))) {
        for (int layers = 0; layers < LAYERS; layers++) {
          Tail rest = worst[edge.to().index()][layers];
          if (rest != null) {
            Tail tail = rest.after(edge, attempts(edge));
            offer(node, layersWith(layers, edge), isBound ? tail.bounded() : tail);
          }
        }
      }
    }
  }

  private void offer(Node node, int layers, Tail tail) {
    if (tail.isWorseThan(worst[node.index()][layers])) {
      worst[node.index()][layers] = tail;
    }
  }

  /// The members of one strongly connected component.
  private final class Cycle {
    private final Condensation parts;
    private final int part;
    private final int[] members;
    private final int[] rank;
    private int steps;

    Cycle(Condensation parts, int part) {
      this.parts = parts;
      this.part = part;
      this.members = parts.members(part);
      this.rank = new int[members.length];
    }

    void settle() {
      @Nullable Tail[][] walked = new @Nullable Tail[members.length][];
      for (int i = 0; i < members.length && steps <= STEPS; i++) {
        walked[i] = walk(graph.nodes().get(members[i]));
      }
      if (steps <= STEPS) {
        for (int i = 0; i < members.length; i++) {
          worst[members[i]] = walked[i];
        }
      } else {
        withoutWaysBack();
      }
    }

    private int place(Node node) {
      return Arrays.binarySearch(members, node.index());
    }

    private boolean isInside(Edge edge) {
      return parts.componentOf(edge.to().index()) == part;
    }

    /// Whether a link leaves the cycle or leads to a member of higher rank.
    boolean leadsOn(Edge edge) {
      return !isInside(edge) || rank[place(edge.to())] > rank[place(edge.from())];
    }

    /// The worst paths from a member over all simple ways inside, with a stack of our own.
    private @Nullable Tail[] walk(Node origin) {
      @Nullable Tail[] best = new @Nullable Tail[LAYERS];
      boolean[] visited = new boolean[members.length];
      Deque<Edge> way = new ArrayDeque<>();
      int[] next = new int[members.length + 1];
      double[] product = new double[members.length + 1];
      int[] layers = new int[members.length + 1];
      int depth = 0;
      Node at = origin;
      product[0] = 1;
      visited[place(origin)] = true;
      consider(best, way, layers[0], product[0], at);
      while (depth >= 0 && steps <= STEPS) {
        Edge[] calls = graph.out(at);
        if (next[depth] == calls.length) {
          visited[place(at)] = false;
          next[depth] = 0;
          depth--;
          at = way.isEmpty() ? origin : way.removeLast().from();
          continue;
        }
        Edge edge = calls[next[depth]++];
        steps++;
        if (!counts(edge) || !isInside(edge) || visited[place(edge.to())]) {
          continue;
        }
        way.addLast(edge);
        product[depth + 1] = product[depth] * attempts(edge);
        layers[depth + 1] = layersWith(layers[depth], edge);
        depth++;
        at = edge.to();
        visited[place(at)] = true;
        consider(best, way, layers[depth], product[depth], at);
      }
      return best;
    }

    /// Compares what a way into a member gives: to stop there, or to leave the cycle from there.
    private void consider(
        @Nullable Tail[] best, Deque<Edge> way, int layers, double product, Node at) {
      consider(best, way, layers, product, new Tail(1, 0, at, false, null, null), 0);
      for (Edge edge : graph.out(at)) {
        if (counts(edge) && !isInside(edge)) {
          for (int behind = 0; behind < LAYERS; behind++) {
            Tail rest = worst[edge.to().index()][behind];
            if (rest != null) {
              Tail exit = rest.after(edge, attempts(edge));
              consider(best, way, layers, product, exit, layersWith(behind, edge));
            }
          }
        }
      }
    }

    private void consider(
        @Nullable Tail[] best, Deque<Edge> way, int layers, double product, Tail rest, int behind) {
      int all = Math.min(LAYERS - 1, layers + behind);
      Tail whole =
          new Tail(
              product * rest.product, way.size() + rest.length, rest.end, rest.isBound, null, rest);
      if (whole.isWorseThan(best[all])) {
        Tail tail = rest;
        for (Edge edge : way.reversed()) {
          tail = tail.after(edge, attempts(edge));
        }
        best[all] = tail;
      }
    }

    /// Ranks the members by a depth-first walk, callers before callees, and settles them backwards
    /// over the links that lead to a higher rank.
    private void withoutWaysBack() {
      int[] next = new int[members.length];
      boolean[] visited = new boolean[members.length];
      int free = members.length;
      Node[] byRank = new Node[members.length];
      for (int root = 0; root < members.length; root++) {
        Deque<Node> way = new ArrayDeque<>();
        if (!visited[root]) {
          visited[root] = true;
          way.push(graph.nodes().get(members[root]));
        }
        while (!way.isEmpty()) {
          Node at = way.peek();
          Edge[] calls = graph.out(at);
          if (next[place(at)] == calls.length) {
            rank[place(at)] = --free;
            byRank[free] = way.pop();
            continue;
          }
          Edge edge = calls[next[place(at)]++];
          if (counts(edge) && isInside(edge) && !visited[place(edge.to())]) {
            visited[place(edge.to())] = true;
            way.push(edge.to());
          }
        }
      }
      for (int i = byRank.length - 1; i >= 0; i--) {
        RetryAmplification.this.settle(byRank[i], true, this);
      }
    }
  }
}

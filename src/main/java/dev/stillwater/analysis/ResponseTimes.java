package dev.stillwater.analysis;

import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Settings;
import java.util.Arrays;

/// How long each component takes to answer on the slowest hundredth of requests, its callees
/// included: R(v) = own p99 + Σ R(callee) · max(1, calls) over the calls that more than
/// `settings.minShare` of the requests make, in milliseconds. Percentiles do not add, so this is an
/// upper estimate. No callee counts inside itself: on a cycle the sum goes over simple paths.
///
/// Outside of cycles every component is computed once, callees first. Inside a strongly connected
/// component the simple paths are walked, [#STEPS] steps for all its members together; when there
/// are more, each member gets the sum over all members once, which is a lower bound ([#isBound]).
public final class ResponseTimes {
  /// Steps along simple paths inside one strongly connected component.
  static final int STEPS = 200_000;

  /// Milliseconds that nothing exceeds (31,000 years), so that absurd products of calls stay
  /// finite.
  private static final double LONGEST = 1e15;

  private final DependencyGraph graph;
  private final Load load;
  private final Progress progress;
  private final double minShare;
  private final double[] response;
  private final boolean[] bound;

  private ResponseTimes(DependencyGraph graph, Load load, Progress progress) {
    this.progress = progress;
    this.graph = graph;
    this.load = load;
    this.minShare = graph.design().setting(Settings.MIN_SHARE);
    this.response = new double[graph.nodes().size()];
    this.bound = new boolean[response.length];
  }

  public static ResponseTimes of(DependencyGraph graph, Load load) {
    return of(graph, load, Progress.UNWATCHED);
  }

  /// @param progress asked all the time whether to go on
  /// @throws java.util.concurrent.CancellationException when it says no
  public static ResponseTimes of(DependencyGraph graph, Load load, Progress progress) {
    ResponseTimes times = new ResponseTimes(graph, load, progress);
    times.compute();
    return times;
  }

  /// Milliseconds until a component answers, its callees included.
  public double of(Node node) {
    return response[node.index()];
  }

  /// Whether the time is only a lower bound, because the component lies on a cycle with too many
  /// paths to walk.
  public boolean isBound(Node node) {
    return bound[node.index()];
  }

  private boolean counts(Edge edge) {
    return edge.mode() == LinkMode.SYNC && edge.from() != edge.to() && load.share(edge) > minShare;
  }

  private static double times(Edge edge) {
    return Math.max(1, edge.calls());
  }

  private void compute() {
    Edge[] counted = graph.edges().stream().filter(this::counts).toArray(Edge[]::new);
    int[] from = Arrays.stream(counted).mapToInt(edge -> edge.from().index()).toArray();
    int[] to = Arrays.stream(counted).mapToInt(edge -> edge.to().index()).toArray();
    Condensation parts = Condensation.of(response.length, from, to);
    for (int part = 0; part < parts.size(); part++) {
      progress.check();
      if (parts.memberCount(part) == 1) {
        int node = parts.firstMember(part);
        response[node] = local(graph.nodes().get(node), parts);
      } else {
        new Cycle(parts, parts.members(part)).compute();
      }
    }
  }

  /// Own work and the callees outside of its cycle.
  private double local(Node node, Condensation parts) {
    double sum = 0;
    for (Edge edge : graph.out(node)) {
      if (counts(edge) && parts.componentOf(edge.to().index()) != parts.componentOf(node.index())) {
        sum += response[edge.to().index()] * times(edge);
      }
    }
    return Math.min(node.own() + sum, LONGEST);
  }

  /// The members of one strongly connected component and the calls among them.
  private final class Cycle {
    private final int[] members;
    private final double[] local;
    private final int[][] callee;
    private final double[][] factor;
    private int steps;

    Cycle(Condensation parts, int[] members) {
      this.members = members;
      this.local = new double[members.length];
      this.callee = new int[members.length][];
      this.factor = new double[members.length][];
      for (int i = 0; i < members.length; i++) {
        Node node = graph.nodes().get(members[i]);
        local[i] = local(node, parts);
        Edge[] inner =
            Arrays.stream(graph.out(node))
                .filter(ResponseTimes.this::counts)
                .filter(edge ->
                    parts.componentOf(edge.to().index()) == parts.componentOf(edge.from().index()))
                .toArray(Edge[]::new);
        callee[i] =
            Arrays.stream(inner)
                .mapToInt(edge -> Arrays.binarySearch(members, edge.to().index()))
                .toArray();
        factor[i] = Arrays.stream(inner).mapToDouble(ResponseTimes::times).toArray();
      }
    }

    void compute() {
      double[] exact = new double[members.length];
      for (int i = 0; i < members.length && steps <= STEPS; i++) {
        exact[i] = alongSimplePaths(i);
      }
      boolean walked = steps <= STEPS;
      double once = Arrays.stream(local).sum();
      for (int i = 0; i < members.length; i++) {
        response[members[i]] = Math.min(walked ? exact[i] : once, LONGEST);
        bound[members[i]] = !walked;
      }
    }

    /// Sums calls × local work over all simple paths from a member, with a stack of our own.
    private double alongSimplePaths(int origin) {
      int[] path = new int[members.length];
      int[] next = new int[members.length];
      double[] product = new double[members.length];
      boolean[] onPath = new boolean[members.length];
      int depth = 0;
      path[0] = origin;
      product[0] = 1;
      onPath[origin] = true;
      double sum = local[origin];
      while (depth >= 0 && steps <= STEPS) {
        int node = path[depth];
        if (next[depth] == callee[node].length) {
          onPath[node] = false;
          depth--;
          continue;
        }
        int call = next[depth]++;
        int other = callee[node][call];
        steps++;
        if (onPath[other]) {
          continue;
        }
        depth++;
        path[depth] = other;
        next[depth] = 0;
        product[depth] = product[depth - 1] * factor[node][call];
        onPath[other] = true;
        sum += product[depth] * local[other];
      }
      return sum;
    }
  }
}

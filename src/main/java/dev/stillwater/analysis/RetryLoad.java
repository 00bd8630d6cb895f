package dev.stillwater.analysis;

import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Settings;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// How many requests callers offer to a component while it fails: Σ rate · attempts over the calls
/// into it, times the attempts of the callers' own callers.
///
/// **Formula.** A failing call is tried min(10, 1 + retries) times; a breaker counts 1, a retry
/// budget 1 + budget. Unless the caller absorbs the failure (soft, or with a fallback), it fails
/// too, and each of its requests comes as often as *its* callers try. With w(u) = Σ rate(x) · a(x)
/// / Σ rate(x) over the calls x into u, and a(x) = tries(x) · w(caller of x), or tries(x) where the
/// caller absorbs, one pass over the components, callers first, gives all w: O(components
/// + links), however many call chains there are (ripple.md, Retry amplification; N. Bronson et al.,
///   Metastable failures in distributed systems, HotOS 2021).
///
/// **Cycles.** A chain of calls is followed back until it meets a component that it has passed; the
/// call that closes the circle counts its own tries and no more. Inside a strongly connected
/// component the chains are walked, up to [#STEPS] calls together; where there are more, calls
/// between its members count their own tries alone, which is a lower bound, since tries are at
/// least 1.
///
/// The largest product along one path is another question, which the rule about multiplied retries
/// asks: it neither averages over callers nor stops at absorbers.
public final class RetryLoad {
  /// Calls looked at on chains inside one strongly connected component.
  static final int STEPS = 20_000;

  /// What nothing exceeds, so that absurd products stay finite.
  private static final double MOST = 1e18;

  private final DependencyGraph graph;
  private final Load load;
  private final ToDoubleFunction<Edge> tries;

  /// Attempts at each component per request that it would get in health.
  private final double[] weight;

  private RetryLoad(DependencyGraph graph, Load load, ToDoubleFunction<Edge> tries) {
    this.graph = graph;
    this.load = load;
    this.tries = tries;
    this.weight = new double[graph.nodes().size()];
    compute();
  }

  public static RetryLoad of(DependencyGraph graph, Load load) {
    double unbounded = graph.design().setting(Settings.UNBOUNDED_ATTEMPTS);
    return new RetryLoad(graph, load, edge -> tries(edge, edge.attempts(), unbounded));
  }

  /// The same if every call that is repeated had a retry budget.
  public static RetryLoad budgeted(DependencyGraph graph, Load load, double budget) {
    double unbounded = graph.design().setting(Settings.UNBOUNDED_ATTEMPTS);
    return new RetryLoad(
        graph, load, edge -> Math.min(tries(edge, edge.attempts(), unbounded), 1 + budget));
  }

  /// How often a failing call is tried, what bounds repeats taken into account.
  ///
  /// @param attempts as they are, or as they would be
  public static double tries(Edge edge, double attempts, double unbounded) {
    double budget = edge.link().get(LinkAttributes.RETRY_BUDGET).orElse(Double.NaN);
    if (!Double.isNaN(budget)) {
      return attempts > 1 ? 1 + budget : 1;
    }
    return edge.hasBreaker() ? 1 : Math.min(unbounded, attempts);
  }

  /// Requests per second that a component is called with in health.
  public double usual(Node node) {
    double sum = 0;
    for (Edge edge : graph.in(node)) {
      sum += edge.isSync() ? load.rate(edge) : 0;
    }
    return sum;
  }

  /// Requests per second that it is called with while it fails.
  public double whileFailing(Node node) {
    double sum = 0;
    for (Edge edge : graph.in(node)) {
      if (counts(edge)) {
        sum += load.rate(edge) * attempts(edge);
      }
    }
    return Math.min(sum, MOST);
  }

  /// Attempts at a call's callee per request that the caller gets in health.
  public double attempts(Edge edge) {
    return tries.applyAsDouble(edge) * (edge.isAbsorbable() ? 1 : weight[edge.from().index()]);
  }

  private boolean counts(Edge edge) {
    return edge.isSync() && load.rate(edge) > 0;
  }

  /// Whether the callers of the caller feel that this call fails.
  private boolean passesOn(Edge edge) {
    return counts(edge) && !edge.isAbsorbable() && edge.from() != edge.to();
  }

  private void compute() {
    Edge[] passing = graph.edges().stream().filter(this::passesOn).toArray(Edge[]::new);
    int[] from = Arrays.stream(passing).mapToInt(edge -> edge.from().index()).toArray();
    int[] to = Arrays.stream(passing).mapToInt(edge -> edge.to().index()).toArray();
    Condensation parts = Condensation.of(weight.length, from, to);
    for (int part = parts.size() - 1; part >= 0; part--) {
      int[] members = parts.members(part);
      double[] found = new double[members.length];
      boolean walked = true;
      Walk walk = new Walk(parts, part);
      for (int i = 0; i < members.length && walked; i++) {
        found[i] = walk.from(graph.nodes().get(members[i]));
        walked = walk.steps <= STEPS;
      }
      for (int i = 0; i < members.length; i++) {
        double each = walked ? found[i] : walk.alone(graph.nodes().get(members[i]));
        weight[members[i]] = Math.min(each, MOST);
      }
    }
  }

  /// Follows chains of calls back inside one strongly connected component, with a stack of our own.
  private final class Walk {
    private final Condensation parts;
    private final int part;
    private final int[] members;
    private int steps;

    Walk(Condensation parts, int part) {
      this.parts = parts;
      this.part = part;
      this.members = parts.members(part);
    }

    private boolean isInside(Edge edge) {
      return passesOn(edge) && parts.componentOf(edge.from().index()) == part;
    }

    /// Attempts per request when calls between members count their own tries alone.
    double alone(Node node) {
      double total = usual(node);
      return total == 0 ? 1 : own(node, edge -> true) / total;
    }

    private double own(Node node, Predicate<Edge> insideCounts) {
      double sum = 0;
      for (Edge edge : graph.in(node)) {
        if (counts(edge)) {
          boolean inside = isInside(edge);
          if (!inside || insideCounts.test(edge)) {
            double before = passesOn(edge) && !inside ? weight[edge.from().index()] : 1;
            sum += load.rate(edge) * tries.applyAsDouble(edge) * before;
          }
        }
      }
      return sum;
    }

    /// Sums over all chains into a member that meet no component twice.
    double from(Node origin) {
      if (members.length == 1) {
        return alone(origin);
      }
      Node[] at = new Node[members.length];
      int[] next = new int[members.length];
      double[] product = new double[members.length];
      boolean[] passed = new boolean[members.length];
      double sum = 0;
      int depth = 0;
      at[0] = origin;
      product[0] = 1;
      passed[place(origin)] = true;
      sum += ends(origin, passed);
      while (depth >= 0 && steps <= STEPS) {
        Node node = at[depth];
        Edge[] calls = graph.in(node);
        if (next[depth] == calls.length) {
          passed[place(node)] = false;
          depth--;
          continue;
        }
        Edge edge = calls[next[depth]++];
        if (isInside(edge) && !passed[place(edge.from())]) {
          double share = load.rate(edge) * tries.applyAsDouble(edge) / usual(node);
          depth++;
          at[depth] = edge.from();
          next[depth] = 0;
          product[depth] = product[depth - 1] * share;
          passed[place(edge.from())] = true;
          sum += product[depth] * ends(edge.from(), passed);
        }
      }
      return sum;
    }

    /// What the calls into a member add that lead out of the walk or close a circle.
    private double ends(Node node, boolean[] passed) {
      steps += graph.in(node).length;
      double total = usual(node);
      return total == 0 ? 1 : own(node, edge -> passed[place(edge.from())]) / total;
    }

    private int place(Node node) {
      return Arrays.binarySearch(members, node.index());
    }
  }
}

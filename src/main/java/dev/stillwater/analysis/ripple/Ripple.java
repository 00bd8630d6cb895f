package dev.stillwater.analysis.ripple;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Load;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.Reach;
import dev.stillwater.analysis.ResponseTimes;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.HealthCheck;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Predicate;

/// How failures travel through one design: compiled once, asked for any number of injections.
///
/// **Algorithm.** Earliest-arrival label setting over facts (component, impact, scope), as E.
/// Dijkstra's shortest paths (1959) are over nodes: the candidate with the least (time, component,
/// impact, scope) is taken; it is dropped when it or a stronger fact is known (`SILENT` dominates
/// `ERR` and `SLOW`, everybody dominates one journey), else recorded, and the transfer functions of
/// ripple.md ([Spread], [Messages], [Onset]) offer what follows from it, never earlier than itself.
/// So a recorded fact is final, its cause is the earliest one, and cycles end by themselves.
///
/// **Cost.** Each slot has at most one fact, so F ≤ components · (12 + 2 · journeys) and time is
/// O(F · callers + offers · log F) without recursion. What reaches several journeys in the same
/// moment is one row of the [Trace] and travels once for all of them, so that F is in practice some
/// rows for each component. Facts, sentences and absorbers are made when somebody looks at them.
///
/// **Layout.** Calls and sends are grouped by callee in parallel arrays, so that a fact reads its
/// callers in one sweep of memory. What silence and errors of the callee make of a caller (S1–S3)
/// does not depend on the run and is worked out once ([Outcome]); the rare kinds of links stay
/// objects. Nodes, edges and journeys are numbered in the order of their ids, so every tie is
/// broken by names and the order of a file changes nothing.
///
/// **Sources.** Little's law for held workers (J. Little, 1961; Site Reliability Engineering, ch.
/// 22, "bimodal latency": 1,000 threads, 1,000 requests/s, 5 % stuck for 100 s need 5,000 + 95
/// threads). A service time is taken as the caller's own p99, which is an upper bound.
public final class Ripple {
  /// Flags of a call or send: it hands a message over.
  static final int SEND = 1;

  /// The caller keeps messages that it cannot hand over.
  static final int OUTBOX = 2;

  /// The caller can answer without the callee.
  static final int ABSORBABLE = 4;

  /// A limit on calls in flight below the pool of the caller.
  static final int SMALL_BULKHEAD = 8;

  /// The caller is a client, actor or scheduler.
  static final int FROM_EDGE = 16;

  /// What becomes of a caller whose calls get no answer, or errors.
  enum Outcome {
    /// S1: all its workers are held.
    POOL_FILLS,
    /// S2: a worker that calls never comes back, so that in the end none is left.
    WAITS_FOREVER,
    /// S2: the request that calls never ends; nobody knows of a pool.
    REQUEST_HANGS,
    /// S2, S3: it does without.
    FALLS_BACK,
    /// S2, S3: it answers with an error.
    GIVES_UP
  }

  private static final int NONE = Trace.NONE;
  private static final long[] NO_JOURNEYS = {};
  private static final int[] NOBODY = {};
  private static final Edge[] NO_EDGES = {};

  final DependencyGraph graph;
  final Load load;
  final ResponseTimes times;
  final String[] scopes;

  /// The tables of runs that are over, for the next ones.
  private final Queue<Arrivals> spare = new ConcurrentLinkedQueue<>();

  private final Progress progress;

  // Calls and sends, those of callee v from start[v] to start[v + 1].
  final int[] start;
  final int[] link;
  final int[] caller;
  final int[] flags;
  final double[] timeout;
  final double[] calls;
  final double[] share;

  /// Calls per second that a caller makes along the link.
  final double[] carried;

  /// Workers of the caller that its other requests keep busy.
  final double[] others;

  /// Milliseconds that one call is held when the callee is silent, or answers with errors.
  final double[] held;

  final double[] heldByErrors;

  /// What then becomes of the caller, and after how many milliseconds.
  final Outcome[] outcome;

  final Outcome[] outcomeOfErrors;
  final double[] delay;
  final double[] delayOfErrors;

  /// The journeys that name the link, one bit each; empty for none.
  final long[][] journeys;

  /// The component that the caller falls back on, −1 where there is none.
  final int[] otherPath;

  /// The requests per second that this component is offered when all who may do fall back on it for
  /// the same reason.
  final double[] offered;

  /// The cache in front, −1 where there is none.
  final int[] cache;

  /// By edge the place among calls and sends, −1 for other edges.
  final int[] callOf;

  // By component.

  /// The journeys that touch it, one bit each; empty for none.
  final long[][] users;

  final double[] response;
  final Edge[][] deliveriesTo;
  final Edge[][] feeds;

  /// The hard calls to it out of fleets whose health check is declared.
  final Edge[][] checkedCalls;

  /// The calls to it out of routers.
  final Edge[][] routed;

  /// The calls whose callers fall back on it.
  final int[][] fallingBackOn;

  /// Whether somebody relies on it to see.
  final boolean[] watches;

  final ZoneMap zones;
  final Ways ways;

  public Ripple(DependencyGraph graph, Load load, ResponseTimes times) {
    this(graph, load, times, Progress.UNWATCHED);
  }

  /// @param progress asked all the time whether to go on
  Ripple(DependencyGraph graph, Load load, ResponseTimes times, Progress progress) {
    this.progress = progress;
    this.graph = graph;
    this.load = load;
    this.times = times;
    this.scopes =
        graph.journeys().stream().map(reach -> reach.journey().id()).toArray(String[]::new);
    int nodes = graph.nodes().size();
    this.start = new int[nodes + 1];
    List<Edge> ordered = new ArrayList<>();
    for (Node node : graph.nodes()) {
      for (Edge edge : graph.in(node)) {
        if (edge.mode() == LinkMode.SYNC || edge.mode() == LinkMode.SEND) {
          ordered.add(edge);
        }
      }
      start[node.index() + 1] = ordered.size();
    }
    int size = ordered.size();
    this.link = new int[size];
    this.caller = new int[size];
    this.flags = new int[size];
    this.timeout = new double[size];
    this.calls = new double[size];
    this.share = new double[size];
    this.carried = new double[size];
    this.others = new double[size];
    this.held = new double[size];
    this.heldByErrors = new double[size];
    this.outcome = new Outcome[size];
    this.outcomeOfErrors = new Outcome[size];
    this.delay = new double[size];
    this.delayOfErrors = new double[size];
    this.journeys = new long[size][];
    this.otherPath = new int[size];
    this.offered = new double[size];
    this.cache = new int[size];
    this.callOf = new int[graph.edges().size()];
    Arrays.fill(callOf, NONE);
    Map<List<Reach>, long[]> sets = new IdentityHashMap<>();
    for (int i = 0; i < size; i++) {
      progress.check();
      compile(i, ordered.get(i));
      journeys[i] = sets.computeIfAbsent(graph.journeysOf(ordered.get(i)), this::bits);
    }

    this.users = new long[nodes][];
    this.response = new double[nodes];
    this.deliveriesTo = new Edge[nodes][];
    this.feeds = new Edge[nodes][];
    this.checkedCalls = new Edge[nodes][];
    this.routed = new Edge[nodes][];
    this.watches = new boolean[nodes];
    for (Node node : graph.nodes()) {
      progress.check();
      int index = node.index();
      users[index] = sets.computeIfAbsent(graph.journeysOf(node), this::bits);
      response[index] = times.of(node);
      deliveriesTo[index] = only(graph.in(node), edge -> edge.mode() == LinkMode.DELIVER);
      feeds[index] = only(graph.out(node), Ripple::isFeed);
      checkedCalls[index] = only(graph.in(node), Ripple::isChecked);
      routed[index] = only(graph.in(node), edge -> edge.isSync() && edge.from().kind().isRouter());
      watches[index] = watches(node);
    }
    this.fallingBackOn = fallingBackOn();
    this.zones = new ZoneMap(graph);
    this.ways = new Ways(graph, zones);
  }

  private void compile(int at, Edge edge) {
    Node from = edge.from();
    link[at] = edge.index();
    callOf[edge.index()] = at;
    cache[at] = component(edge, LinkAttributes.BEHIND_CACHE);
    otherPath[at] =
        edge.isAbsorbable() && !edge.isSoft() ? component(edge, LinkAttributes.FALLBACK_TO) : NONE;
    caller[at] = from.index();
    timeout[at] = edge.timeout();
    calls[at] = Math.max(1, edge.calls());
    share[at] = load.share(edge);
    carried[at] = WorkerDemand.carried(load, edge);
    others[at] = WorkerDemand.others(load, edge);
    int bits = 0;
    bits |= edge.mode() == LinkMode.SEND ? SEND : 0;
    bits |= edge.hasOutbox() ? OUTBOX : 0;
    bits |= edge.isAbsorbable() ? ABSORBABLE : 0;
    bits |= edge.bulkhead() < from.pool() ? SMALL_BULKHEAD : 0;
    bits |= from.kind().isEdge() ? FROM_EDGE : 0;
    flags[at] = bits;
    held[at] = edge.hold();
    heldByErrors[at] = edge.backoffTotal();
    outcome[at] = outcome(at, edge, true);
    outcomeOfErrors[at] = outcome(at, edge, false);
    delay[at] = delay(at, edge, outcome[at], held[at]);
    delayOfErrors[at] = delay(at, edge, outcomeOfErrors[at], heldByErrors[at]);
  }

  private long[] bits(List<Reach> reaches) {
    if (reaches.isEmpty()) {
      return NO_JOURNEYS;
    }
    long[] result = new long[(scopes.length + 63) >>> 6];
    for (Reach reach : reaches) {
      int journey = Arrays.binarySearch(scopes, reach.journey().id());
      result[journey >>> 6] |= 1L << (journey & 63);
    }
    return result;
  }

  private int component(Edge edge, Attribute<String> attribute) {
    return edge.link().get(attribute).flatMap(graph::findNode).map(Node::index).orElse(NONE);
  }

  private boolean watches(Node node) {
    if (node.kind() == ComponentKind.MONITOR) {
      return true;
    }
    for (Edge edge : graph.out(node)) {
      if (edge.mode() == LinkMode.PROBE) {
        return true;
      }
    }
    return false;
  }

  /// By component the calls that fall back on it, and for each of them what it is then offered: its
  /// own load, and the calls of all that lose the same callee.
  private int[][] fallingBackOn() {
    Map<Integer, List<Integer>> byPath = new TreeMap<>();
    for (int call = 0; call < otherPath.length; call++) {
      if (otherPath[call] != NONE) {
        byPath.computeIfAbsent(otherPath[call], node -> new ArrayList<>()).add(call);
      }
    }
    int[][] result = new int[graph.nodes().size()][];
    Arrays.fill(result, NOBODY);
    byPath.forEach((path, users) -> {
      Map<Integer, Double> shifted = new TreeMap<>();
      for (int call : users) {
        shifted.merge(callee(call), load.rate(graph.edges().get(link[call])), Double::sum);
      }
      double own = load.inflow(graph.nodes().get(path));
      for (int call : users) {
        offered[call] = own + shifted.getOrDefault(callee(call), 0.0);
      }
      result[path] = users.stream().mapToInt(Integer::intValue).toArray();
    });
    return result;
  }

  int callee(int call) {
    return graph.edges().get(link[call]).to().index();
  }

  /// Whether the component that a caller falls back on has no room for it.
  boolean isTooSmall(int call) {
    return offered[call] > graph.nodes().get(otherPath[call]).capacity();
  }

  /// Whether a breaker on the link can open: silence alone opens none, a timeout does.
  static boolean breaks(Edge edge, boolean silent) {
    return edge.hasBreaker() && (!silent || edge.timeout() < Double.POSITIVE_INFINITY);
  }

  /// Whether calls that are held so long keep workers busy, of a pool that can run out.
  boolean takesWorkers(int call, double held) {
    return pool(call) < Double.POSITIVE_INFINITY && carried[call] > 0 && held > 0;
  }

  /// S1: whether held calls need more workers than there are ([WorkerDemand]).
  boolean exhausts(int call, double held) {
    return takesWorkers(call, held) && carried[call] * held / 1e3 + others[call] > pool(call);
  }

  /// Milliseconds until held calls have taken all workers.
  double fill(int call, double held) {
    return Math.min(pool(call) / carried[call] * 1e3, held);
  }

  private double pool(int call) {
    return graph.nodes().get(caller[call]).pool();
  }

  private Outcome outcome(int call, Edge edge, boolean silent) {
    double hold = silent ? held[call] : heldByErrors[call];
    if ((flags[call] & SMALL_BULKHEAD) == 0 && !breaks(edge, silent)) {
      if (exhausts(call, hold)) {
        return Outcome.POOL_FILLS;
      }
      if (hold == Double.POSITIVE_INFINITY) {
        return pool(call) < Double.POSITIVE_INFINITY
            ? Outcome.WAITS_FOREVER
            : Outcome.REQUEST_HANGS;
      }
    }
    return edge.isAbsorbable() ? Outcome.FALLS_BACK : Outcome.GIVES_UP;
  }

  private double delay(int call, Edge edge, Outcome of, double hold) {
    return switch (of) {
      case POOL_FILLS -> fill(call, hold);
      case WAITS_FOREVER, REQUEST_HANGS -> 0;
      case FALLS_BACK, GIVES_UP -> {
        double end = edge.hasBreaker() ? Math.min(hold, timeout[call]) : hold;
        // Calls that never end fill the bulkhead, and the next one is refused at once.
        boolean fills = !Double.isNaN(edge.bulkhead()) && carried[call] > 0;
        yield end < Double.POSITIVE_INFINITY
            ? end
            : fills ? edge.bulkhead() / carried[call] * 1e3 : 0;
      }
    };
  }

  private static boolean isFeed(Edge edge) {
    return switch (edge.mode()) {
      case DELIVER, REPLICATE, CONFIG -> true;
      case SYNC, SEND, PROBE -> false;
    };
  }

  static boolean isChecked(Edge edge) {
    return edge.isSync()
        && edge.from().replicas() > 1
        && !edge.isSoft()
        && edge.from().held(ComponentAttributes.HEALTH_CHECK).orElse(HealthCheck.NONE)
            != HealthCheck.NONE;
  }

  private static Edge[] only(Edge[] edges, Predicate<Edge> wanted) {
    int count = 0;
    for (Edge edge : edges) {
      count += wanted.test(edge) ? 1 : 0;
    }
    if (count == 0) {
      return NO_EDGES;
    }
    Edge[] result = new Edge[count];
    count = 0;
    for (Edge edge : edges) {
      if (wanted.test(edge)) {
        result[count++] = edge;
      }
    }
    return result;
  }

  /// Follows one injection to its end. Facts, outcomes and absorbers are made when they are looked
  /// at.
  ///
  /// @throws IllegalArgumentException when a target does not exist or cannot fail in this way
  public RippleResult run(Injection injection) {
    ways.refusal(injection)
        .ifPresent(why -> {
          throw new IllegalArgumentException(why);
        });
    Outcomes outcomes =
        follow(injection, new Shields(), arrivals -> new Outcomes(this, injection, arrivals));
    return new RippleResult(
        injection,
        new Lazy<>(outcomes.facts()::all),
        new Lazy<>(outcomes::all),
        new Lazy<>(() -> absorbers(injection)));
  }

  /// What an injection costs, and what it does first.
  ///
  /// @throws IllegalArgumentException when a target is no component of the design
  LossRows losses(Injection injection) {
    return follow(
        injection, new Shields(), arrivals -> new LossFinder(this, arrivals, injection).find());
  }

  /// What an injection costs in numbers; may be asked by several threads at once.
  ///
  /// @throws IllegalArgumentException when a target is no component of the design
  Toll toll(Injection injection) {
    return follow(injection, new Shields(), arrivals -> new Outcomes(this, injection, arrivals))
        .toll(injection);
  }

  /// When an injection first does something to a component, as the earliest fact there.
  Optional<Fact> firstAt(Injection injection, Node node) {
    Facts facts =
        follow(injection, new Shields(), arrivals -> new Facts(this, injection, arrivals.trace()));
    return facts.firstAt(node.index());
  }

  /// Whether a component that answers this many times slower can take all workers of somebody who
  /// calls it; when not, no ripple needs to be followed to know.
  boolean canExhaustCallers(Node slow, double factor) {
    double slowed = response[slow.index()] * factor;
    for (int call = start[slow.index()]; call < start[slow.index() + 1]; call++) {
      boolean silent = slowed >= timeout[call];
      if (silent
          ? outcome[call] == Outcome.POOL_FILLS
          : (flags[call] & SMALL_BULKHEAD) == 0 && exhausts(call, slowed * calls[call])) {
        return true;
      }
    }
    return false;
  }

  private List<Absorber> absorbers(Injection injection) {
    Shields shields = new Shields(graph);
    follow(injection, shields, arrivals -> new Outcomes(this, injection, arrivals))
        .addBuffers(shields);
    return shields.inOrder();
  }

  /// Runs, and reads what happened before the tables serve the next run.
  private <T> T follow(Injection injection, Shields shields, Function<Arrivals, T> reader) {
    Arrivals arrivals = spare.poll();
    if (arrivals == null) {
      arrivals = new Arrivals(graph.nodes().size(), scopes.length);
    }
    new Spread(this, injection, arrivals, shields).follow(progress);
    T result = reader.apply(arrivals);
    spare.add(arrivals);
    return result;
  }

  /// Follows one injection through a design that is asked once only.
  public static RippleResult run(
      DependencyGraph graph, Load load, ResponseTimes times, Injection injection) {
    return new Ripple(graph, load, times).run(injection);
  }
}

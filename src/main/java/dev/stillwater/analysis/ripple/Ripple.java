package dev.stillwater.analysis.ripple;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Load;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.analysis.ResponseTimes;
import dev.stillwater.model.LinkMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/// How failures travel through one design: compiled once, asked for any number of injections.
///
/// **Algorithm.** Earliest-arrival label setting over facts (component, impact, scope), as E.
/// Dijkstra's shortest paths (1959) are over nodes: the candidate with the least (time, component,
/// impact, scope) is taken; it is dropped when it or a stronger fact is known (`SILENT` dominates
/// `ERR` and `SLOW`, everybody dominates one journey), else recorded, and the transfer functions of
/// ripple.md (S1–S4, S6, A1–A3, C1; [Spread]) offer what follows from it, never earlier than
/// itself. So a recorded fact is final, its cause is the earliest one, and cycles end by
/// themselves.
///
/// **Cost.** Each slot has at most one fact, so F ≤ components · (8 + 2 · journeys) and time is O(F
/// · callers + offers · log F) without recursion. What a fact does to everybody does not depend on
/// its own scope: it is worked out for the first scope in which an impact reaches a component and
/// not again for each journey.
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

  private static final int[] NOBODY = {};
  private static final Edge[] NO_EDGES = {};

  final DependencyGraph graph;
  final Load load;
  final ResponseTimes times;
  final String[] scopes;

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

  /// The numbers of the journeys that name the link, ascending.
  final int[][] journeys;

  // By component.
  final double[] response;
  final Edge[][] deliveriesTo;
  final Edge[][] feeds;

  /// The hard calls to it out of fleets whose health check would notice.
  final Edge[][] checkedCalls;

  /// The calls to it out of routers that do not fail open.
  final Edge[][] routed;

  public Ripple(DependencyGraph graph, Load load, ResponseTimes times) {
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
    this.journeys = new int[size][];
    for (int i = 0; i < size; i++) {
      compile(i, ordered.get(i));
    }

    this.response = new double[nodes];
    this.deliveriesTo = new Edge[nodes][];
    this.feeds = new Edge[nodes][];
    this.checkedCalls = new Edge[nodes][];
    this.routed = new Edge[nodes][];
    for (Node node : graph.nodes()) {
      int index = node.index();
      response[index] = times.of(node);
      deliveriesTo[index] = only(graph.in(node), edge -> edge.mode() == LinkMode.DELIVER);
      feeds[index] = only(graph.out(node), Ripple::isFeed);
      checkedCalls[index] = only(graph.in(node), Ripple::isChecked);
      routed[index] =
          only(
              graph.in(node),
              edge -> edge.isSync() && edge.from().kind().isRouter() && !edge.from().failsOpen());
    }
  }

  private void compile(int at, Edge edge) {
    Node from = edge.from();
    link[at] = edge.index();
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
    List<Reach> users = graph.journeysOf(edge);
    if (users.isEmpty()) {
      journeys[at] = NOBODY;
    } else {
      journeys[at] = new int[users.size()];
      for (int i = 0; i < journeys[at].length; i++) {
        journeys[at][i] = Arrays.binarySearch(scopes, users.get(i).journey().id());
      }
    }
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

  private static boolean isChecked(Edge edge) {
    return edge.isSync()
        && edge.from().hasDeepHealthCheck()
        && edge.from().replicas() > 1
        && !edge.isSoft();
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

  /// Follows one injection to its end.
  ///
  /// @throws IllegalArgumentException when a target is no component of the design
  public RippleResult run(Injection injection) {
    return new Spread(this, injection).follow();
  }

  /// Follows one injection through a design that is asked once only.
  public static RippleResult run(
      DependencyGraph graph, Load load, ResponseTimes times, Injection injection) {
    return new Ripple(graph, load, times).run(injection);
  }
}

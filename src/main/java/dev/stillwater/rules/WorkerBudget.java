package dev.stillwater.rules;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.CallLimits;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Timespan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How many workers of its caller a call takes, and under which bounds a silent callee leaves
/// enough.
///
/// Little's law: workers needed = λ·f·H + λ·(1 − f)·own, with λ·f calls per second, H the seconds
/// that one call holds a worker, and own the caller's work on its other requests (Google, Site
/// Reliability Engineering, ch. 22).
public final class WorkerBudget {
  /// A timeout is never advised below this multiple of the callee's p99 response: healthy answers
  /// must not be cut off.
  private static final double LEAST = 1.2;

  /// What is advised where nothing else limits it.
  private static final double USUAL = 2;

  /// The shortest timeout that is advised freely, in milliseconds, and the shortest that is advised
  /// to save workers: below, pauses of a healthy machine are taken for silence.
  private static final double SHORTEST = 100;

  private static final double SHORTEST_TO_SAVE_WORKERS = 10;

  /// The part of a pool that one callee may take at most (Site Reliability Engineering, ch. 22: 25
  /// % of the threads for each client).
  private static final double LARGEST_PART = 0.25;

  /// What a compartment holds beyond the need in health.
  private static final double SPARE = 1.5;

  /// Calls in flight where neither the need nor the pool is known, and the most that can be
  /// declared.
  private static final int FEW = 10;

  private static final int MANY = 100_000_000;

  private final RuleContext context;
  private final Edge edge;
  private final Node caller;
  private final double response;
  private final double carried;

  public WorkerBudget(RuleContext context, Edge edge) {
    this.context = context;
    this.edge = edge;
    this.caller = edge.from();
    this.response = context.responseTimes().of(edge.to());
    this.carried = context.carried(edge);
  }

  /// Calls per second, counted once for each request of the caller.
  public double carried() {
    return carried;
  }

  /// Workers that calls of this length take, the caller's other requests included.
  public double needed(double holdMillis) {
    return carried * holdMillis / 1e3 + others();
  }

  private double others() {
    double known = context.load().inflow(caller);
    double inflow = Math.max(known > 0 ? known : context.load().rate(edge), carried);
    return (inflow - carried) * caller.own() / 1e3;
  }

  /// The share of the caller's requests that make the call, in words: `every request`, `30 % of the
  /// requests`.
  public String share() {
    double share = context.load().share(edge);
    return share >= 0.995
        ? "every request"
        : (share <= 0.005 ? "under 1" : Words.number(Math.rint(share * 100)))
            + " % of the requests";
  }

  /// A timeout that fits the callee and, where possible, the caller's workers and its own callers.
  public CallLimits timeout() {
    return keepingWorkers()
        .filter(limits -> limits.retries() == null)
        .orElseGet(() -> limits(usual(), null));
  }

  /// The timeout, without retries if it must be, under which a silent callee does not exhaust the
  /// caller; empty when every such timeout would cut off healthy answers.
  public Optional<CallLimits> keepingWorkers() {
    double longest = (caller.pool() - others()) / carried * 1e3;
    Optional<CallLimits> withRetries =
        fitting((longest - edge.backoffTotal()) / edge.attempts(), null);
    return withRetries.isPresent() || edge.attempts() == 1 ? withRetries : fitting(longest, 0);
  }

  private Optional<CallLimits> fitting(double longest, @Nullable Integer retries) {
    double bounded = Math.min(usual(), floor(longest));
    return bounded >= Math.max(LEAST * response, SHORTEST_TO_SAVE_WORKERS)
        ? Optional.of(limits(bounded, retries))
        : Optional.empty();
  }

  /// Bounds under which the caller keeps workers: a timeout, else a bulkhead with one.
  public CallLimits bounds() {
    return keepingWorkers().orElseGet(this::bulkhead);
  }

  /// Whether some bounds keep workers for everything else. A caller with a single worker has none
  /// to spare.
  public boolean canBeBounded() {
    return keepingWorkers().isPresent() || bulkhead().bulkhead() != null;
  }

  /// Workers for each replica of the caller that are enough when every call takes as long as it may
  /// with the usual timeout and no retries: (λ·f·H + λ·(1 − f)·own) ÷ replicas, and one more.
  public int enoughWorkers() {
    double all = needed(usual()) / caller.replicas();
    return Math.max(1, (int) Math.min(MANY, Math.ceil(all) + 1));
  }

  /// The usual timeout, and no retries.
  public CallLimits once() {
    return limits(usual(), edge.attempts() == 1 ? null : 0);
  }

  /// A limit on calls in flight: what the callee needs in health, at most a quarter of the pool.
  public CallLimits bulkhead() {
    CallLimits timeout =
        Double.isInfinite(edge.timeout()) ? limits(usual(), null) : CallLimits.NONE;
    double healthy = Math.ceil(LEAST * carried * response / 1e3);
    double part = Math.floor(caller.pool() * LARGEST_PART);
    double limit = Math.max(1, Math.min(healthy, part));
    return limit < caller.pool() && limit <= Integer.MAX_VALUE
        ? timeout.withBulkhead((int) limit)
        : timeout;
  }

  /// A limit on calls in flight to a callee that the rest of the caller must not pay for: half more
  /// than it needs in health (1.5·λ·f·R), at most a quarter of the pool; that quarter where nobody
  /// declared a rate.
  public CallLimits compartment() {
    CallLimits timeout =
        Double.isInfinite(edge.timeout()) ? limits(usual(), null) : CallLimits.NONE;
    double part = Math.max(1, Math.floor(caller.pool() * LARGEST_PART));
    double usual = carried > 0 ? Math.max(1, Math.ceil(SPARE * carried * response / 1e3)) : part;
    double limit = Math.min(usual, part);
    return timeout.withBulkhead((int) Math.min(limit, Double.isInfinite(limit) ? FEW : MANY));
  }

  /// Twice the response time, or less where the callers of the caller wait no longer.
  private double usual() {
    double usual = Math.max(ceiling(USUAL * response), SHORTEST);
    double outer =
        Stream.of(context.graph().in(caller))
            .filter(Edge::isSync)
            .mapToDouble(Edge::timeout)
            .min()
            .orElse(Double.POSITIVE_INFINITY);
    double inside = floor((outer - caller.own()) / Math.min(edge.attempts(), 10));
    return inside >= Math.max(LEAST * response, SHORTEST_TO_SAVE_WORKERS)
        ? Math.min(usual, inside)
        : usual;
  }

  private static CallLimits limits(double millis, @Nullable Integer retries) {
    return new CallLimits(Timespan.ofMillis(millis), retries, null);
  }

  private static double ceiling(double millis) {
    return Math.ceil(twoDigits(millis, RoundingMode.CEILING));
  }

  private static double floor(double millis) {
    return Math.floor(twoDigits(millis, RoundingMode.FLOOR));
  }

  private static double twoDigits(double millis, RoundingMode mode) {
    return Double.isFinite(millis)
        ? new BigDecimal(millis).round(new MathContext(2, mode)).doubleValue()
        : millis;
  }
}

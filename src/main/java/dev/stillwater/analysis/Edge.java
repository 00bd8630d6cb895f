package dev.stillwater.analysis;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.Backoff;
import dev.stillwater.model.Dependency;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.Idempotency;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import dev.stillwater.model.Timespan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A link with the values that hold for it. Times are milliseconds, rates per second; NaN stands
/// for unknown, infinity for unlimited.
public final class Edge {
  /// The wait before the first retry; ripple.md, Terms.
  private static final double FIRST_WAIT = 100;

  private final int index;
  private final Link link;
  private final @Nullable String impliedBy;
  private final Node from;
  private final Node to;
  private final LinkMode mode;
  private final Need need;
  private final Effect effect;
  private final double declaredRate;
  private final double calls;
  private final double declaredTimeout;
  private final double attempts;
  private final double backoffTotal;
  private final Dependency dependency;
  private final Fallback fallback;
  private final boolean breaker;
  private final double bulkhead;
  private final boolean outbox;
  private final Idempotency idempotency;
  private final double period;

  Edge(int index, Link link, @Nullable String impliedBy, LinkMode mode, Node from, Node to) {
    this.index = index;
    this.link = link;
    this.impliedBy = impliedBy;
    this.from = from;
    this.to = to;
    this.mode = mode;
    this.need = held(LinkAttributes.NEED);
    this.effect = held(LinkAttributes.EFFECT);
    this.declaredRate = link.get(LinkAttributes.RATE).orElse(Double.NaN);
    this.calls = held(LinkAttributes.CALLS);
    this.declaredTimeout =
        link.get(LinkAttributes.TIMEOUT).map(Timespan::millis).orElse(Double.NaN);
    int retries = held(LinkAttributes.RETRIES);
    this.attempts = retries < 0 ? Double.POSITIVE_INFINITY : 1.0 + retries;
    this.backoffTotal =
        backoffTotal(
            retries, held(LinkAttributes.BACKOFF), held(LinkAttributes.BACKOFF_CAP).millis());
    this.dependency = held(LinkAttributes.DEPENDENCY);
    this.fallback = held(LinkAttributes.FALLBACK);
    this.breaker = held(LinkAttributes.BREAKER);
    this.bulkhead = link.get(LinkAttributes.BULKHEAD).map(Integer::doubleValue).orElse(Double.NaN);
    this.outbox = held(LinkAttributes.OUTBOX);
    this.idempotency = held(LinkAttributes.IDEMPOTENCY);
    this.period = link.get(LinkAttributes.PERIOD).map(Timespan::millis).orElse(Double.NaN);
  }

  /// The sum of all waits between attempts: each doubles and is cut at the cap.
  private static double backoffTotal(int retries, Backoff backoff, double cap) {
    if (retries == 0) {
      return 0;
    }
    if (retries < 0) {
      return Double.POSITIVE_INFINITY;
    }
    return switch (backoff) {
      case NONE -> 0;
      case FIXED -> FIRST_WAIT * retries;
      case EXP -> {
        double sum = 0;
        double wait = FIRST_WAIT;
        int done = 0;
        while (done < retries && wait < cap) {
          sum += wait;
          wait *= 2;
          done++;
        }
        yield sum + cap * (retries - done);
      }
    };
  }

  /// The value that holds: declared, else by default.
  public <T> T held(Attribute<T> attribute) {
    return link.attributes().orDefault(attribute);
  }

  public boolean isDeclared(Attribute<?> attribute) {
    return link.attributes().declares(attribute);
  }

  /// The place in the arrays of the graph; edges are numbered in the order of their ids.
  public int index() {
    return index;
  }

  public String id() {
    return link.id();
  }

  /// The drawn link, or the half of it that an implied intermediary made.
  public Link link() {
    return link;
  }

  /// The id of the drawn link of which this is a half.
  public Optional<String> impliedBy() {
    return Optional.ofNullable(impliedBy);
  }

  /// The drawn link that findings about it name.
  public String subject() {
    return impliedBy == null ? id() : impliedBy;
  }

  public Node from() {
    return from;
  }

  public Node to() {
    return to;
  }

  public LinkMode mode() {
    return mode;
  }

  public boolean isSync() {
    return mode == LinkMode.SYNC;
  }

  /// What was declared; a read whose need is undeclared needs its result, but that alone is no
  /// reason for a finding.
  public Need need() {
    return need;
  }

  public Effect effect() {
    return effect;
  }

  public boolean isMutating() {
    return effect != Effect.READ;
  }

  /// Requests per second as declared; NaN when derived.
  public double declaredRate() {
    return declaredRate;
  }

  public double calls() {
    return calls;
  }

  /// The timeout of the link alone; NaN when undeclared, infinite when declared as none.
  public double declaredTimeout() {
    return declaredTimeout;
  }

  /// When one attempt is given up: the timeout of the link or the limit of a calling router.
  public double timeout() {
    double own = Double.isNaN(declaredTimeout) ? Double.POSITIVE_INFINITY : declaredTimeout;
    return Math.min(own, from.limit());
  }

  /// Attempts per call, infinite when retries are unbounded.
  public double attempts() {
    return attempts;
  }

  /// All waits between attempts together.
  public double backoffTotal() {
    return backoffTotal;
  }

  /// How long a call to a silent callee holds its caller: timeout × attempts + waits; infinite
  /// without a timeout or with unbounded retries.
  public double hold() {
    double timeout = timeout();
    return Double.isInfinite(timeout) || Double.isInfinite(attempts)
        ? Double.POSITIVE_INFINITY
        : timeout * attempts + backoffTotal;
  }

  /// The same with so many retries and the waits between them.
  public double hold(int retries) {
    double waits =
        backoffTotal(
            retries, held(LinkAttributes.BACKOFF), held(LinkAttributes.BACKOFF_CAP).millis());
    return timeout() * (1.0 + retries) + waits;
  }

  public boolean isSoft() {
    return dependency == Dependency.SOFT;
  }

  public Fallback fallback() {
    return fallback;
  }

  /// Whether the caller can answer although the callee fails.
  public boolean isAbsorbable() {
    return isSoft() || (fallback != Fallback.NONE && fallback != Fallback.REFRESH);
  }

  public boolean hasBreaker() {
    return breaker;
  }

  /// The most calls in flight; NaN when unlimited.
  public double bulkhead() {
    return bulkhead;
  }

  public boolean hasOutbox() {
    return outbox;
  }

  public Idempotency idempotency() {
    return idempotency;
  }

  /// Milliseconds between two rounds; NaN when undeclared.
  public double period() {
    return period;
  }

  @Override
  public String toString() {
    return id();
  }
}

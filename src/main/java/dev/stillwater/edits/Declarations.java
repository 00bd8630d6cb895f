package dev.stillwater.edits;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Dependency;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.Idempotency;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.model.Timespan;
import dev.stillwater.model.TokenSource;
import dev.stillwater.model.WorkShape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fixes that only declare values: each sets what belongs together and carries the name that
/// the rule catalogue gives it. Edges are named by the link that people see.
public final class Declarations {
  /// Retries as a part of requests; Site Reliability Engineering, ch. 21, uses the same 10 %.
  private static final double RETRY_BUDGET = 0.1;

  private Declarations() {}

  /// Bounds what a call may take from its caller: how long, how often, how many at once.
  public static Edit limitCalls(Edge edge, CallLimits limits) {
    return new Bundle(
        limits.bulkhead() == null ? "SetTimeout" : "AddBulkhead",
        edge.subject() + limits.arguments(),
        Words.capital(Words.list(limits.nouns())) + " on calls to " + callee(edge),
        limits.parts(edge));
  }

  /// Stops repeating a call.
  public static Edit stopRetrying(Edge edge) {
    return new Bundle(
        "SetRetries",
        edge.subject() + ", 0",
        "Do not repeat " + edge.subject(),
        List.of(set(edge, LinkAttributes.RETRIES, 0)));
  }

  /// Lets one link of a path retry and no other.
  public static Edit keepRetryAt(Edge keep, List<Edge> others) {
    List<Edit> parts = new ArrayList<>();
    others.forEach(edge -> parts.add(set(edge, LinkAttributes.RETRIES, 0)));
    return new Bundle(
        "KeepRetryAt",
        keep.subject(),
        "Retry at "
            + keep.subject()
            + " alone, not at "
            + Words.list(others.stream().map(Edge::subject).toList()),
        parts);
  }

  /// Lets retries add at most a tenth to the calls on each of these links.
  public static Edit setRetryBudgets(List<Edge> edges) {
    List<Edit> parts = new ArrayList<>();
    edges.forEach(edge -> parts.add(set(edge, LinkAttributes.RETRY_BUDGET, RETRY_BUDGET)));
    return new Bundle(
        "SetRetryBudget",
        String.join(", ", edges.stream().map(Edge::subject).toList()),
        "Let retries add at most 10 % to the calls over " + Words.some(edges),
        parts);
  }

  /// Makes repeats of a call recognisable by a token that the caller makes once.
  public static Edit setToken(Edge edge, Timespan kept) {
    return new Bundle(
        "SetIdempotency",
        edge.subject() + ", token",
        "Send a token with "
            + edge.subject()
            + " by which "
            + callee(edge)
            + " knows repeats for "
            + Words.duration(kept.millis()),
        List.of(
            set(edge, LinkAttributes.IDEMPOTENCY, Idempotency.TOKEN),
            set(edge, LinkAttributes.TOKEN_SOURCE, TokenSource.CLIENT),
            set(edge, LinkAttributes.TOKEN_TTL, kept)));
  }

  /// Makes a consumer record what it has processed, in the same transaction as the effect.
  ///
  /// @param kept how long the record is kept; null where nobody knows how late a message can return
  public static Edit setDedupStore(Edge edge, @Nullable Timespan kept) {
    List<Edit> parts =
        new ArrayList<>(
            List.of(
                set(edge, LinkAttributes.IDEMPOTENCY, Idempotency.DEDUP_STORE),
                set(edge, LinkAttributes.DEDUP_ATOMIC, true)));
    if (kept != null) {
      parts.add(set(edge, LinkAttributes.TOKEN_TTL, kept));
    }
    return new Bundle(
        "SetIdempotency",
        edge.subject() + ", dedup-store",
        "Let "
            + callee(edge)
            + " record what it has processed"
            + (kept == null ? "" : " for " + Words.duration(kept.millis())),
        parts);
  }

  /// Declares that a repeated write leaves the same state.
  public static Edit declareRepeatable(Edge edge) {
    return new Bundle(
        "SetEffect",
        edge.subject() + ", idempotent-write",
        "Declare that repeating " + edge.subject() + " leaves the same state",
        List.of(set(edge, LinkAttributes.EFFECT, Effect.IDEMPOTENT_WRITE)));
  }

  /// Sends the whole state at a fixed pace, whatever happened.
  public static Edit setConstant(Edge edge) {
    return new Bundle(
        "SetShape",
        edge.subject() + ", constant",
        "Send the whole state over " + edge.subject() + " on a fixed period",
        List.of(set(edge, LinkAttributes.SHAPE, WorkShape.CONSTANT)));
  }

  /// Gives each replica of a caller so many workers, and bounds what a call takes of them.
  public static Edit giveWorkers(Edge edge, int workers, CallLimits limits) {
    List<Edit> parts = new ArrayList<>();
    parts.add(new SetAttribute<>(edge.from().id(), ComponentAttributes.CONCURRENCY, workers));
    parts.addAll(limits.parts(edge));
    return new Bundle(
        "SetConcurrency",
        edge.from().id() + ", " + workers + ", " + edge.subject() + limits.arguments(),
        "Give each replica of "
            + Words.name(edge.from())
            + " "
            + workers
            + " workers"
            + within(limits)
            + " on calls to "
            + callee(edge),
        parts);
  }

  /// Stops calling for a while after failures; a breaker needs calls that time out.
  public static Edit addBreaker(Edge edge, CallLimits limits) {
    List<String> nouns = new ArrayList<>(List.of("a breaker"));
    nouns.addAll(limits.nouns());
    return bounded(
        "AddBreaker",
        edge.subject() + limits.arguments(),
        Words.capital(Words.list(nouns)) + " on calls to " + callee(edge),
        set(edge, LinkAttributes.BREAKER, true),
        limits.parts(edge));
  }

  /// Lets the caller answer although the callee fails, within bounds that keep its workers free.
  public static Edit goOnWithout(Edge edge, CallLimits limits) {
    return bounded(
        "SetDependency",
        edge.subject() + ", soft" + limits.arguments(),
        "Go on without " + callee(edge) + " when it fails" + within(limits),
        set(edge, LinkAttributes.DEPENDENCY, Dependency.SOFT),
        limits.parts(edge));
  }

  /// Gives the caller something to do instead, within bounds that keep its workers free.
  public static Edit setFallback(Edge edge, Fallback fallback, CallLimits limits) {
    String instead =
        switch (fallback) {
          case NONE -> "nothing";
          case STATIC -> "a fixed answer";
          case STALE_CACHE -> "the last known answer";
          case LAST_GOOD -> "the last good configuration";
          case OTHER_PATH -> "another component";
          case BYPASS_CACHE -> "the origin";
          case REFRESH -> "loading everything again";
        };
    return bounded(
        "SetFallback",
        edge.subject() + ", " + fallback.word() + limits.arguments(),
        "Go on with " + instead + " when " + callee(edge) + " fails" + within(limits),
        set(edge, LinkAttributes.FALLBACK, fallback),
        answeringAlone(edge, fallback, limits.parts(edge)));
  }

  /// An answer of one's own needs nobody else: whoever was to stand in is not asked any more.
  private static List<Edit> answeringAlone(Edge edge, Fallback fallback, List<Edit> parts) {
    boolean own =
        switch (fallback) {
          case STATIC, STALE_CACHE, LAST_GOOD -> true;
          case NONE, OTHER_PATH, BYPASS_CACHE, REFRESH -> false;
        };
    List<Edit> result = new ArrayList<>(parts);
    if (own) {
      result.add(SetAttribute.clear(edge.subject(), LinkAttributes.FALLBACK_TO));
    }
    return result;
  }

  /// Lets the caller spread its calls over the replicas itself.
  public static Edit setClientLb(Edge edge) {
    return new Bundle(
        "SetClientLb",
        edge.subject(),
        "Let "
            + Words.name(edge.from())
            + " find the replicas of "
            + callee(edge)
            + " and spread its calls",
        List.of(set(edge, LinkAttributes.CLIENT_LB, true)));
  }

  /// Declares how long somebody can wait for a journey.
  public static Edit setJourneyClass(Journey journey, RealTimeClass realTimeClass) {
    return new Bundle(
        "SetJourneyClass",
        journey.id() + ", " + realTimeClass.word(),
        "Declare " + journey.name() + " " + realTimeClass.word(),
        List.of(new SetAttribute<>(journey.id(), JourneyAttributes.CLASS, realTimeClass)));
  }

  /// Declares what the caller needs before it can go on.
  public static Edit setNeed(Edge edge, Need need) {
    return new Bundle(
        "SetNeed",
        edge.subject() + ", " + need.word(),
        "Declare that " + edge.subject() + " needs " + need.word(),
        List.of(set(edge, LinkAttributes.NEED, need)));
  }

  /// Declares that the provider runs a component in several zones.
  public static Edit declareManaged(Node node) {
    return new Bundle(
        "SetManaged",
        node.id(),
        "Declare that a provider runs " + Words.name(node) + " in several zones",
        List.of(new SetAttribute<>(node.id(), ComponentAttributes.MANAGED, true)));
  }

  private static Edit bounded(
      String name, String arguments, String title, Edit first, List<Edit> bounds) {
    List<Edit> parts = new ArrayList<>(List.of(first));
    parts.addAll(bounds);
    return new Bundle(name, arguments, title, parts);
  }

  private static String within(CallLimits limits) {
    List<String> nouns = limits.nouns();
    return nouns.isEmpty() ? "" : ", with " + Words.list(nouns);
  }

  /// What the other end depends on: a consumer of configuration on its source.
  private static String callee(Edge edge) {
    return Words.name(edge.mode() == LinkMode.CONFIG ? edge.from() : edge.to());
  }

  private static <T> Edit set(Edge edge, Attribute<T> attribute, T value) {
    return new SetAttribute<>(edge.subject(), attribute, value);
  }
}

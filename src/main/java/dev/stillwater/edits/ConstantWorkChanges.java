package dev.stillwater.edits;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.Admission;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Dependency;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Timespan;
import java.util.ArrayList;
import java.util.List;

/// The fixes that keep work the same in calm and in disaster. Edges are named by the link that
/// people see.
public final class ConstantWorkChanges {
  /// How often configuration is read where nobody declared it: a change is seen within a minute.
  private static final Timespan USUAL_PERIOD = Timespan.ofSeconds(60);

  private ConstantWorkChanges() {}

  /// Keeps a cold cache from burying its origin: equal misses become one, the origin refuses what
  /// is above its capacity, and readers go on with an old answer meanwhile.
  public static Edit setCacheGuards(Edge edge, Node cache, Node origin) {
    List<Edit> parts = new ArrayList<>();
    parts.add(new SetAttribute<>(cache.id(), ComponentAttributes.COALESCE, true));
    parts.add(new SetAttribute<>(origin.id(), ComponentAttributes.ADMISSION, Admission.LIMIT));
    boolean old = !edge.isMutating() && edge.fallback() == Fallback.NONE;
    if (old) {
      parts.add(set(edge, LinkAttributes.FALLBACK, Fallback.STALE_CACHE));
    }
    return new Bundle(
        "SetCacheGuards",
        edge.subject(),
        "Let "
            + Words.name(cache)
            + " join equal misses and "
            + Words.name(origin)
            + " refuse what is too much"
            + (old ? ", with old answers meanwhile" : ""),
        parts);
  }

  /// Gives a component the capacity for a load, at a utilisation that leaves headroom.
  ///
  /// @param capacity requests per second of one replica
  public static Edit setCapacity(Node node, double capacity) {
    return new Bundle(
        "SetCapacity",
        node.id() + ", " + Words.number(capacity),
        "Give each replica of " + Words.name(node) + " a capacity of " + Words.perSecond(capacity),
        List.of(new SetAttribute<>(node.id(), ComponentAttributes.CAPACITY_RATE, capacity)));
  }

  /// Runs more instances.
  public static Edit setReplicas(Node node, int replicas) {
    return new Bundle(
        "SetReplicas",
        node.id() + ", " + replicas,
        "Run " + replicas + " replicas of " + Words.name(node),
        List.of(new SetAttribute<>(node.id(), ComponentAttributes.REPLICAS, replicas)));
  }

  /// Refuses what is above the capacity at once.
  public static Edit setAdmission(Node node) {
    return new Bundle(
        "SetAdmission",
        node.id() + ", limit",
        "Let " + Words.name(node) + " refuse at once what is above its capacity",
        List.of(new SetAttribute<>(node.id(), ComponentAttributes.ADMISSION, Admission.LIMIT)));
  }

  /// Goes on with data that came before the failure instead of fetching it another way.
  public static Edit pushDataAhead(Edge edge) {
    Fallback fallback = edge.mode() == LinkMode.CONFIG ? Fallback.LAST_GOOD : Fallback.STALE_CACHE;
    return new Bundle(
        "SetFallback",
        edge.subject() + ", " + fallback.word(),
        "Keep at hand what "
            + Words.name(edge.mode() == LinkMode.CONFIG ? edge.to() : edge.from())
            + " reads over "
            + edge.subject(),
        List.of(
            set(edge, LinkAttributes.FALLBACK, fallback),
            SetAttribute.clear(edge.subject(), LinkAttributes.FALLBACK_TO)));
  }

  /// Goes on without the callee instead of taking another way.
  public static Edit goOnWithout(Edge edge) {
    return new Bundle(
        "SetDependency",
        edge.subject() + ", soft",
        "Go on without " + Words.name(edge.to()) + " when it fails, and catch up later",
        List.of(
            set(edge, LinkAttributes.DEPENDENCY, Dependency.SOFT),
            SetAttribute.clear(edge.subject(), LinkAttributes.FALLBACK),
            SetAttribute.clear(edge.subject(), LinkAttributes.FALLBACK_TO)));
  }

  /// Does without a second way; where the callee runs once, it gets a second replica instead.
  public static Edit dropFallback(Edge edge) {
    List<Edit> parts = new ArrayList<>();
    parts.add(SetAttribute.clear(edge.subject(), LinkAttributes.FALLBACK));
    parts.add(SetAttribute.clear(edge.subject(), LinkAttributes.FALLBACK_TO));
    Node callee = edge.to();
    boolean more = !callee.isRedundant() && canRunTwice(callee);
    if (more) {
      parts.add(AddReplicas.of(callee.component()));
    }
    return new Bundle(
        "ClearFallback",
        edge.subject(),
        "Do without the second way behind "
            + edge.subject()
            + (more ? ", and run two replicas of " + Words.name(callee) : ""),
        parts);
  }

  private static boolean canRunTwice(Node node) {
    return switch (node.kind().family()) {
      case EDGE, EXTERNAL, MONITOR -> false;
      case COMPUTE, ROUTER, BROKER, CACHE, STORE, CONFIG -> node.impliedBy().isEmpty();
    };
  }

  /// Goes on with the last configuration that worked, and reads the next one when its time comes,
  /// whatever happened. The consumers are spread over the period.
  public static Edit keepLastGood(Edge edge) {
    Timespan period =
        edge.link()
            .get(LinkAttributes.PERIOD)
            .filter(declared -> declared.millis() > 0 && !declared.isUnlimited())
            .orElse(USUAL_PERIOD);
    return new Bundle(
        "SetFallback",
        edge.subject() + ", last-good",
        "Let "
            + Words.name(edge.to())
            + " keep its last good configuration and read every "
            + Words.duration(period.millis()),
        List.of(
            set(edge, LinkAttributes.FALLBACK, Fallback.LAST_GOOD),
            set(edge, LinkAttributes.PERIOD, period),
            set(edge, LinkAttributes.JITTER, true)));
  }

  /// Spreads periodic work over its period, each replica at a moment of its own.
  public static Edit setJitter(Edge edge) {
    return new Bundle(
        "SetJitter",
        edge.subject(),
        "Spread the rounds of "
            + edge.subject()
            + " over the period, each replica at a moment of its own",
        List.of(set(edge, LinkAttributes.JITTER, true)));
  }

  private static <T> Edit set(Edge edge, Attribute<T> attribute, T value) {
    return new SetAttribute<>(edge.subject(), attribute, value);
  }
}

package dev.stillwater.edits;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.Admission;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Edit;
import dev.stillwater.model.HealthCheck;
import dev.stillwater.model.Isolation;
import dev.stillwater.model.LinkAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The fixes that change how much a component can take, what it does with more, and whom its
/// trouble reaches.
public final class LoadChanges {
  private static final int MOST_REPLICAS = 1_000_000;

  private LoadChanges() {}

  /// Runs so many replicas that a load takes at most this part of their capacity; empty when no
  /// number is enough or the component is somebody else's.
  public static Optional<Edit> scaleOut(Node node, double load, double part) {
    double each = node.capacity() / node.replicas();
    double replicas = Math.ceil(load / (each * part) - 1e-9);
    if (isForeign(node) || !(replicas <= MOST_REPLICAS) || replicas <= node.replicas()) {
      return Optional.empty();
    }
    return Optional.of(
        new Bundle(
            "ScaleOut",
            node.id() + ", " + (int) replicas,
            "Run " + Words.count((int) replicas) + " replicas of " + Words.name(node),
            List.of(new SetAttribute<>(node.id(), ComponentAttributes.REPLICAS, (int) replicas))));
  }

  /// Writes down that each replica serves more than was declared.
  ///
  /// @param total requests per second of all replicas
  public static Edit setCapacity(Node node, double total) {
    double each = Math.ceil(total / node.replicas());
    String rate = Words.perSecond(each);
    String name = Words.name(node);
    return component(
        "SetCapacity",
        node,
        Words.number(each),
        isForeign(node)
            ? "Agree on " + rate + " with " + name
            : "Raise the capacity of each replica of " + name + " to " + rate,
        ComponentAttributes.CAPACITY_RATE,
        each);
  }

  private static boolean isForeign(Node node) {
    return switch (node.kind().family()) {
      case EXTERNAL, EDGE -> true;
      case COMPUTE, ROUTER, BROKER, CACHE, STORE, CONFIG, MONITOR -> false;
    };
  }

  /// Refuses what a component was not tested with.
  public static Edit setAdmission(Node node, Admission admission) {
    String instead =
        switch (admission) {
          case NONE -> "Let everything in at ";
          case LIMIT -> "Refuse early what is above the tested capacity of ";
          case PRIORITY -> "Refuse the least important requests first at ";
        };
    return component(
        "SetAdmission",
        node,
        admission.word(),
        instead + Words.name(node),
        ComponentAttributes.ADMISSION,
        admission);
  }

  /// Lets a balancer ask a replica about itself alone.
  public static Edit setShallowHealthCheck(Node node) {
    return component(
        "SetHealthCheck",
        node,
        HealthCheck.SHALLOW.word(),
        "Let the health check of " + Words.name(node) + " ask each replica about itself alone",
        ComponentAttributes.HEALTH_CHECK,
        HealthCheck.SHALLOW);
  }

  /// Lets routers send to all replicas when all of them look ill.
  public static Edit setFailOpen(List<Node> routers) {
    return new Bundle(
        "SetFailOpen",
        String.join(", ", routers.stream().map(Node::id).toList()),
        "Let " + Words.some(routers) + " send to all replicas when all look ill",
        routers.stream()
            .map(it -> (Edit) new SetAttribute<>(it.id(), ComponentAttributes.FAIL_OPEN, true))
            .toList());
  }

  /// Keeps tenants of a component apart.
  public static Edit setIsolation(Node node, Isolation isolation) {
    String name = Words.name(node);
    String how =
        switch (isolation) {
          case NONE -> "Let the tenants of " + name + " share everything";
          case QUOTA -> "Give each tenant of " + name + " a quota";
          case SHUFFLE_SHARD -> "Give each tenant of " + name + " a few shards of its own mix";
          case CELL -> "Split " + name + " into cells and each tenant into one of them";
        };
    return component(
        "SetIsolation", node, isolation.word(), how, ComponentAttributes.ISOLATION, isolation);
  }

  /// Turns equal misses into one read of the origin.
  public static Edit setCoalesce(Node cache) {
    return component(
        "SetCoalesce",
        cache,
        "true",
        "Let " + Words.name(cache) + " turn equal misses into one read",
        ComponentAttributes.COALESCE,
        true);
  }

  /// Splits a fleet into cells that do not know each other.
  public static Edit cellularize(Node node, int cells) {
    return new Bundle(
        "Cellularize",
        node.id() + ", " + cells,
        "Split " + Words.name(node) + " into " + Words.plural(cells, "cell", "cells"),
        List.of(
            new SetAttribute<>(node.id(), ComponentAttributes.ISOLATION, Isolation.CELL),
            new SetAttribute<>(node.id(), ComponentAttributes.MESH, false)));
  }

  /// Lets replicas learn of each other from a store instead of from each other.
  public static Edit readPeersFromStore(Node node) {
    return component(
        "SetMesh",
        node,
        "false",
        "Let the replicas of " + Words.name(node) + " read who is there from a store",
        ComponentAttributes.MESH,
        false);
  }

  /// Spreads at random when clients come back, and admits new sessions at a bounded rate.
  public static Edit admitSlowly(Edge edge, Node callee) {
    List<Edit> parts = new ArrayList<>();
    parts.add(new SetAttribute<>(edge.subject(), LinkAttributes.JITTER, true));
    parts.add(new SetAttribute<>(callee.id(), ComponentAttributes.ADMISSION, Admission.LIMIT));
    return new Bundle(
        "SetJitter",
        edge.subject() + ", with admission at " + callee.id(),
        "Let clients come back over "
            + edge.subject()
            + " at random moments and "
            + Words.name(callee)
            + " admit new sessions at a bounded rate",
        parts);
  }

  private static <T> Edit component(
      String name, Node node, String argument, String title, Attribute<T> attribute, T value) {
    return new Bundle(
        name,
        node.id() + ", " + argument,
        title,
        List.of(new SetAttribute<>(node.id(), attribute, value)));
  }
}

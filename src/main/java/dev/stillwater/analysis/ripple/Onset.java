package dev.stillwater.analysis.ripple;

import static dev.stillwater.analysis.ripple.Trace.NONE;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.Admission;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.HealthCheck;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Replication;
import dev.stillwater.model.Settings;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// What an injection does at its first moment. Part of one run.
final class Onset {
  private static final double FOREVER = Double.POSITIVE_INFINITY;

  private final Spread run;
  private final Ripple ripple;
  private final Injection injection;
  private final Messages messages;

  Onset(Spread run, Injection injection) {
    this.run = run;
    this.ripple = run.ripple;
    this.injection = injection;
    this.messages = new Messages(run);
  }

  void begin() {
    switch (injection.on()) {
      case COMPONENT -> injection.targets().forEach(target -> component(ripple.graph.node(target)));
      case LINK -> injection.targets().forEach(this::link);
      case ZONE -> zone();
      case ZONES -> parted();
    }
  }

  private void component(Node target) {
    switch (injection.how()) {
      case CRASH -> start(target, Impact.SILENT, Reason.CRASH, 0);
      case CRASH_ONE -> crashOne(target);
      case ERROR -> start(target, Impact.ERR, Reason.ERROR, 0);
      case GREY -> {
        double grey = ripple.graph.design().setting(Settings.GREY);
        run.arrivals.offer(0, target.index(), Impact.SLOW, grey, NONE, Reason.GREY, NONE, 0);
      }
      case OVERLOAD -> {
        boolean refuses = target.admission() != Admission.NONE;
        start(target, refuses ? Impact.ERR : Impact.SILENT, Reason.OVERLOAD, 0);
        if (refuses) {
          run.shields.hold(target, Absorber.Kind.ADMISSION, 0, FOREVER);
        }
      }
      case BAD_CONFIG -> new Rollouts(run).push(target, 0);
      case DUPLICATE -> start(target, Impact.DUP, Reason.REPEATS, 0);
      case REORDER -> start(target, Impact.REORDER, Reason.SWAPS, 0);
      case LOSS -> start(target, Impact.LOSS, Reason.LOSES, 0);
      case PARTITION, ZONE_LOSS -> throw new IllegalArgumentException(injection.toString());
    }
  }

  private void start(Node at, Impact what, Reason how, double amount) {
    run.arrivals.offer(0, at.index(), what, 1, NONE, how, NONE, amount);
  }

  // ---- S5, R1: one replica

  private void crashOne(Node target) {
    int replicas = target.replicas();
    if (replicas == 1 && !target.isManaged()) {
      start(target, Impact.SILENT, Reason.LAST_REPLICA, 0);
      return;
    }
    // A single managed replica is replaced at once, so all of its capacity is left.
    double left = replicas == 1 ? target.capacity() : target.capacity() * (replicas - 1) / replicas;
    if (left < ripple.load.inflow(target)) {
      start(target, Impact.OVERLOAD, Reason.REDUCED, left);
    } else if (Stores.hasPrimary(target)) {
      primaryIsLost(target);
    } else {
      start(target, Impact.DEGRADED, Reason.ONE_REPLICA, 1.0 / replicas);
      if (isTakenOut(target)) {
        run.shields.hold(target, Absorber.Kind.REPLICAS, run.detection, FOREVER);
      }
    }
  }

  private void primaryIsLost(Node target) {
    OptionalDouble failover = Stores.failover(target, run.mttr);
    if (failover.isEmpty()) {
      start(target, Impact.SILENT, Reason.NO_PRIMARY, 0);
      return;
    }
    start(target, Impact.DEGRADED, Reason.FAILS_OVER, failover.getAsDouble());
    run.shields.hold(target, Absorber.Kind.FAILOVER, failover.getAsDouble(), FOREVER);
    if (Stores.replication(target) == Replication.ASYNC) {
      double at = failover.getAsDouble();
      run.arrivals.offer(at, target.index(), Impact.LOSS, 1, NONE, Reason.LAG, NONE, 0);
    }
  }

  /// Whether somebody notices that a replica is gone and sends it nothing more: a balancer, unless
  /// the component is known to have no health check.
  private boolean isTakenOut(Node target) {
    if (target.isManaged() || ripple.deliveriesTo[target.index()].length > 0) {
      return true;
    }
    boolean isChecked =
        !target.isDeclared(ComponentAttributes.HEALTH_CHECK)
            || target.held(ComponentAttributes.HEALTH_CHECK).orElse(HealthCheck.NONE)
                != HealthCheck.NONE;
    for (Edge edge : ripple.graph.in(target)) {
      if (isChecked && isBalanced(edge)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the calls of a link are spread over replicas that are looked after.
  static boolean isBalanced(Edge edge) {
    return edge.from().kind().isRouter()
        || edge.to().isManaged()
        || edge.held(LinkAttributes.CLIENT_LB);
  }

  // ---- a zone

  private void zone() {
    for (String target : injection.targets()) {
      Set<String> lost = ripple.zones.within(target);
      boolean isRegion = ripple.zones.isRegion(target);
      for (Node node : ripple.graph.nodes()) {
        Set<String> all = new HashSet<>(node.zones());
        long gone = all.stream().filter(lost::contains).count();
        if (gone > 0 && !node.kind().isEdge()) {
          loses(node, gone, all.size(), isRegion);
        }
      }
    }
  }

  /// @param gone zones of the node that are lost, of so many that it has
  private void loses(Node node, long gone, int all, boolean isRegion) {
    boolean spreads = node.isManaged() ? gone < all || !isRegion : gone < all && node.isRedundant();
    if (!spreads) {
      start(node, Impact.SILENT, Reason.ZONE_GONE, 0);
      return;
    }
    double left = gone < all ? node.capacity() * (all - gone) / all : Double.NaN;
    if (left < ripple.load.inflow(node)) {
      start(node, Impact.OVERLOAD, Reason.REDUCED, left);
    } else if (Stores.hasPrimary(node) && !node.isManaged()) {
      primaryIsLost(node);
    } else {
      run.shields.hold(node, Absorber.Kind.REPLICAS, 0, FOREVER);
    }
  }

  // ---- P1: links

  private void link(String id) {
    for (Edge edge : ripple.graph.edgesOf(id)) {
      switch (injection.how()) {
        case PARTITION -> {
          run.cut(edge);
          splitBrain(edge);
        }
        case DUPLICATE -> messages.arrives(edge, Impact.DUP, false);
        case REORDER -> {
          if (!edge.isSync()) {
            messages.arrives(edge, Impact.REORDER, false);
          }
        }
        case LOSS -> {
          if (!edge.isSync()) {
            messages.arrives(edge, Impact.LOSS, false);
          }
        }
        case CRASH, CRASH_ONE, GREY, ERROR, OVERLOAD, BAD_CONFIG, ZONE_LOSS ->
            throw new IllegalArgumentException(injection.toString());
      }
    }
  }

  private void parted() {
    Set<String> here = ripple.zones.within(injection.targets().getFirst());
    Set<String> there = ripple.zones.within(injection.targets().getLast());
    for (Edge edge : ripple.graph.edges()) {
      double share = cutShare(zonesOf(edge.from()), zonesOf(edge.to()), here, there);
      if (share >= 1) {
        run.cut(edge);
        splitBrain(edge);
      } else if (share > 0 && ripple.callOf[edge.index()] != NONE && !edge.isAbsorbable()) {
        run.arrivals.offer(
            0,
            edge.from().index(),
            Impact.DEGRADED,
            1,
            NONE,
            Reason.PARTLY_CUT,
            edge.index(),
            share);
        run.shields.hold(edge.to(), Absorber.Kind.REPLICAS, run.detection, FOREVER);
      }
    }
    for (Node node : ripple.graph.nodes()) {
      if (Stores.hasPrimary(node)
          && node.zones().stream().anyMatch(here::contains)
          && node.zones().stream().anyMatch(there::contains)) {
        splitBrain(node, node, NONE);
      }
    }
  }

  /// Where an intermediary that is not drawn runs: beside its caller.
  private List<String> zonesOf(Node node) {
    Optional<String> link = node.impliedBy();
    return link.isEmpty()
        ? node.zones()
        : ripple.graph.edgesOf(link.get()).getFirst().from().zones();
  }

  /// The share of pairs of replicas that the partition tells apart: two zones per side, taken as
  /// equally large.
  private static double cutShare(
      List<String> from, List<String> to, Set<String> here, Set<String> there) {
    double hereFrom = share(from, here);
    double hereTo = share(to, here);
    double thereFrom = share(from, there);
    double thereTo = share(to, there);
    return hereFrom * thereTo + thereFrom * hereTo;
  }

  private static double share(List<String> zones, Set<String> side) {
    return zones.isEmpty()
        ? 0
        : (double) zones.stream().filter(side::contains).count() / zones.size();
  }

  // ---- R1: two that may both take writes

  private void splitBrain(Edge copy) {
    switch (copy.mode()) {
      case REPLICATE -> splitBrain(copy.from(), copy.to(), copy.index());
      case SYNC, SEND, DELIVER, CONFIG, PROBE -> {}
    }
  }

  private void splitBrain(Node primary, Node replica, int edge) {
    if (!Stores.failsOverByItself(primary) && !Stores.failsOverByItself(replica)) {
      return;
    }
    if (Stores.isFenced(primary) || Stores.isFenced(replica)) {
      run.shields.hold(primary, Absorber.Kind.FENCING, 0, FOREVER);
      return;
    }
    Node promoting = Stores.failsOverByItself(primary) ? primary : replica;
    double at = Stores.failover(promoting, run.mttr).orElseThrow();
    for (Node side : new LinkedHashSet<>(List.of(primary, replica))) {
      for (Impact impact : List.of(Impact.DUP, Impact.LOSS)) {
        run.arrivals.offer(at, side.index(), impact, 1, NONE, Reason.SPLIT_BRAIN, edge, 0);
      }
    }
  }
}

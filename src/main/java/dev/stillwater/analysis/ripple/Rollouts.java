package dev.stillwater.analysis.ripple;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Rollout;
import java.util.Collections;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// How a harmful configuration reaches its consumers (C2). Part of one run.
///
/// A roll-out that nobody declared is taken to go everywhere at once.
final class Rollouts {
  /// Milliseconds between one zone and the next. An hour is what the pipelines of the Amazon
  /// Builders' Library wait at least ("Automating safe, hands-off deployments").
  static final double BAKE_TIME = 3_600_000;

  private final Spread run;

  Rollouts(Spread run) {
    this.run = run;
  }

  private static boolean isStaged(Edge feed) {
    return feed.mode() == LinkMode.CONFIG
        && feed.link().get(LinkAttributes.ROLLOUT).filter(it -> it == Rollout.STAGED).isPresent();
  }

  /// C2: hands a harmful configuration on, where a configuration source is fed by another.
  void handOn() {
    Node source = run.ripple.graph.nodes().get(run.node());
    if (source.kind() == ComponentKind.CONFIG) {
      push(source, run.t());
    }
  }

  /// C2: every consumer fails as soon as it loads it. Where the roll-out is staged it comes zone by
  /// zone, in the order of their names, with [#BAKE_TIME] between; a consumer in several zones
  /// fails when the last of them has it. What names no zone is in the first wave.
  void push(Node source, double t) {
    Edge[] feeds = run.ripple.feeds[source.index()];
    SortedSet<String> zones = new TreeSet<>();
    for (Edge feed : feeds) {
      if (isStaged(feed)) {
        zones.addAll(feed.to().zones());
      }
    }
    List<String> order = List.copyOf(zones);
    for (Edge feed : feeds) {
      if (feed.mode() == LinkMode.CONFIG) {
        arrive(feed, order, t);
      }
    }
  }

  private void arrive(Edge feed, List<String> zones, double t) {
    int who = feed.to().index();
    double first = t;
    double last = t;
    if (isStaged(feed)) {
      IntSummaryStatistics waves =
          feed.to().zones().stream()
              .mapToInt(zone -> Collections.binarySearch(zones, zone))
              .summaryStatistics();
      if (waves.getCount() > 0) {
        first += waves.getMin() * BAKE_TIME;
        last += waves.getMax() * BAKE_TIME;
      }
      if (zones.size() > 1) {
        run.shields.hold(feed, Absorber.Kind.STAGED_ROLLOUT, t, BAKE_TIME);
      }
    }
    if (first < last) {
      run.toEverybody(first, who, Impact.DEGRADED, Reason.BAD_CONFIG_BEGINS, feed.index(), 0);
    }
    run.toEverybody(last, who, Impact.ERR, Reason.BAD_CONFIG, feed.index(), 0);
  }
}

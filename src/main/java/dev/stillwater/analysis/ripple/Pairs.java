package dev.stillwater.analysis.ripple;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Progress;
import dev.stillwater.model.LinkAttributes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Pairs of components whose failure at the same moment loses a journey that neither loses alone:
/// what is left when every single failure is survived (N − 2).
///
/// Two failures that never come near each other cannot do more together than apart, so only pairs
/// are followed that both come to some component, to a neighbour of it, or to what its callers fall
/// back on.
///
/// @param found the most costly first; what is lost is only what neither loses alone
/// @param followed how many pairs were followed
/// @param near how many pairs come near each other; more than followed where the bound cut the rest
public record Pairs(List<Toll> found, long followed, long near) {
  /// The most pairs that one question follows.
  public static final int MOST = 200_000;

  public Pairs {
    found = found.stream().sorted(Toll.ORDER).toList();
  }

  /// Follows pairs of crashes of what can fail at all, in the order of ids, up to a bound.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public static Pairs of(Analysis analysis, List<Node> candidates, int most, Progress progress) {
    List<Set<String>> alone = new ArrayList<>();
    List<BitSet> halo = new ArrayList<>();
    for (Node node : candidates) {
      progress.check();
      Injection crash = new Injection(node.id(), Failure.CRASH);
      alone.add(lost(analysis.toll(crash)));
      halo.add(withNeighbours(analysis, analysis.touched(crash)));
    }
    long near = 0;
    long total = (long) candidates.size() * (candidates.size() - 1) / 2;
    long seen = 0;
    List<Toll> found = new ArrayList<>();
    for (int a = 0; a < candidates.size(); a++) {
      progress.check();
      for (int b = a + 1; b < candidates.size(); b++) {
        seen++;
        if (!halo.get(a).intersects(halo.get(b)) || ++near > most) {
          continue;
        }
        Injection both =
            new Injection(List.of(candidates.get(a).id(), candidates.get(b).id()), Failure.CRASH);
        Toll toll = analysis.toll(both);
        Set<String> known = new HashSet<>(alone.get(a));
        known.addAll(alone.get(b));
        List<Toll.Lost> more =
            toll.lost().stream().filter(lost -> !known.contains(lost.journey().id())).toList();
        if (!more.isEmpty()) {
          found.add(new Toll(both, more, toll.blastRadius()));
        }
      }
      progress.report((int) (1000 * seen / Math.max(1, total)), 1000);
    }
    return new Pairs(found, Math.min(near, most), near);
  }

  private static Set<String> lost(Toll toll) {
    Set<String> result = new HashSet<>();
    toll.lost().forEach(lost -> result.add(lost.journey().id()));
    return result;
  }

  private static BitSet withNeighbours(Analysis analysis, BitSet touched) {
    BitSet result = (BitSet) touched.clone();
    for (int i = touched.nextSetBit(0); i >= 0; i = touched.nextSetBit(i + 1)) {
      Node node = analysis.graph().nodes().get(i);
      for (Edge edge : analysis.graph().in(node)) {
        result.set(edge.from().index());
        edge.link()
            .get(LinkAttributes.FALLBACK_TO)
            .flatMap(analysis.graph()::findNode)
            .ifPresent(other -> result.set(other.index()));
      }
      for (Edge edge : analysis.graph().out(node)) {
        result.set(edge.to().index());
      }
    }
    return result;
  }
}

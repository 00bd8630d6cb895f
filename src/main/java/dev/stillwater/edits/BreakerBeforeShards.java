package dev.stillwater.edits;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Load;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Isolation;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneKind;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Warns of a breaker before a callee that fails in parts: errors of one cell or shard open it for
/// all of them (Amazon Builders' Library, Timeouts, retries, and backoff with jitter, on circuit
/// breakers as modes).
final class BreakerBeforeShards implements Guard {
  @Override
  public String id() {
    return "REL-NG-011";
  }

  @Override
  public Optional<GuardVerdict> judge(Edit edit, DependencyGraph graph, Load load) {
    return DeclaredLinks.setting(LinkAttributes.BREAKER, edit, graph.design()).stream()
        .filter(link -> link.get(LinkAttributes.BREAKER).orElse(false))
        .flatMap(link -> sharded(graph, link).stream().map(callee -> verdict(link, callee)))
        .findFirst();
  }

  private GuardVerdict verdict(Link link, Node callee) {
    return new GuardVerdict(
        id(),
        GuardVerdict.Kind.WARN,
        String.format(
            Locale.ROOT,
            "%s is built of parts that fail alone: a breaker on %s turns the loss of one part into "
                + "the loss of all. A retry budget bounds the load without that; or use one "
                + "breaker for each part.",
            Words.name(callee),
            link.id()));
  }

  /// The callee, or one behind the router that is called, that consists of cells or shards.
  private static Optional<Node> sharded(DependencyGraph graph, Link link) {
    Node callee = graph.node(link.to());
    Stream<Node> behind =
        callee.kind().isRouter()
            ? Stream.of(graph.out(callee)).filter(Edge::isSync).map(Edge::to)
            : Stream.of();
    return Stream.concat(Stream.of(callee), behind)
        .filter(node -> isSharded(graph.design(), node))
        .findFirst();
  }

  private static boolean isSharded(Design design, Node node) {
    Isolation isolation = node.held(ComponentAttributes.ISOLATION).orElse(Isolation.NONE);
    long cells =
        node.zones().stream()
            .flatMap(zone -> design.zones().find(zone).stream())
            .map(Zone::kind)
            .filter(ZoneKind.CELL::equals)
            .count();
    return isolation == Isolation.CELL || isolation == Isolation.SHUFFLE_SHARD || cells > 1;
  }
}

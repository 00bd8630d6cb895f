package dev.stillwater.edits;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Load;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Warns of a fallback that moves load: the other way must hold all of it at any time, not only on
/// average (Amazon Builders' Library, Avoiding fallback in distributed systems).
final class FallbackMovesLoad implements Guard {
  @Override
  public String id() {
    return "REL-NG-012";
  }

  @Override
  public boolean judgesWhole() {
    return true;
  }

  @Override
  public Optional<GuardVerdict> judge(Edit edit, DependencyGraph graph, Load load) {
    return DeclaredLinks.setting(LinkAttributes.FALLBACK, edit, graph.design()).stream()
        .filter(FallbackMovesLoad::movesLoad)
        .findFirst()
        .map(link ->
            new GuardVerdict(
                id(), GuardVerdict.Kind.WARN, text(link, other(graph, link), graph, load)));
  }

  private static boolean movesLoad(Link link) {
    Fallback fallback = link.attributes().orDefault(LinkAttributes.FALLBACK);
    return fallback == Fallback.OTHER_PATH || fallback == Fallback.BYPASS_CACHE;
  }

  /// Where the load would go: to the declared component, or to the origin behind the cache.
  private static Optional<Node> other(DependencyGraph graph, Link link) {
    return link.get(LinkAttributes.FALLBACK_TO)
        .flatMap(graph::findNode)
        .or(() ->
            Stream.of(graph.out(graph.node(link.from())))
                .filter(edge ->
                    edge.link()
                        .get(LinkAttributes.BEHIND_CACHE)
                        .filter(link.to()::equals)
                        .isPresent())
                .map(Edge::to)
                .findFirst());
  }

  private static String text(Link link, Optional<Node> other, DependencyGraph graph, Load load) {
    double moved = load.rate(graph.edgesOf(link.id()).getFirst());
    String what = moved > 0 ? Words.perSecond(moved) : "the full load";
    String where = other.map(Words::name).orElse("the other way");
    String room =
        other
            .filter(node -> load.inflow(node) + moved > node.capacity())
            .map(node ->
                String.format(
                    Locale.ROOT,
                    "; it serves %s and takes in %s already",
                    Words.perSecond(node.capacity()),
                    Words.perSecond(load.inflow(node))))
            .orElse("");
    return String.format(
        Locale.ROOT,
        "When %s fails, %s must take %s of %s at once and for as long as it lasts%s. Use both ways "
            + "all the time, or keep an answer at hand that needs no other way.",
        Guards.name(graph.design(), link.to()),
        where,
        what,
        link.id(),
        room);
  }
}

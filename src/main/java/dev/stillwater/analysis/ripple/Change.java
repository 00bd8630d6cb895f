package dev.stillwater.analysis.ripple;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which components of a design pass failures on otherwise than they did before a change.
///
/// What a failure at a component does to its neighbours rests on the component, the links at it
/// with their rates and journeys, its response time, and its direct neighbours; on the routers in
/// front of a calling fleet (S6); and on the other consumers of a queue that feeds it (A2). So a
/// component is *affected* when it differs itself, or stands at most two calls behind, or beside at
/// a broker, something that differs. A failure that never came to an affected component travels as
/// before.
///
/// The bound is generous: what is affected may yet pass everything on as before.
final class Change {
  private final Ripple before;
  private final Ripple after;

  /// By number in the design before, the number after, or −1.
  private final int[] nodes;

  private final int[] edges;

  /// By number in the design before.
  private final boolean[] affected;

  private Change(Ripple before, Ripple after) {
    this.before = before;
    this.after = after;
    this.nodes = new int[before.graph.nodes().size()];
    this.edges = new int[before.graph.edges().size()];
    this.affected = new boolean[nodes.length];
    number();
    boolean[] differs = new boolean[after.graph.nodes().size()];
    compareEdges(differs);
    compareNodes(differs);
    followNames(differs);
    spread(differs);
  }

  /// The change between two designs; empty where everything has to be looked at anew.
  static Optional<Change> between(Ripple before, Ripple after) {
    boolean comparable =
        before.graph.design().settings().equals(after.graph.design().settings())
            && before.graph.design().zones().equals(after.graph.design().zones())
            && before.graph.presets() == after.graph.presets()
            && Arrays.equals(before.scopes, after.scopes)
            && beginAlike(before.graph.journeys(), after.graph.journeys());
    return comparable ? Optional.of(new Change(before, after)) : Optional.empty();
  }

  private static boolean beginAlike(List<Reach> before, List<Reach> after) {
    for (int i = 0; i < before.size(); i++) {
      Reach old = before.get(i);
      Reach now = after.get(i);
      if (old.isEmpty() != now.isEmpty()
          || (!now.isEmpty()
              && !(old.first().id().equals(now.first().id())
                  && isSame(old.first().from(), now.first().from())
                  && old.first().to().id().equals(now.first().to().id())))) {
        return false;
      }
    }
    return true;
  }

  /// Both numberings follow the ids, so one sweep finds who is who.
  private void number() {
    int at = 0;
    for (Node old : before.graph.nodes()) {
      at = skip(after.graph.nodes(), at, old.id());
      nodes[old.index()] = matches(after.graph.nodes(), at, old.id()) ? at : -1;
    }
    at = 0;
    for (Edge old : before.graph.edges()) {
      while (at < after.graph.edges().size()
          && after.graph.edges().get(at).id().compareTo(old.id()) < 0) {
        at++;
      }
      boolean same =
          at < after.graph.edges().size() && after.graph.edges().get(at).id().equals(old.id());
      edges[old.index()] = same ? at : -1;
    }
  }

  private static int skip(List<Node> list, int from, String id) {
    int at = from;
    while (at < list.size() && list.get(at).id().compareTo(id) < 0) {
      at++;
    }
    return at;
  }

  private static boolean matches(List<Node> list, int at, String id) {
    return at < list.size() && list.get(at).id().equals(id);
  }

  private void compareEdges(boolean[] differs) {
    boolean[] known = new boolean[after.graph.edges().size()];
    for (Edge old : before.graph.edges()) {
      int number = edges[old.index()];
      if (number < 0) {
        markBefore(old.from(), differs);
        markBefore(old.to(), differs);
        continue;
      }
      known[number] = true;
      Edge now = after.graph.edges().get(number);
      if (!isSame(old, now)) {
        markBefore(old.from(), differs);
        markBefore(old.to(), differs);
        mark(now, differs);
      }
    }
    for (Edge now : after.graph.edges()) {
      if (!known[now.index()]) {
        mark(now, differs);
      }
    }
  }

  private void markBefore(Node old, boolean[] differs) {
    affected[old.index()] = true;
    if (nodes[old.index()] >= 0) {
      differs[nodes[old.index()]] = true;
    }
  }

  private static void mark(Edge edge, boolean[] differs) {
    differs[edge.from().index()] = true;
    differs[edge.to().index()] = true;
  }

  private boolean isSame(Edge old, Edge now) {
    return (old.link() == now.link() || old.link().equals(now.link()))
        && old.mode() == now.mode()
        && before.load.rate(old) == after.load.rate(now)
        && before.load.share(old) == after.load.share(now)
        && areSame(before.graph.journeysOf(old), after.graph.journeysOf(now));
  }

  private static boolean areSame(List<Reach> before, List<Reach> after) {
    if (before.size() != after.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).journey().id().equals(after.get(i).journey().id())) {
        return false;
      }
    }
    return true;
  }

  private void compareNodes(boolean[] differs) {
    for (Node old : before.graph.nodes()) {
      int number = nodes[old.index()];
      if (number < 0) {
        affected[old.index()] = true;
      } else {
        Node now = after.graph.nodes().get(number);
        differs[number] |=
            !isSame(old, now)
                || before.load.inflow(old) != after.load.inflow(now)
                || before.response[old.index()] != after.response[number];
      }
    }
  }

  private static boolean isSame(Node old, Node now) {
    return old.component() == now.component()
        || (old.kind() == now.kind() && meaning(old.component()).equals(meaning(now.component())));
  }

  /// Without what is only for people.
  private static Attributes meaning(Component component) {
    return component
        .attributes()
        .without(ComponentAttributes.NAME)
        .without(ComponentAttributes.DESCRIPTION)
        .without(ComponentAttributes.OWNER)
        .without(ComponentAttributes.TECHNOLOGY);
  }

  /// What names a component that differs differs too: a call that falls back on it or asks a cache
  /// first, a broker or a delivery that puts messages aside in it, and who shares such a fallback.
  private void followNames(boolean[] differs) {
    Set<String> named = new HashSet<>();
    for (Edge edge : after.graph.edges()) {
      if (differs[edge.from().index()] || differs[edge.to().index()]) {
        edge.link().get(LinkAttributes.FALLBACK_TO).ifPresent(named::add);
      }
    }
    for (Node node : after.graph.nodes()) {
      if (differs[node.index()]) {
        named.add(node.id());
      }
    }
    for (Node old : before.graph.nodes()) {
      if (nodes[old.index()] < 0) {
        named.add(old.id());
      }
    }
    for (Edge edge : after.graph.edges()) {
      for (Attribute<String> name :
          List.of(LinkAttributes.FALLBACK_TO, LinkAttributes.BEHIND_CACHE, LinkAttributes.DLQ)) {
        if (edge.link().get(name).filter(named::contains).isPresent()) {
          mark(edge, differs);
        }
      }
    }
    for (Node node : after.graph.nodes()) {
      if (node.held(ComponentAttributes.DLQ).filter(named::contains).isPresent()) {
        differs[node.index()] = true;
      }
    }
  }

  private void spread(boolean[] differs) {
    boolean[] wide = new boolean[differs.length];
    for (Node node : after.graph.nodes()) {
      if (differs[node.index()]) {
        wide[node.index()] = true;
        for (Edge edge : after.graph.out(node)) {
          wide[edge.to().index()] = true;
          for (Edge next : after.graph.out(edge.to())) {
            wide[next.to().index()] = true;
          }
        }
        for (Edge edge : after.graph.in(node)) {
          if (edge.mode() == LinkMode.DELIVER) {
            wide[edge.from().index()] = true;
            for (Edge beside : after.graph.out(edge.from())) {
              wide[beside.to().index()] = true;
            }
          }
        }
      }
    }
    for (Node old : before.graph.nodes()) {
      int number = nodes[old.index()];
      affected[old.index()] |= number >= 0 && wide[number];
    }
  }

  /// The losses of an injection as they are after the change; empty when it has to be followed
  /// anew.
  Optional<LossRows> carried(LossRows losses) {
    return losses.touches(affected)
        ? Optional.empty()
        : Optional.of(losses.renumbered(nodes, edges));
  }
}

package dev.stillwater.edits;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Reach;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Presets;
import dev.stillwater.model.RealTimeClass;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Gives every real-time class that uses a queue a queue of its own, with its own deliveries to the
/// same consumers. The most urgent class keeps the queue.
///
/// A producer that serves one class alone sends to its queue from now on; one that serves several
/// gets a link for each, with equal shares of the messages until somebody declares better. Journeys
/// follow their class. Where a shared producer would make journeys by entry reach all queues, they
/// become journeys by path: what they reached before.
///
/// @param name what people call the queue, for the title
public record SplitQueue(String queue, String name) implements Edit {
  @Override
  public String signature() {
    return "SplitQueue(" + queue + ")";
  }

  @Override
  public String title() {
    return "Give each real-time class a queue of its own in place of " + name;
  }

  @Override
  public Design apply(Design design) {
    Component old =
        design.components().find(queue).filter(it -> it.kind() == ComponentKind.QUEUE).orElse(null);
    return old == null ? design : new Split(design, old).apply();
  }

  /// One application: which classes use which links of the queue, and what replaces them.
  private static final class Split {
    private final Component old;
    private final DependencyGraph graph;
    private final List<Reach> users = new ArrayList<>();
    private final Map<RealTimeClass, Map<String, String>> replacements =
        new EnumMap<>(RealTimeClass.class);
    private Design result;
    private boolean shared;

    Split(Design design, Component old) {
      this.old = old;
      this.graph = DependencyGraph.of(design, Presets.NONE);
      this.result = design;
    }

    Design apply() {
      SortedSet<RealTimeClass> all = new TreeSet<>();
      for (Reach reach : graph.journeysOf(graph.node(old.id()))) {
        users.add(reach);
        all.add(reach.journey().realTimeClass());
      }
      all.remove(RealTimeClass.UNKNOWN);
      if (all.size() < 2) {
        return result;
      }
      Map<String, SortedSet<RealTimeClass>> classes = classes(all.first());
      all.stream().skip(1).forEach(kind -> part(kind, classes));
      users.forEach(this::follow);
      return result;
    }

    /// By link the classes that use it; a journey of unknown class stays with the first.
    private Map<String, SortedSet<RealTimeClass>> classes(RealTimeClass first) {
      Map<String, SortedSet<RealTimeClass>> result = new HashMap<>();
      for (Reach reach : users) {
        RealTimeClass declared = reach.journey().realTimeClass();
        RealTimeClass kind = declared == RealTimeClass.UNKNOWN ? first : declared;
        for (Edge edge : reach.edges()) {
          result.computeIfAbsent(edge.subject(), id -> new TreeSet<>()).add(kind);
        }
      }
      return result;
    }

    private void part(RealTimeClass kind, Map<String, SortedSet<RealTimeClass>> classes) {
      Component own = old.withId(Naming.component(result, old.id(), kind.word()));
      result = result.with(own);
      Map<String, String> mine = new HashMap<>();
      replacements.put(kind, mine);
      for (Edge delivery : drawn(graph.out(graph.node(old.id())))) {
        String to = delivery.to().id().equals(old.id()) ? own.id() : delivery.to().id();
        String id = Naming.link(result, own.id(), to);
        result = result.with(delivery.link().withId(id).between(own.id(), to));
        mine.put(delivery.id(), id);
      }
      for (Edge send : drawn(graph.in(graph.node(old.id())))) {
        SortedSet<RealTimeClass> users = classes.getOrDefault(send.id(), new TreeSet<>());
        String from = send.from().id();
        if (from.equals(old.id())) {
          continue;
        }
        if (users.contains(kind) && users.size() == 1) {
          result = result.with(result.links().get(send.id()).between(from, own.id()));
        } else if (users.contains(kind)) {
          String id = Naming.link(result, from, own.id());
          Link part = share(send.link(), users.size());
          result = result.with(part.withId(id).between(from, own.id()));
          result = result.with(part);
          mine.put(send.id(), id);
          shared = true;
        }
      }
    }

    private static List<Edge> drawn(Edge[] edges) {
      return Stream.of(edges).filter(edge -> edge.impliedBy().isEmpty()).toList();
    }

    private static Link share(Link link, int parts) {
      return link.get(LinkAttributes.RATE)
          .map(rate -> link.with(LinkAttributes.RATE, rate / parts))
          .orElseGet(() ->
              link.with(
                  LinkAttributes.CALLS, link.attributes().orDefault(LinkAttributes.CALLS) / parts));
    }

    private void follow(Reach reach) {
      Journey journey = reach.journey();
      Map<String, String> mine = replacements.getOrDefault(journey.realTimeClass(), Map.of());
      boolean listed = journey.get(JourneyAttributes.PATH).isPresent();
      if (!listed && !shared && journey.namedLinks().stream().noneMatch(mine::containsKey)) {
        return;
      }
      List<String> links =
          listed
              ? journey.namedLinks()
              : reach.edges().stream().map(Edge::subject).distinct().toList();
      List<String> path = links.stream().map(id -> mine.getOrDefault(id, id)).toList();
      result =
          result.with(journey.without(JourneyAttributes.ENTRY).with(JourneyAttributes.PATH, path));
    }
  }
}

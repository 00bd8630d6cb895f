package dev.stillwater.rules.own;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.Link;
import dev.stillwater.rules.RuleContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The things of one design as one rule asks for them, and what was undeclared while it asked. What
/// is asked of the neighbours of one thing is computed once, however many ask, so that a rule takes
/// time in proportion to the design.
final class World {
  /// An attribute that nobody declared.
  record Missing(Thing thing, Attribute<?> attribute) {}

  private final RuleContext context;
  private final Map<String, Thing.OfLink> links = new HashMap<>();
  private final Map<Object, Map<Thing, Value>> answers = new IdentityHashMap<>();
  private @Nullable Missing missing;

  World(RuleContext context) {
    this.context = context;
  }

  RuleContext context() {
    return context;
  }

  /// The drawn things of a sort, in the order of their ids.
  List<Thing> all(Sort sort) {
    return switch (sort) {
      case COMPONENT -> components(context.components());
      case LINK -> links(context.graph().edges());
      case JOURNEY -> journeys(context.graph().journeys());
    };
  }

  List<Thing> components(List<Node> nodes) {
    List<Thing> result = new ArrayList<>();
    for (Node node : nodes) {
      if (node.impliedBy().isEmpty()) {
        result.add(new Thing.OfComponent(node));
      }
    }
    return result;
  }

  /// The drawn links of which these edges are wholes or halves, each once.
  List<Thing> links(List<Edge> edges) {
    Map<String, Thing> result = new LinkedHashMap<>();
    edges.forEach(edge -> result.putIfAbsent(edge.subject(), link(edge)));
    return List.copyOf(result.values());
  }

  Thing.OfLink link(Edge edge) {
    return links.computeIfAbsent(
        edge.subject(),
        id -> {
          List<Edge> halves = context.graph().edgesOf(id);
          Link drawn = context.design().links().find(id).orElse(edge.link());
          return halves.isEmpty()
              ? new Thing.OfLink(drawn, edge, edge)
              : new Thing.OfLink(drawn, halves.getFirst(), halves.getLast());
        });
  }

  static List<Thing> journeys(List<Reach> reaches) {
    return reaches.stream().<Thing>map(Thing.OfJourney::new).toList();
  }

  /// What was computed before for the same question of the same thing.
  Value once(Object question, Thing of, Supplier<Value> compute) {
    Map<Thing, Value> known = answers.computeIfAbsent(question, key -> new HashMap<>());
    Value answer = known.get(of);
    if (answer == null) {
      answer = compute.get();
      known.put(of, answer);
    }
    return answer;
  }

  void forgetMissing() {
    missing = null;
  }

  void missing(Thing thing, Attribute<?> attribute) {
    if (missing == null) {
      missing = new Missing(thing, attribute);
    }
  }

  /// The first attribute that was asked for and is undeclared.
  Optional<Missing> missing() {
    return Optional.ofNullable(missing);
  }
}

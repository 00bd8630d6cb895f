package dev.stillwater.edits;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Delivery;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Effect;
import dev.stillwater.model.InternalQueue;
import dev.stillwater.model.LegalLinks;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Preset;
import dev.stillwater.model.Timespan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// The fixes of brokers and their deliveries that declare values. A broker that is not drawn is
/// drawn out first where its link has no place for the value.
public final class QueueChanges {
  /// The queue that keeps no order and its sibling that does.
  public static final String STANDARD = QueuePreset.STANDARD;

  public static final String FIFO = QueuePreset.FIFO;

  private QueueChanges() {}

  /// Sets one value of a broker, under the name that the catalogue gives the change.
  public static <T> Edit set(
      String name, Design design, Node broker, Attribute<T> attribute, T value, String title) {
    return new Bundle(
        name,
        broker.subject() + ", " + attribute.type().show(value),
        title,
        onDrawn(design, broker, id -> List.of(new SetAttribute<>(id, attribute, value))));
  }

  /// Sets one value of a link, under the name that the catalogue gives the change.
  public static <T> Edit set(
      String name, Edge edge, Attribute<T> attribute, T value, String title) {
    return new Bundle(
        name,
        edge.subject() + ", " + attribute.type().show(value),
        title,
        List.of(new SetAttribute<>(edge.subject(), attribute, value)));
  }

  private static List<Edit> onDrawn(
      Design design, Node broker, Function<String, List<Edit>> change) {
    if (broker.impliedBy().isEmpty()) {
      return change.apply(broker.id());
    }
    DrawOut out = DrawOut.of(design, broker);
    List<Edit> parts = new ArrayList<>(List.of(out));
    parts.addAll(change.apply(out.drawn().id()));
    return parts;
  }

  /// A structural edit of a broker that is drawn out first where it must be.
  private static Edit onDrawn(String name, Design design, Node broker, Function<String, Edit> of) {
    List<Edit> parts = onDrawn(design, broker, id -> List.of(of.apply(id)));
    Edit last = parts.getLast();
    return parts.size() == 1 ? last : new Bundle(name, broker.subject(), last.title(), parts);
  }

  /// Puts messages that are too old aside into a second queue.
  public static Edit addSpilloverQueue(Design design, Node broker, Timespan age) {
    return onDrawn(
        "AddSpilloverQueue",
        design,
        broker,
        id -> new AddSpilloverQueue(id, age, Words.name(broker)));
  }

  /// One queue for each real-time class.
  public static Edit splitQueue(Design design, Node broker) {
    return onDrawn("SplitQueue", design, broker, id -> new SplitQueue(id, Words.name(broker)));
  }

  /// Builds a broker with another product, and takes back declarations that the product now makes.
  public static Edit usePreset(
      String name, DependencyGraph graph, Node broker, String preset, Attribute<?>... without) {
    ComponentKind kind = graph.presets().find(preset).map(Preset::kind).orElse(broker.kind());
    UsePreset use = new UsePreset(broker.id(), preset, kind, Words.name(broker));
    List<Edit> parts = new ArrayList<>();
    if (broker.impliedBy().isPresent()) {
      parts.add(new SetAttribute<>(broker.subject(), LinkAttributes.VIA, preset));
    } else {
      parts.add(use);
      for (Attribute<?> attribute : without) {
        parts.add(SetAttribute.clear(broker.id(), attribute));
      }
    }
    return new Bundle(name, broker.subject() + ", " + preset, use.title(), parts);
  }

  /// Whether all links of a broker are legal when it is of another kind.
  private static boolean fits(DependencyGraph graph, Node broker, ComponentKind kind) {
    return Stream.of(graph.in(broker))
            .allMatch(edge -> LegalLinks.legal(edge.mode(), edge.from().kind(), kind))
        && Stream.of(graph.out(broker))
            .allMatch(edge -> LegalLinks.legal(edge.mode(), kind, edge.to().kind()));
  }

  /// Makes a broker keep a message until its consumer has confirmed it: with the lasting product of
  /// the same house where there is one, else as a property to configure.
  public static Edit makeLasting(DependencyGraph graph, Node broker) {
    String preset = lasting(broker.held(ComponentAttributes.PRESET).orElse(""));
    if (graph.presets().find(preset).filter(it -> fits(graph, broker, it.kind())).isPresent()) {
      return usePreset(
          "UsePreset",
          graph,
          broker,
          preset,
          ComponentAttributes.DELIVERY,
          ComponentAttributes.IN_MEMORY);
    }
    return new Bundle(
        "SetDelivery",
        broker.subject() + ", " + Delivery.AT_LEAST_ONCE.word(),
        "Let " + Words.name(broker) + " store each message until it is acknowledged",
        onDrawn(
            graph.design(),
            broker,
            id ->
                List.of(
                    new SetAttribute<>(id, ComponentAttributes.DELIVERY, Delivery.AT_LEAST_ONCE),
                    new SetAttribute<>(id, ComponentAttributes.IN_MEMORY, false))));
  }

  /// Limits what may wait: requests inside a component, and the messages of a broker in memory.
  ///
  /// @param messages what a broker may hold
  public static Edit boundQueue(Design design, Node node, boolean waits, double messages) {
    boolean fills = node.held(ComponentAttributes.IN_MEMORY).orElse(false);
    return new Bundle(
        "BoundQueue",
        node.subject(),
        "Refuse what "
            + Words.name(node)
            + " cannot take soon"
            + (fills ? ": more than " + Words.number(messages) + " messages" : ""),
        onDrawn(
            design,
            node,
            id -> {
              List<Edit> parts = new ArrayList<>();
              if (waits) {
                parts.add(
                    new SetAttribute<>(
                        id, ComponentAttributes.INTERNAL_QUEUE, InternalQueue.BOUNDED));
              }
              if (fills) {
                parts.add(new SetAttribute<>(id, ComponentAttributes.BUFFER, messages));
              }
              return parts;
            }));
  }

  /// The product that keeps what another forgets, of the same house.
  private static String lasting(String preset) {
    return switch (preset) {
      case "nats-core" -> "nats-jetstream";
      case "redis-pubsub" -> "redis-streams";
      default -> "";
    };
  }

  /// Lets the consumer recognise and drop what is older than what it has, so that it needs no
  /// order; a write that does so can be repeated.
  public static Edit addVersionCheck(Edge delivery) {
    List<Edit> parts = new ArrayList<>();
    parts.add(new SetAttribute<>(delivery.subject(), LinkAttributes.ORDERED, false));
    if (delivery.effect() == Effect.WRITE) {
      parts.add(
          new SetAttribute<>(delivery.subject(), LinkAttributes.EFFECT, Effect.IDEMPOTENT_WRITE));
    }
    return new Bundle(
        "AddVersionCheck",
        delivery.subject(),
        "Let " + Words.name(delivery.to()) + " refuse versions older than the one it has",
        parts);
  }
}

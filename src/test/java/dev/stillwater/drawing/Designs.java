package dev.stillwater.drawing;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.AttributeTable;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Parsed;
import dev.stillwater.model.Timespan;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneAttributes;
import dev.stillwater.testing.SharedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Designs to draw: read from files, made up, or grown to a size.
public final class Designs {
  private static final JsonMapper JSON = new JsonMapper();

  private Designs() {}

  /// A design of the reference material; empty where that is absent.
  public static Optional<Design> fixture(String name) {
    return SharedFiles.find("fixtures/" + name + ".design.json").map(Designs::read);
  }

  public static Design read(Path file) {
    JsonNode root;
    try {
      root = JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Design design = Design.empty(root.path("name").asString());
    for (JsonNode node : root.path("zones")) {
      design =
          design.with(
              new Zone(node.path("id").asString(), attributes(ZoneAttributes.TABLE, node, "id")));
    }
    for (JsonNode node : root.path("components")) {
      design =
          design.with(
              new Component(
                  node.path("id").asString(),
                  kind(node.path("kind").asString()),
                  attributes(ComponentAttributes.TABLE, node, "id", "kind")));
    }
    for (JsonNode node : root.path("links")) {
      String from = node.path("from").asString();
      String to = node.path("to").asString();
      String id = node.has("id") ? node.path("id").asString() : Link.impliedId(from, to);
      design =
          design.with(
              new Link(id, from, to, attributes(LinkAttributes.TABLE, node, "id", "from", "to")));
    }
    for (JsonNode node : root.path("journeys")) {
      design =
          design.with(
              new Journey(
                  node.path("id").asString(), attributes(JourneyAttributes.TABLE, node, "id")));
    }
    return design;
  }

  private static ComponentKind kind(String word) {
    for (ComponentKind kind : ComponentKind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(word);
  }

  private static Attributes attributes(AttributeTable table, JsonNode node, String... except) {
    Attributes result = Attributes.none(table);
    for (var field : node.properties()) {
      if (!List.of(except).contains(field.getKey())) {
        Attribute<?> attribute = table.find(field.getKey()).orElseThrow();
        Object plain =
            field.getValue().isNumber()
                ? field.getValue().decimalValue()
                : JSON.convertValue(field.getValue(), Object.class);
        result =
            switch (result.withPlain(attribute, plain)) {
              case Parsed.Ok<Attributes> ok -> ok.value();
              case Parsed.Bad<Attributes> bad ->
                  throw new IllegalArgumentException(field.getKey() + ": " + bad.reason());
            };
      }
    }
    return result;
  }

  /// The architecture of a well-known demonstration shop, 23 components and 66 links, out of the
  /// reference material; empty where that is absent.
  public static Optional<Design> otelDemo() {
    return SharedFiles.find("corpora/compose/otel-demo/expected.json").map(Designs::otelDemo);
  }

  private static Design otelDemo(Path file) {
    JsonNode root;
    try {
      root = JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Design design = Design.empty("OpenTelemetry demo");
    for (JsonNode node : root.path("components")) {
      ComponentKind kind =
          switch (node.path("kind").asString()) {
            case "edge" -> ComponentKind.API_GATEWAY;
            case "datastore" -> ComponentKind.RELATIONAL_DB;
            case "cache" -> ComponentKind.CACHE;
            case "broker" -> ComponentKind.STREAM;
            default -> ComponentKind.SERVICE;
          };
      design = design.with(component(node.path("id").asString(), kind));
    }
    for (JsonNode node : root.path("links")) {
      String from = node.path("from").asString();
      String to = node.path("to").asString();
      Link link = new Link(design.freeId(Link.impliedId(from, to)), from, to);
      boolean waits = !node.path("mode").asString().startsWith("async");
      design =
          design.with(
              waits && design.links().size() % 3 == 0
                  ? link.with(LinkAttributes.TIMEOUT, Timespan.ofMillis(2000))
                  : link);
    }
    return design;
  }

  /// A shop with one of everything that is drawn in its own way: zones, a soft dependency, an
  /// undrawn queue, two links between the same ends, a link to itself, an illegal link.
  public static Design shop() {
    Design design =
        Design.empty("Shop")
            .with(new Zone("eu").with(ZoneAttributes.NAME, "Europe"))
            .with(new Component("shopper", ComponentKind.CLIENT))
            .with(new Component("gate", ComponentKind.LOAD_BALANCER))
            .with(
                component("orders", ComponentKind.SERVICE)
                    .with(ComponentAttributes.REPLICAS, 4)
                    .with(ComponentAttributes.P99, Timespan.ofMillis(40))
                    .with(ComponentAttributes.ZONES, List.of("eu")))
            .with(
                component("stock", ComponentKind.RELATIONAL_DB)
                    .with(ComponentAttributes.REPLICAS, 2)
                    .with(ComponentAttributes.P99, Timespan.ofMillis(10))
                    .with(ComponentAttributes.ZONES, List.of("eu")))
            .with(component("copy", ComponentKind.RELATIONAL_DB))
            .with(component("bank", ComponentKind.EXTERNAL))
            .with(
                component("events", ComponentKind.TOPIC)
                    .with(ComponentAttributes.RETENTION, Timespan.ofSeconds(4 * 86400)))
            .with(component("mails", ComponentKind.WORKER))
            .with(component("settings", ComponentKind.CONFIG));
    return design
        .with(
            new Link("browse", "shopper", "gate")
                .with(LinkAttributes.RATE, 50.0)
                .with(LinkAttributes.TIMEOUT, Timespan.ofSeconds(10)))
        .with(new Link("gate>orders", "gate", "orders"))
        .with(
            new Link("reserve", "orders", "stock")
                .with(LinkAttributes.TIMEOUT, Timespan.ofMillis(500))
                .with(LinkAttributes.RETRIES, 2)
                .with(LinkAttributes.BREAKER, true))
        .with(new Link("look", "orders", "stock"))
        .with(
            new Link("pay", "orders", "bank")
                .with(LinkAttributes.DEPENDENCY, dev.stillwater.model.Dependency.SOFT)
                .with(LinkAttributes.TIMEOUT, Timespan.ofSeconds(2)))
        .with(new Link("publish", "orders", "events"))
        .with(new Link("events>mails", "events", "mails"))
        .with(
            new Link("welcome", "gate", "mails")
                .with(LinkAttributes.COUPLING, dev.stillwater.model.Coupling.LOOSE_ASYNC))
        .with(new Link("stock>copy", "stock", "copy").with(LinkAttributes.MODE, LinkMode.REPLICATE))
        .with(new Link("settings>orders", "settings", "orders"))
        .with(new Link("again", "orders", "orders"))
        .with(new Link("wrong", "stock", "bank"));
  }

  /// The tightly coupled checkout with a queue between order and email.
  public static Design queued(Design checkout) {
    return checkout
        .without(List.of(), List.of("mail"))
        .with(component("mail-queue", ComponentKind.QUEUE))
        .with(new Link("mail", "order", "mail-queue"))
        .with(new Link("mail-queue>email", "mail-queue", "email"));
  }

  /// The tightly coupled checkout with a topic, and a queue for each of email, loyalty, analytics.
  public static Design fannedOut(Design checkout) {
    Design design =
        checkout
            .without(List.of(), List.of("mail", "points", "track"))
            .with(component("order-events", ComponentKind.TOPIC))
            .with(new Link("order>order-events", "order", "order-events"));
    for (String consumer : List.of("email", "loyalty", "analytics")) {
      String queue = consumer + "-queue";
      design =
          design
              .with(component(queue, ComponentKind.QUEUE))
              .with(new Link("order-events>" + queue, "order-events", queue))
              .with(new Link(queue + ">" + consumer, queue, consumer));
    }
    return design;
  }

  private static Component component(String id, ComponentKind kind) {
    return new Component(id, kind);
  }

  /// A design of a size, the same for a seed: entries, a wide middle, stores and brokers behind,
  /// some links that skip a layer or lead back.
  public static Design grown(int components, int links, long seed) {
    Random random = new Random(seed);
    ComponentKind[] middle = {
      ComponentKind.SERVICE,
      ComponentKind.SERVICE,
      ComponentKind.SERVICE,
      ComponentKind.FUNCTION,
      ComponentKind.WORKER,
      ComponentKind.API_GATEWAY
    };
    ComponentKind[] leaves = {
      ComponentKind.RELATIONAL_DB,
      ComponentKind.KEY_VALUE_STORE,
      ComponentKind.CACHE,
      ComponentKind.OBJECT_STORE,
      ComponentKind.EXTERNAL,
      ComponentKind.QUEUE
    };
    int entries = Math.max(1, components * 13 / 100);
    int middles = Math.max(1, components * 48 / 100);
    List<Component> all = new ArrayList<>();
    for (int i = 0; i < components; i++) {
      ComponentKind kind =
          i < entries
              ? ComponentKind.CLIENT
              : i < entries + middles
                  ? middle[random.nextInt(middle.length)]
                  : leaves[random.nextInt(leaves.length)];
      String word = kind.word() + "-" + i;
      Component component = new Component(word, kind);
      if (!kind.isEdge()) {
        component =
            component
                .with(ComponentAttributes.REPLICAS, 1 + random.nextInt(8))
                .with(ComponentAttributes.P99, Timespan.ofMillis(5 + random.nextInt(300)));
      }
      all.add(component);
    }
    List<Link> lines = new ArrayList<>();
    java.util.Set<String> used = new java.util.HashSet<>();
    for (int i = 0; lines.size() < links && i < links * 20; i++) {
      int from = i < entries ? i : random.nextInt(entries + middles);
      int depth = (from - entries) * 4 / Math.max(1, middles);
      int to;
      if (from < entries) {
        to = entries + random.nextInt(Math.max(1, middles / 4));
      } else if (random.nextInt(100) < 45) {
        to = entries + middles + random.nextInt(components - entries - middles);
      } else {
        int layer = Math.min(3, random.nextInt(100) < 96 ? depth + 1 : Math.max(0, depth - 1));
        to =
            entries
                + layer * middles / 4
                + random.nextInt(Math.max(1, middles - layer * middles / 4));
      }
      if (from == to) {
        continue;
      }
      Link link =
          new Link(
              all.get(from).id() + ">" + all.get(to).id(), all.get(from).id(), all.get(to).id());
      if (!used.add(link.id())) {
        continue;
      }
      if (random.nextInt(10) < 7) {
        link = link.with(LinkAttributes.TIMEOUT, Timespan.ofMillis(500 + random.nextInt(3000)));
      }
      if (random.nextInt(10) < 2) {
        link = link.with(LinkAttributes.RETRIES, 2);
      }
      lines.add(link);
    }
    return Design.empty("Grown to " + components)
        .withComponents(dev.stillwater.model.Index.of(all))
        .withLinks(dev.stillwater.model.Index.of(lines));
  }
}

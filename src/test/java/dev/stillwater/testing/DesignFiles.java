package dev.stillwater.testing;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Element;
import dev.stillwater.model.Index;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Parsed;
import dev.stillwater.model.Settings;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneAttributes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Reads design files in tests of the core, which must not depend on the product's own reader. It
/// takes well-formed files for granted.
public final class DesignFiles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> STRUCTURE = Set.of("id", "kind", "from", "to");

  private DesignFiles() {}

  public static Design read(Path file) {
    return design(JSON.readTree(file.toFile()));
  }

  public static Design design(JsonNode root) {
    return Design.empty(root.path("name").asString())
        .withSettings(values(Attributes.none(Settings.TABLE), root.path("settings"), Set.of()))
        .withZones(all(root, "zones", DesignFiles::zone))
        .withComponents(all(root, "components", DesignFiles::component))
        .withLinks(all(root, "links", DesignFiles::link))
        .withJourneys(all(root, "journeys", DesignFiles::journey));
  }

  private static <E extends Element<E>> Index<E> all(
      JsonNode root, String key, Function<JsonNode, E> read) {
    List<E> result = new ArrayList<>();
    root.path(key).forEach(node -> result.add(read.apply(node)));
    return Index.of(result);
  }

  private static Zone zone(JsonNode node) {
    Attributes values = values(Attributes.none(ZoneAttributes.TABLE), node, Set.of("id"));
    return new Zone(node.path("id").asString(), values);
  }

  private static Journey journey(JsonNode node) {
    Attributes values = values(Attributes.none(JourneyAttributes.TABLE), node, Set.of("id"));
    return new Journey(node.path("id").asString(), values);
  }

  private static Component component(JsonNode node) {
    ComponentKind kind =
        Arrays.stream(ComponentKind.values())
            .filter(each -> each.word().equals(node.path("kind").asString()))
            .findFirst()
            .orElseThrow();
    return new Component(
        node.path("id").asString(),
        kind,
        values(Attributes.none(ComponentAttributes.TABLE), node, STRUCTURE));
  }

  private static Link link(JsonNode node) {
    String from = node.path("from").asString();
    String to = node.path("to").asString();
    return new Link(
        node.path("id").asString(Link.impliedId(from, to)),
        from,
        to,
        values(Attributes.none(LinkAttributes.TABLE), node, STRUCTURE));
  }

  private static Attributes values(Attributes start, JsonNode node, Set<String> structure) {
    Attributes result = start;
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!structure.contains(field.getKey())) {
        Attribute<?> attribute =
            start
                .table()
                .find(field.getKey())
                .orElseThrow(() -> new IllegalArgumentException("no key " + field.getKey()));
        result =
            switch (result.withPlain(attribute, plain(field.getValue()))) {
              case Parsed.Ok<Attributes> ok -> ok.value();
              case Parsed.Bad<Attributes> bad ->
                  throw new IllegalArgumentException(field.getKey() + ": " + bad.reason());
            };
      }
    }
    return result;
  }

  private static Object plain(JsonNode node) {
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(item -> list.add(plain(item)));
      return list;
    }
    if (node.isNumber()) {
      return node.decimalValue();
    }
    return node.isBoolean() ? (Object) node.booleanValue() : node.asString();
  }
}

package dev.stillwater.io;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.AttributeTable;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.DecisionAttributes;
import dev.stillwater.model.Ids;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.ScenarioAttributes;
import dev.stillwater.model.Settings;
import dev.stillwater.model.Timespan;
import dev.stillwater.model.ValueType;
import dev.stillwater.model.ViewAttributes;
import dev.stillwater.model.Word;
import dev.stillwater.model.ZoneAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The JSON Schema (2020-12) of design files, made from the attribute tables, so that editors of
/// text complete and check what this program reads. Fields that it does not know are allowed.
public final class DesignSchema {
  private DesignSchema() {}

  /// The schema, pretty-printed, with a final newline.
  public static String text() {
    StringBuilder out = new StringBuilder();
    PrettyJson.append(schema(), 0, out);
    return out.append('\n').toString();
  }

  private static Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(
        "format",
        described(
            "The version of the format.",
            "type",
            "string",
            "pattern",
            "^stillwater/1(\\.[0-9]{1,6})?$",
            "default",
            FormatVersion.OURS.toString()));
    properties.put("name", described("What the design is called.", "type", "string"));
    properties.put("description", described("What it is about.", "type", "string"));
    properties.put(
        "settings",
        described(
            "Thresholds and assumptions of the analyses.",
            "type",
            "object",
            "properties",
            attributes(Settings.TABLE)));
    properties.put("zones", list("Boundaries inside which things fail together.", "zone"));
    properties.put("components", list("What runs, stores or calls.", "component"));
    properties.put("links", list("Who uses whom.", "link"));
    properties.put("journeys", list("User flows with a promise.", "journey"));
    properties.put("scenarios", list("Load and faults to simulate.", "scenario"));
    properties.put("decisions", list("What reviewers decided about findings.", "decision"));
    properties.put("namedViews", list("Parts of the drawing under names.", "view"));
    properties.put(
        "layout",
        described(
            "Where components stand, by id: x and y of the top left corner.",
            "type",
            "object",
            "additionalProperties",
            map(
                "type",
                "array",
                "prefixItems",
                List.of(map("type", "integer"), map("type", "integer")),
                "minItems",
                2L)));
    Map<String, Object> whole = map("type", "integer");
    properties.put(
        "bends",
        described(
            "The corners that a person gave to lines, by link id, from caller to callee.",
            "type",
            "object",
            "additionalProperties",
            map(
                "type",
                "array",
                "items",
                map(
                    "type",
                    "array",
                    "prefixItems",
                    List.of(whole, whole),
                    "minItems",
                    2L,
                    "maxItems",
                    2L),
                "minItems",
                1L)));
    Map<String, Object> length = map("type", "integer", "minimum", 1L);
    properties.put(
        "frames",
        described(
            "The rectangles that a person drew for zones, by id: x, y, width and height.",
            "type",
            "object",
            "additionalProperties",
            map(
                "type",
                "array",
                "prefixItems",
                List.of(whole, whole, length, length),
                "minItems",
                4L,
                "maxItems",
                4L)));
    properties.put(
        "collapsed",
        described(
            "The ids of zones that are drawn as one box.",
            "type",
            "array",
            "items",
            map("type", "string")));
    return map(
        "$schema",
        "https://json-schema.org/draft/2020-12/schema",
        "$id",
        "urn:stillwater:design:1",
        "title",
        "Stillwater design",
        "description",
        "A distributed system as an architect draws and annotates it. What is absent is"
            + " unknown; fields that are not described here are kept.",
        "type",
        "object",
        "required",
        List.of("format", "name"),
        "properties",
        properties,
        "$defs",
        definitions());
  }

  private static Map<String, Object> definitions() {
    Map<String, Object> id = id(Ids.SPELLING, "Unique among its kind of element.");
    Map<String, Object> end = map("type", "string", "description", "The id of a component.");
    Map<String, Object> kind = map("enum", words(new ValueType.Choice<>(ComponentKind.class)));
    Map<String, Object> journey = element(map("id", id), List.of("id"), JourneyAttributes.TABLE);
    journey.put(
        "oneOf", List.of(map("required", List.of("path")), map("required", List.of("entry"))));
    Map<String, Object> link =
        element(
            map(
                "id", id(Ids.LINK_SPELLING, "Unique among links; from>to where absent."),
                "from", end,
                "to", end),
            List.of("from", "to"),
            LinkAttributes.TABLE);
    return map(
        "duration", duration("^\\s*(?:none|" + Timespan.SPELLING + ")\\s*$"),
        "durationAboveZero",
            duration("^(?!\\s*0+(?:\\.0+)?\\s*[a-z])\\s*(?:none|" + Timespan.SPELLING + ")\\s*$"),
        "zone", element(map("id", id), List.of("id"), ZoneAttributes.TABLE),
        "component",
            element(map("id", id, "kind", kind), List.of("id", "kind"), ComponentAttributes.TABLE),
        "link", link,
        "journey", journey,
        "scenario",
            element(map("name", map("type", "string")), List.of("name"), ScenarioAttributes.TABLE),
        "view", element(map("name", map("type", "string")), List.of("name"), ViewAttributes.TABLE),
        "decision",
            element(
                map(
                    "target",
                    map(
                        "type",
                        "string",
                        "description",
                        "RULE@SUBJECT; * for a whole part, tag:NAME for a tag.")),
                List.of("target"),
                DecisionAttributes.TABLE));
  }

  private static Map<String, Object> id(String spelling, String description) {
    return map("type", "string", "pattern", "^" + spelling + "$", "description", description);
  }

  private static Map<String, Object> duration(String pattern) {
    return map("type", "string", "pattern", pattern, "examples", List.of("250ms", "3s", "24h"));
  }

  private static Map<String, Object> list(String description, String definition) {
    return described(description, "type", "array", "items", reference(definition));
  }

  private static Map<String, Object> reference(String definition) {
    return map("$ref", "#/$defs/" + definition);
  }

  private static Map<String, Object> element(
      Map<String, Object> own, List<String> required, AttributeTable table) {
    Map<String, Object> properties = new LinkedHashMap<>(own);
    properties.putAll(attributes(table));
    return map("type", "object", "required", required, "properties", properties);
  }

  private static Map<String, Object> attributes(AttributeTable table) {
    Map<String, Object> result = new LinkedHashMap<>();
    for (Attribute<?> attribute : table.all()) {
      result.put(attribute.key(), attribute(attribute));
    }
    return result;
  }

  private static <T> Map<String, Object> attribute(Attribute<T> attribute) {
    Map<String, Object> result = type(attribute.type());
    if (attribute == JourneyAttributes.PATH) {
      result.put("minItems", 1L);
    }
    result.put("description", attribute.help());
    Optional<T> byDefault = attribute.defaultValue();
    boolean always =
        List.of(ComponentKind.values()).stream()
            .allMatch(kind -> attribute.defaultFor(kind).equals(byDefault));
    if (always && byDefault.isPresent()) {
      result.put("default", attribute.type().toPlain(byDefault.get()));
    }
    return result;
  }

  private static Map<String, Object> type(ValueType<?> type) {
    return switch (type) {
      case ValueType.Text text -> map("type", "string");
      case ValueType.Reference reference -> map("type", "string", "pattern", "\\S");
      case ValueType.Names names ->
          map("type", "array", "items", map("type", "string", "pattern", "\\S"));
      case ValueType.Flag flag -> map("type", "boolean");
      case ValueType.Choice<?> choice -> map("enum", words(choice));
      case ValueType.Duration duration ->
          reference(duration.zeroAllowed() ? "duration" : "durationAboveZero");
      case ValueType.Whole whole ->
          map("type", "integer", "minimum", (long) whole.least(), "maximum", (long) whole.most());
      case ValueType.Real real ->
          map("type", "number", "minimum", plain(real.least()), "maximum", plain(real.most()));
      case ValueType.Day day ->
          map("type", "string", "pattern", "^\\d{4}-\\d{2}-\\d{2}$", "format", "date");
      case ValueType.Entries entries ->
          map(
              "type",
              "array",
              "items",
              map("type", "object", "properties", attributes(entries.table())));
    };
  }

  private static Object plain(double bound) {
    return bound == Math.rint(bound) ? (Object) (long) bound : (Object) bound;
  }

  private static List<String> words(ValueType.Choice<?> choice) {
    return choice.options().stream().map(Word::word).toList();
  }

  private static Map<String, Object> described(String description, Object... pairs) {
    Map<String, Object> result = map(pairs);
    result.put("description", description);
    return result;
  }

  private static Map<String, Object> map(Object... pairs) {
    Map<String, Object> result = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      result.put((String) pairs[i], pairs[i + 1]);
    }
    return result;
  }
}

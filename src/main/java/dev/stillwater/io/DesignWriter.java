package dev.stillwater.io;

import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.Decision;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Journey;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Link;
import dev.stillwater.model.NamedView;
import dev.stillwater.model.Scenario;
import dev.stillwater.model.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// The canonical form of a file: two spaces of indentation, keys in the order of the tables, one
/// element, setting or position a line, so that a change of one element is a change of one line.
final class DesignWriter {
  private final StringBuilder out = new StringBuilder();

  private DesignWriter() {}

  static String write(Document document) {
    DesignWriter writer = new DesignWriter();
    writer.document(document);
    return writer.out.toString();
  }

  private void document(Document document) {
    Design design = document.design();
    out.append("{\n  \"format\": ")
        .append(
            design
                .unknown()
                .getOrDefault("format", JsonText.string(FormatVersion.OURS.toString())));
    top("name").append(JsonText.string(design.name()));
    if (!design.description().isEmpty()) {
      top("description").append(JsonText.string(design.description()));
    }
    settings(design.settings());
    list("zones", design.zones().all(), DesignWriter::zone, false);
    list("components", design.components().all(), DesignWriter::component, true);
    list("links", design.links().all(), DesignWriter::link, true);
    list("journeys", design.journeys().all(), DesignWriter::journey, true);
    list("scenarios", document.scenarios(), DesignWriter::scenario, false);
    list("decisions", document.decisions(), DesignWriter::decision, false);
    list("namedViews", document.views(), DesignWriter::view, false);
    layout(document.layout());
    bends(document.layout());
    frames(document.layout());
    collapsed(document.layout());
    design
        .unknown()
        .forEach((key, json) -> {
          if (!key.equals("format")) {
            OneLine.unfold(json, top(key));
          }
        });
    out.append("\n}\n");
  }

  private StringBuilder top(String key) {
    out.append(",\n  ");
    JsonText.string(key, out);
    return out.append(": ");
  }

  private void settings(Attributes settings) {
    List<String> lines = new ArrayList<>();
    settings
        .declared()
        .forEach(attribute -> {
          StringBuilder line = new StringBuilder(JsonText.string(attribute.key())).append(": ");
          JsonText.value(attribute, settings, line);
          lines.add(line.toString());
        });
    settings.unknown().forEach((key, json) -> lines.add(JsonText.string(key) + ": " + json));
    lines("settings", lines, '{', '}', false);
  }

  private void layout(Layout layout) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, Layout.Position> entry : layout.positions().entrySet()) {
      String behind = layout.unknown().getOrDefault(entry.getKey(), "[]");
      String items = behind.substring(1, behind.length() - 1);
      lines.add(
          JsonText.string(entry.getKey())
              + ": ["
              + entry.getValue().x()
              + ", "
              + entry.getValue().y()
              + (items.isEmpty() ? "" : ", " + items)
              + "]");
    }
    lines("layout", lines, '{', '}', false);
  }

  private void bends(Layout layout) {
    List<String> lines = new ArrayList<>();
    layout
        .bends()
        .forEach((id, corners) -> {
          StringBuilder line = new StringBuilder(JsonText.string(id)).append(": [");
          for (Layout.Position corner : corners) {
            line.append(line.charAt(line.length() - 1) == '[' ? "[" : ", [")
                .append(corner.x())
                .append(", ")
                .append(corner.y())
                .append(']');
          }
          lines.add(line.append(']').toString());
        });
    lines("bends", lines, '{', '}', false);
  }

  private void frames(Layout layout) {
    List<String> lines = new ArrayList<>();
    layout
        .frames()
        .forEach((id, frame) ->
            lines.add(
                JsonText.string(id)
                    + ": ["
                    + frame.x()
                    + ", "
                    + frame.y()
                    + ", "
                    + frame.width()
                    + ", "
                    + frame.height()
                    + "]"));
    lines("frames", lines, '{', '}', false);
  }

  private void collapsed(Layout layout) {
    lines("collapsed", layout.collapsed().stream().map(JsonText::string).toList(), '[', ']', false);
  }

  private <E> void list(
      String key, Iterable<E> elements, BiConsumer<E, StringBuilder> each, boolean evenIfEmpty) {
    List<String> lines = new ArrayList<>();
    for (E element : elements) {
      StringBuilder line = new StringBuilder("{");
      each.accept(element, line);
      lines.add(line.append('}').toString());
    }
    lines(key, lines, '[', ']', evenIfEmpty);
  }

  private void lines(String key, List<String> lines, char open, char close, boolean evenIfEmpty) {
    if (lines.isEmpty() && !evenIfEmpty) {
      return;
    }
    top(key).append(open);
    String separator = "\n    ";
    for (String line : lines) {
      out.append(separator).append(line);
      separator = ",\n    ";
    }
    out.append(lines.isEmpty() ? "" : "\n  ").append(close);
  }

  private static void zone(Zone zone, StringBuilder line) {
    field("id", zone.id(), line);
    JsonText.fields(zone.attributes(), line);
  }

  private static void component(Component component, StringBuilder line) {
    field("id", component.id(), line);
    field("kind", component.kind().word(), line);
    JsonText.fields(component.attributes(), line);
  }

  private static void link(Link link, StringBuilder line) {
    field("id", link.id(), line);
    field("from", link.from(), line);
    field("to", link.to(), line);
    JsonText.fields(link.attributes(), line);
  }

  private static void journey(Journey journey, StringBuilder line) {
    field("id", journey.id(), line);
    JsonText.fields(journey.attributes(), line);
  }

  private static void scenario(Scenario scenario, StringBuilder line) {
    field("name", scenario.name(), line);
    JsonText.fields(scenario.attributes(), line);
  }

  private static void view(NamedView view, StringBuilder line) {
    field("name", view.name(), line);
    JsonText.fields(view.attributes(), line);
  }

  private static void decision(Decision decision, StringBuilder line) {
    field("target", decision.target(), line);
    JsonText.fields(decision.attributes(), line);
  }

  private static void field(String key, String value, StringBuilder line) {
    JsonText.key(key, line);
    JsonText.string(value, line);
  }
}

package dev.stillwater.report.export;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.drawing.VisibleText;
import dev.stillwater.model.Component;
import dev.stillwater.model.Design;
import dev.stillwater.model.Link;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The graph for tools such as yEd, Gephi or NetworkX: components as nodes, links as edges, every
/// declared attribute as text. Journeys, decisions and positions are left out.
final class GraphMlExport implements DesignExport {
  @Override
  public String name() {
    return "graphml";
  }

  @Override
  public String extension() {
    return "graphml";
  }

  @Override
  public String write(DependencyGraph graph) {
    Design design = graph.design();
    Map<String, Map<String, String>> nodes = new LinkedHashMap<>();
    for (Component component : design.components()) {
      Map<String, String> data = new LinkedHashMap<>();
      data.put("kind", component.kind().word());
      data.putAll(Plain.of(component.attributes()));
      nodes.put(component.id(), data);
    }
    Map<String, Map<String, String>> edges = new LinkedHashMap<>();
    for (Link link : design.links()) {
      edges.put(link.id(), Plain.of(link.attributes()));
    }
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    keys("node", "n-", Plain.keys(nodes.values()), out);
    keys("edge", "e-", Plain.keys(edges.values()), out);
    out.append("  <graph edgedefault=\"directed\">\n");
    nodes.forEach((id, data) -> {
      out.append("    <node id=\"").append(escaped(id)).append("\">\n");
      data("n-", data, out);
      out.append("    </node>\n");
    });
    for (Link link : design.links()) {
      out.append("    <edge id=\"")
          .append(escaped(link.id()))
          .append("\" source=\"")
          .append(escaped(link.from()))
          .append("\" target=\"")
          .append(escaped(link.to()))
          .append("\">\n");
      data("e-", edges.getOrDefault(link.id(), Map.of()), out);
      out.append("    </edge>\n");
    }
    return out.append("  </graph>\n</graphml>\n").toString();
  }

  private static void keys(String sort, String prefix, List<String> keys, StringBuilder out) {
    for (String key : keys) {
      out.append("  <key id=\"")
          .append(prefix)
          .append(escaped(key))
          .append("\" for=\"")
          .append(sort)
          .append("\" attr.name=\"")
          .append(escaped(key))
          .append("\" attr.type=\"string\"/>\n");
    }
  }

  private static void data(String prefix, Map<String, String> data, StringBuilder out) {
    data.forEach((key, value) ->
        out.append("      <data key=\"")
            .append(prefix)
            .append(escaped(key))
            .append("\">")
            .append(escaped(value))
            .append("</data>\n"));
  }

  private static String escaped(String text) {
    return VisibleText.of(text.replaceAll("[\\h\\v]+", " "))
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}

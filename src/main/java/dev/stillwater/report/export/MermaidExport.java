package dev.stillwater.report.export;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.drawing.VisibleText;
import dev.stillwater.model.Component;
import dev.stillwater.model.Design;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The drawing for wikis and pull requests that draw Mermaid: cards by family, solid arrows where
/// somebody waits, dotted ones where nobody does. Positions, zones and badges are left out.
final class MermaidExport implements DesignExport {
  @Override
  public String name() {
    return "mermaid";
  }

  @Override
  public String extension() {
    return "mmd";
  }

  @Override
  public String write(DependencyGraph graph) {
    Design design = graph.design();
    StringBuilder out = new StringBuilder("flowchart LR\n");
    Map<String, String> names = new LinkedHashMap<>();
    for (Component component : design.components()) {
      String name = "c" + (names.size() + 1);
      names.put(component.id(), name);
      out.append("  ").append(name).append(shape(component)).append('\n');
    }
    for (Link link : design.links()) {
      out.append("  ")
          .append(names.get(link.from()))
          .append(arrow(graph, link))
          .append("|\"")
          .append(escaped(label(link)))
          .append("\"| ")
          .append(names.get(link.to()))
          .append('\n');
    }
    return out.toString();
  }

  private static String shape(Component component) {
    String label = "\"" + escaped(component.name()) + "\"";
    return switch (component.kind().family()) {
      case EDGE -> "([" + label + "])";
      case BROKER -> "[[" + label + "]]";
      case STORE, CACHE -> "[(" + label + ")]";
      case EXTERNAL -> "{{" + label + "}}";
      case COMPUTE, ROUTER, CONFIG, MONITOR -> "[" + label + "]";
    };
  }

  private static String arrow(DependencyGraph graph, Link link) {
    Optional<LinkMode> mode = graph.edgesOf(link.id()).stream().map(Edge::mode).findFirst();
    return switch (mode.orElse(LinkMode.SYNC)) {
      case SYNC -> " -->";
      case SEND, DELIVER, CONFIG, PROBE, REPLICATE -> " -.->";
    };
  }

  private static String label(Link link) {
    return link.attributes()
        .get(LinkAttributes.TIMEOUT)
        .map(timeout -> link.id() + " · " + timeout.text())
        .orElse(link.id());
  }

  /// Everything but letters, digits and plain signs as an entity of Mermaid's own: `#quot;` is
  /// spelled `#34;`.
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    VisibleText.of(text.replaceAll("[\\h\\v]+", " ").strip())
        .codePoints()
        .forEach(code -> {
          if (Character.isLetterOrDigit(code) || " .,:·/-_()+‹›".indexOf(code) >= 0) {
            out.appendCodePoint(code);
          } else {
            out.append('#').append(code).append(';');
          }
        });
    return out.isEmpty() ? " " : out.toString();
  }
}

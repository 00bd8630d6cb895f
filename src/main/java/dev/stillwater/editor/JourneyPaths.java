package dev.stillwater.editor;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Reach;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Ids;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.Presets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which journeys use what, and how a person changes the path of one. Keeps the compiled graph of
/// the design asked about last.
public final class JourneyPaths {
  private final Presets presets;
  private @Nullable DependencyGraph graph;

  public JourneyPaths(Presets presets) {
    this.presets = presets;
  }

  private DependencyGraph graph(Design design) {
    DependencyGraph known = graph;
    if (known == null || known.design() != design) {
      known = DependencyGraph.of(design, presets);
      graph = known;
    }
    return known;
  }

  /// The journeys whose requests pass a link, in the order of their ids.
  public List<Journey> using(Design design, String link) {
    DependencyGraph compiled = graph(design);
    Set<Journey> journeys = new LinkedHashSet<>();
    for (Edge edge : compiled.edgesOf(link)) {
      compiled.journeysOf(edge).forEach(reach -> journeys.add(reach.journey()));
    }
    return List.copyOf(journeys);
  }

  /// The journeys that touch a component, in the order of their ids.
  public List<Journey> touching(Design design, String component) {
    DependencyGraph compiled = graph(design);
    return compiled
        .findNode(component)
        .map(node -> compiled.journeysOf(node).stream().map(Reach::journey).toList())
        .orElse(List.of());
  }

  /// The drawn links that a journey uses, in the order of interest.
  public List<String> links(Design design, String journey) {
    Set<String> ids = new LinkedHashSet<>();
    graph(design).journey(journey).edges().forEach(edge -> ids.add(edge.subject()));
    return List.copyOf(ids);
  }

  /// Links that would lead a journey on: they leave a component that it touches and are not on it.
  public List<Link> onward(Design design, String journey) {
    Set<String> used = new HashSet<>(links(design, journey));
    Set<String> touched = new HashSet<>();
    for (String id : used) {
      design
          .links()
          .find(id)
          .ifPresent(link -> {
            touched.add(link.from());
            touched.add(link.to());
          });
    }
    return design.links().stream()
        .filter(link -> !used.contains(link.id()) && touched.contains(link.from()))
        .toList();
  }

  /// With links at the end of the path of a journey. A journey that only named its entry names all
  /// its links from then on.
  public Document add(Document document, String journey, Collection<String> links) {
    Set<String> path = new LinkedHashSet<>(links(document.design(), journey));
    return path.addAll(links) ? withPath(document, journey, path) : document;
  }

  /// Without a link on the path of a journey; the last one stays.
  public Document remove(Document document, String journey, String link) {
    Set<String> path = new LinkedHashSet<>(links(document.design(), journey));
    return path.size() > 1 && path.remove(link) ? withPath(document, journey, path) : document;
  }

  /// With a new journey along some links, named after the first.
  public static Document along(Document document, List<String> links) {
    Design design = document.design();
    String id = design.freeId(Ids.of(links.getFirst().replace('>', '-') + "-journey"));
    return document.withDesign(
        design.with(new Journey(id).with(JourneyAttributes.PATH, List.copyOf(links))));
  }

  private static Document withPath(Document document, String journey, Collection<String> path) {
    Design design = document.design();
    return design
        .journeys()
        .find(journey)
        .map(found ->
            document.withDesign(
                design.with(
                    found
                        .without(JourneyAttributes.ENTRY)
                        .with(JourneyAttributes.PATH, List.copyOf(new ArrayList<>(path))))))
        .orElse(document);
  }
}

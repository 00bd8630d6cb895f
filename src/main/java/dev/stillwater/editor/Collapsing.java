package dev.stillwater.editor;

import dev.stillwater.drawing.Folds;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Zones drawn as one box, and opened again. Nothing of what the design means changes; it is a step
/// of the history as moving a card is.
public final class Collapsing {
  private Collapsing() {}

  /// The zone that collapsing is about: the selected one, else the one around the box or the cards
  /// that are selected; empty where those lie in several.
  public static Optional<String> subject(EditorState state) {
    if (state.selection().zone().isPresent()) {
      return state.selection().zone();
    }
    Folds folds = Folds.of(state.document());
    Set<List<String>> zones = new LinkedHashSet<>();
    for (String id : state.selection().components()) {
      zones.add(folds.holder(id).map(List::of).orElseGet(() -> zones(state.design(), id)));
    }
    return zones.size() == 1 && zones.iterator().next().size() == 1
        ? Optional.of(zones.iterator().next().getFirst())
        : Optional.empty();
  }

  private static List<String> zones(Design design, String component) {
    return design
        .components()
        .find(component)
        .flatMap(it -> it.get(ComponentAttributes.ZONES))
        .orElse(List.of())
        .stream()
        .filter(design.zones()::contains)
        .toList();
  }

  public static boolean isCollapsed(Document document, String zone) {
    return document.layout().collapsed().contains(zone);
  }

  /// The step that [#toggled] is.
  public static String label(Document document, String zone) {
    return (isCollapsed(document, zone) ? "Expand" : "Collapse") + " zone " + zone;
  }

  /// With a zone collapsed, or open where it was collapsed; the document itself where there is no
  /// such zone.
  public static Document toggled(Document document, String zone) {
    return document.design().zones().contains(zone)
        ? document.withLayout(document.layout().withCollapsed(zone, !isCollapsed(document, zone)))
        : document;
  }

  /// With all zones collapsed that have nothing around them, or all open.
  public static Document all(Document document, boolean collapsed) {
    Layout layout = document.layout();
    return document.withLayout(
        collapsed
            ? layout.withCollapsed(new LinkedHashSet<>(document.design().zones().ids()))
            : layout.expanded());
  }
}

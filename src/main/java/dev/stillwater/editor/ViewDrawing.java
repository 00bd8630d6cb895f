package dev.stillwater.editor;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Index;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Link;
import dev.stillwater.model.NamedView;
import dev.stillwater.model.Presets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a named view shows of a document, and how views come, change and go. A view never changes
/// what the design means, nor where things stand in the whole drawing.
public final class ViewDrawing {
  private ViewDrawing() {}

  /// The part of the document that the view asks for, with the places of the view. A link that is
  /// asked for brings its ends; components bring the links between them. Collapsed zones are open.
  public static Document of(Document document, NamedView view, Presets presets) {
    Design design = document.design();
    FindQuery query = FindQuery.parse(view.show());
    Set<String> shown = new LinkedHashSet<>();
    if (query.isEmpty()) {
      shown.addAll(design.components().ids());
    }
    for (String id : query.in(design, presets)) {
      if (design.components().contains(id)) {
        shown.add(id);
      } else {
        design.links().find(id).ifPresent(link -> shown.addAll(List.of(link.from(), link.to())));
      }
    }
    List<Component> components =
        design.components().stream().filter(c -> shown.contains(c.id())).toList();
    List<Link> links =
        design.links().stream()
            .filter(link -> shown.contains(link.from()) && shown.contains(link.to()))
            .toList();
    Design part =
        Design.empty(view.name())
            .withZones(design.zones())
            .withComponents(Index.of(components))
            .withLinks(Index.of(links));
    Map<String, Layout.Position> own = view.places();
    Map<String, Layout.Position> positions = new LinkedHashMap<>();
    for (Component component : components) {
      Optional.ofNullable(own.get(component.id()))
          .or(() -> document.layout().of(component.id()))
          .ifPresent(at -> positions.put(component.id(), at));
    }
    // Corners and frames were drawn for other places.
    Layout layout = own.isEmpty() ? document.layout().restrictedTo(part) : new Layout(positions);
    return Document.of(part).withLayout(layout.withAll(positions).expanded());
  }

  public static Optional<NamedView> find(Document document, String name) {
    return document.views().stream().filter(view -> view.name().equals(name)).findFirst();
  }

  /// With a view in the place of the one of a name, or at the end.
  public static Document with(Document document, String name, NamedView view) {
    List<NamedView> views = new ArrayList<>();
    boolean replaced = false;
    for (NamedView old : document.views()) {
      boolean same = !replaced && old.name().equals(name);
      views.add(same ? view : old);
      replaced |= same;
    }
    if (!replaced) {
      views.add(view);
    }
    return document.withViews(views);
  }

  public static Document without(Document document, String name) {
    return document.withViews(
        document.views().stream().filter(view -> !view.name().equals(name)).toList());
  }

  /// With a component of a view at another place, in this view only.
  public static Document moved(
      Document document, String view, String component, Layout.Position at) {
    return find(document, view)
        .map(old -> {
          Map<String, Layout.Position> places = new LinkedHashMap<>(old.places());
          places.put(component, at);
          return with(document, view, old.withPlaces(places));
        })
        .orElse(document);
  }

  /// A name that no view has.
  public static String freeName(Document document, String wanted) {
    String name = wanted;
    for (int number = 2; find(document, name).isPresent(); number++) {
      name = wanted + " " + number;
    }
    return name;
  }

  /// What to look for, as far as what is selected says it: its journey, or the team that owns all
  /// of it; nothing where that cannot be said.
  public static String asking(Design design, Selection selection) {
    return selection
        .journey()
        .map(id -> "journey:" + id)
        .orElseGet(() -> {
          Set<String> owners = new LinkedHashSet<>();
          for (String id : selection.components()) {
            design.components().get(id).get(ComponentAttributes.OWNER).ifPresent(owners::add);
          }
          return owners.size() == 1 ? "owner:\"" + owners.iterator().next() + "\"" : "";
        });
  }
}

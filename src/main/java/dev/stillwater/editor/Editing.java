package dev.stillwater.editor;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Decision;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Element;
import dev.stillwater.model.Ids;
import dev.stillwater.model.Index;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;
import dev.stillwater.model.Link;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Changes of a document that a person makes by hand, each as one function.
public final class Editing {
  private Editing() {}

  /// Without the selected components, links, journey and zone; what lay in the zone stays.
  public static Document delete(Document document, Selection selection) {
    Design design = document.design().without(selection.components(), selection.links());
    if (selection.journey().isPresent()) {
      design = design.withJourneys(design.journeys().without(List.of(selection.journey().get())));
    }
    Document without = document.withDesign(design);
    return selection.zone().map(zone -> Zoning.removed(without, zone)).orElse(without);
  }

  /// Moved by some units of the drawing.
  public static Document nudge(Document document, Selection selection, int dx, int dy) {
    Map<String, Position> moved = new LinkedHashMap<>();
    for (String id : selection.components()) {
      document
          .layout()
          .of(id)
          .ifPresent(at -> moved.put(id, new Position(at.x() + dx, at.y() + dy)));
    }
    return document.withLayout(shifted(document, document.layout().withAll(moved), moved.keySet()));
  }

  /// A layout in which the corners of lines between moved components have moved with them.
  ///
  /// @param layout one in which the components stand at their new places
  static Layout shifted(Document document, Layout layout, Set<String> moved) {
    Layout result = layout;
    for (Map.Entry<String, List<Position>> bent : document.layout().bends().entrySet()) {
      Link link = document.design().links().find(bent.getKey()).orElse(null);
      if (link == null || !moved.contains(link.from()) || !moved.contains(link.to())) {
        continue;
      }
      Position before = document.layout().of(link.from()).orElse(null);
      Position after = layout.of(link.from()).orElse(null);
      if (before != null && after != null) {
        int dx = after.x() - before.x();
        int dy = after.y() - before.y();
        result =
            result.withBends(
                bent.getKey(), bent.getValue().stream().map(at -> at.plus(dx, dy)).toList());
      }
    }
    return result;
  }

  /// With one attribute of several elements declared, or no longer declared where the value is
  /// null.
  public static <T> Document set(
      Document document, Collection<String> ids, Attribute<T> attribute, @Nullable T value) {
    Design design = document.design();
    for (String id : ids) {
      Element<?> element = design.find(id).orElse(null);
      if (element != null) {
        design = replace(design, element, attribute, value);
      }
    }
    return document.withDesign(design);
  }

  private static <T> Design replace(
      Design design, Element<?> element, Attribute<T> attribute, @Nullable T value) {
    return switch (element) {
      case Component c -> design.with(c.withAttributes(c.attributes().set(attribute, value)));
      case Link l -> design.with(l.withAttributes(l.attributes().set(attribute, value)));
      case Journey j -> design.with(journey(j, attribute, value));
      case Zone z -> design.with(z.withAttributes(z.attributes().set(attribute, value)));
    };
  }

  /// A journey has exactly one of path and entry: declaring one takes the other away, and neither
  /// can be taken away alone.
  private static <T> Journey journey(Journey journey, Attribute<T> attribute, @Nullable T value) {
    boolean path = attribute == (Attribute<?>) JourneyAttributes.PATH;
    boolean entry = attribute == (Attribute<?>) JourneyAttributes.ENTRY;
    if ((path || entry) && (value == null || value.equals(List.of()))) {
      return journey;
    }
    Journey changed = journey.withAttributes(journey.attributes().set(attribute, value));
    return path
        ? changed.without(JourneyAttributes.ENTRY)
        : entry ? changed.without(JourneyAttributes.PATH) : changed;
  }

  /// With a component under another name: its id follows, unless that is taken or was never the
  /// name.
  public static Document rename(Document document, String id, String name) {
    String wanted = Ids.of(name);
    Design design = document.design();
    boolean plain = wanted.equals(name.strip());
    String newId = wanted.equals(id) ? id : design.freeId(wanted);
    Design renamed = design.renameComponent(id, newId);
    Component component = renamed.components().get(newId);
    Component named =
        plain && newId.equals(wanted)
            ? component.without(ComponentAttributes.NAME)
            : component.with(ComponentAttributes.NAME, name.strip());
    Design result = renameLinks(renamed.with(named), id, newId);
    Map<String, String> laterIds = new HashMap<>(Map.of(id, newId));
    Iterator<Link> links = result.links().iterator();
    for (Link link : design.links()) {
      laterIds.putIfAbsent(link.id(), links.next().id());
    }
    return new Document(
        result,
        followed(document.layout(), id, newId, laterIds).restrictedTo(result),
        document.scenarios(),
        followed(document.decisions(), laterIds),
        document.views().stream().map(view -> view.renamed(laterIds)).toList());
  }

  /// With a link under another id, which has to be free; journeys and decisions follow.
  public static Document renameLink(Document document, String id, String newId) {
    return new Document(
        document.design().renameLink(id, newId),
        document.layout().renamedLink(id, newId),
        document.scenarios(),
        followed(document.decisions(), Map.of(id, newId)),
        document.views());
  }

  /// What was decided about an element goes on to hold for it under its later id.
  private static List<Decision> followed(List<Decision> decisions, Map<String, String> laterIds) {
    return decisions.stream()
        .map(decision -> decision.renamed(id -> laterIds.getOrDefault(id, id)))
        .toList();
  }

  /// The layout under the later ids of a component and of the links that are named after it.
  private static Layout followed(
      Layout layout, String id, String newId, Map<String, String> laterIds) {
    Layout result = layout.renamed(id, newId);
    for (String bent : layout.bends().keySet()) {
      String later = laterIds.getOrDefault(bent, bent);
      if (!later.equals(bent)) {
        result = result.renamedLink(bent, later);
      }
    }
    return result;
  }

  /// Links whose id only said what they join follow the new id of an end.
  private static Design renameLinks(Design design, String oldId, String newId) {
    Design result = design;
    for (Link link : design.links()) {
      String before =
          Link.impliedId(
              link.from().equals(newId) ? oldId : link.from(),
              link.to().equals(newId) ? oldId : link.to());
      String after = Link.impliedId(link.from(), link.to());
      if (link.touches(newId)
          && link.id().equals(before)
          && !before.equals(after)
          && result.find(after).isEmpty()) {
        result = result.renameLink(link.id(), after);
      }
    }
    return result;
  }

  /// The selected components, the links between them and the selected links whose ends are among
  /// them, as a document of their own. Decisions stay behind: a copy is another element, and nobody
  /// has taken its risk yet.
  public static Document fragment(Document document, Selection selection) {
    Set<String> ids = new HashSet<>(selection.components());
    Design design = document.design();
    List<Component> components =
        design.components().stream().filter(c -> ids.contains(c.id())).toList();
    List<Link> links =
        design.links().stream()
            .filter(link -> ids.contains(link.from()) && ids.contains(link.to()))
            .toList();
    Design part =
        Design.empty(design.name()).withComponents(Index.of(components)).withLinks(Index.of(links));
    return Document.of(part).withLayout(document.layout().restrictedTo(part));
  }

  /// What a paste gives: the document, and the selection of what is new.
  public record Pasted(Document document, Selection selection) {}

  /// With the zones, components and links of a fragment added under new ids, moved by some units.
  /// Of a fragment with one outermost zone that zone is selected, else the components and links.
  public static Pasted paste(Document document, Document fragment, int dx, int dy) {
    Map<String, String> newIds = new HashMap<>();
    Map<String, String> newZones = new HashMap<>();
    Design design = document.design();
    Layout layout = document.layout();
    for (Zone zone : fragment.design().zones()) {
      String id = design.freeId(zone.id());
      newZones.put(zone.id(), id);
      design = design.with(new Zone(id, zone.attributes()));
    }
    List<String> outermost = new ArrayList<>();
    for (Zone zone : fragment.design().zones()) {
      String id = newZones.getOrDefault(zone.id(), zone.id());
      Optional<String> around = zone.get(ZoneAttributes.PARENT).map(newZones::get);
      if (around.isPresent()) {
        design = design.with(design.zones().get(id).with(ZoneAttributes.PARENT, around.get()));
      } else {
        outermost.add(id);
      }
      Optional<Layout.Frame> frame = fragment.layout().frameOf(zone.id());
      if (frame.isPresent()) {
        layout = layout.withFrame(id, frame.get().plus(dx, dy));
      }
      layout = layout.withCollapsed(id, fragment.layout().collapsed().contains(zone.id()));
    }
    List<String> added = new ArrayList<>();
    for (Component component : fragment.design().components()) {
      String id = design.freeId(component.id());
      newIds.put(component.id(), id);
      design = design.with(inZones(component, newZones).withId(id));
      added.add(id);
      Optional<Position> at = fragment.layout().of(component.id());
      if (at.isPresent()) {
        layout = layout.with(id, new Position(at.get().x() + dx, at.get().y() + dy));
      }
    }
    List<String> addedLinks = new ArrayList<>();
    for (Link link : fragment.design().links()) {
      String from = newIds.get(link.from());
      String to = newIds.get(link.to());
      if (from == null || to == null) {
        continue;
      }
      boolean implied = link.id().equals(Link.impliedId(link.from(), link.to()));
      String id = design.freeId(implied ? Link.impliedId(from, to) : link.id());
      design = design.with(link.between(from, to).withId(id));
      layout =
          layout.withBends(
              id,
              fragment.layout().bendsOf(link.id()).stream().map(at -> at.plus(dx, dy)).toList());
      addedLinks.add(id);
    }
    return new Pasted(
        document.withDesign(design).withLayout(layout),
        outermost.size() == 1
            ? Selection.zone(outermost.getFirst())
            : new Selection(added, addedLinks, Optional.empty()));
  }

  /// A component that lies in the copies of its zones.
  private static Component inZones(Component component, Map<String, String> newZones) {
    List<String> zones = component.get(ComponentAttributes.ZONES).orElse(List.of());
    return zones.stream().anyMatch(newZones::containsKey)
        ? component.with(
            ComponentAttributes.ZONES,
            zones.stream().map(id -> newZones.getOrDefault(id, id)).toList())
        : component;
  }

  /// With a journey that begins at a link; the document itself when there is one already.
  public static Document journeyFrom(Document document, String link) {
    boolean there =
        document.design().journeys().stream()
            .anyMatch(j -> j.get(JourneyAttributes.ENTRY).filter(link::equals).isPresent());
    if (there || document.design().links().find(link).isEmpty()) {
      return document;
    }
    String id = document.design().freeId(Ids.of(link.replace('>', '-')));
    return document.withDesign(
        document.design().with(new Journey(id).with(JourneyAttributes.ENTRY, link)));
  }
}

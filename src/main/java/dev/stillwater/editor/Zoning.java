package dev.stillwater.editor;

import dev.stillwater.drawing.ZoneFrames;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Frame;
import dev.stillwater.model.Layout.Position;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Zones as frames: what lies in a frame is in its zone.
///
/// A frame that a person drew says where the zone is: what is moved in joins, what is moved out
/// leaves. A frame that only follows its members stretches with them, so that rearranging a drawing
/// never changes what it means; what is moved into another frame changes zones all the same.
public final class Zoning {
  private static final int DEEPEST = 16;

  private Zoning() {}

  /// The frames into which components can be dropped while some of them are carried about.
  static List<ZoneFrames.Frame> targets(Document document, Collection<String> carried) {
    if (document.design().zones().isEmpty()) {
      return List.of();
    }
    Map<String, Position> rest = new LinkedHashMap<>(document.layout().positions());
    rest.keySet().removeAll(carried);
    Layout layout = document.layout();
    return ZoneFrames.drawn(
        document.design(),
        new Layout(rest, Map.of(), Map.of(), layout.frames(), layout.collapsed()));
  }

  /// The smallest frame around a point.
  static Optional<ZoneFrames.Frame> at(List<ZoneFrames.Frame> frames, Point point) {
    return frames.stream()
        .filter(frame -> frame.box().contains(point.x(), point.y()))
        .min(Comparator.comparingDouble(frame -> frame.box().width() * frame.box().height()));
  }

  /// With moved components in the zones in whose frames they lie now.
  static Document dropped(
      Document before, Document moved, Collection<String> ids, List<ZoneFrames.Frame> frames) {
    Design design = moved.design();
    for (String id : ids) {
      Component component = design.components().find(id).orElse(null);
      Position at = moved.layout().of(id).orElse(null);
      if (component == null || at == null) {
        continue;
      }
      Optional<ZoneFrames.Frame> into = at(frames, Box.card(at).center());
      List<String> own = component.get(ComponentAttributes.ZONES).orElse(List.of());
      if (into.isPresent()) {
        List<String> theirs = into.get().zones().stream().map(Zone::id).toList();
        if (!Set.copyOf(own).equals(Set.copyOf(theirs))
            && !(stretches(before, own) && liesWithin(design, own, theirs))) {
          design = design.with(component.with(ComponentAttributes.ZONES, theirs));
        }
      } else if (!own.isEmpty() && !stretches(before, own)) {
        design = design.with(component.without(ComponentAttributes.ZONES));
      }
    }
    return moved.withDesign(design);
  }

  /// Whether the frame of some zones follows its members.
  private static boolean stretches(Document document, List<String> zones) {
    return zones.stream().noneMatch(document.layout().frames()::containsKey);
  }

  /// Whether zones lie inside others, or are among them.
  private static boolean liesWithin(Design design, List<String> inner, List<String> outer) {
    return !inner.isEmpty()
        && inner.stream().allMatch(zone -> around(design, zone).stream().anyMatch(outer::contains));
  }

  /// A zone and all around it, the innermost first.
  private static List<String> around(Design design, String zone) {
    List<String> result = new ArrayList<>();
    Optional<String> at = Optional.of(zone);
    while (at.isPresent() && !result.contains(at.get()) && result.size() < DEEPEST) {
      result.add(at.get());
      at = design.zones().find(at.get()).flatMap(z -> z.get(ZoneAttributes.PARENT));
    }
    return result;
  }

  /// The components in a zone and in those inside it.
  public static List<String> members(Design design, String zone) {
    List<String> result = new ArrayList<>();
    for (Component component : design.components()) {
      List<String> own = component.get(ComponentAttributes.ZONES).orElse(List.of());
      if (own.stream().anyMatch(id -> around(design, id).contains(zone))) {
        result.add(component.id());
      }
    }
    return result;
  }

  /// The zones inside a zone, however deep.
  static List<String> inside(Design design, String zone) {
    return design.zones().ids().stream()
        .filter(id -> !id.equals(zone) && around(design, id).contains(zone))
        .toList();
  }

  /// With a new zone whose frame was drawn. It lies in the smallest frame around it; components
  /// wholly inside join it.
  ///
  /// @param id what the zone is to be called
  static Document framed(Document document, String id, Frame frame) {
    Box box = box(frame);
    Zone zone = new Zone(id);
    Optional<ZoneFrames.Frame> around =
        targets(document, List.of()).stream()
            .filter(outer -> contains(outer, box))
            .min(Comparator.comparingDouble(outer -> outer.box().width() * outer.box().height()));
    if (around.isPresent()) {
      zone = zone.with(ZoneAttributes.PARENT, around.get().zones().getFirst().id());
    }
    Document with =
        document
            .withDesign(document.design().with(zone))
            .withLayout(document.layout().withFrame(id, frame));
    return refilled(with, id);
  }

  private static boolean contains(ZoneFrames.Frame outer, Box inner) {
    dev.stillwater.drawing.Box box = outer.box();
    return box.x() <= inner.x()
        && box.y() <= inner.y()
        && box.right() >= inner.x() + inner.width()
        && box.bottom() >= inner.y() + inner.height();
  }

  static Box box(Frame frame) {
    return new Box(frame.x(), frame.y(), frame.width(), frame.height());
  }

  /// With exactly those components in a zone that lie in its frame, unless a zone inside it has
  /// them.
  static Document refilled(Document document, String zone) {
    Frame frame = document.layout().frameOf(zone).orElse(null);
    if (frame == null) {
      return document;
    }
    Box box = box(frame);
    Set<String> deeper = new HashSet<>(inside(document.design(), zone));
    Design design = document.design();
    for (Component component : document.design().components()) {
      Position at = document.layout().of(component.id()).orElse(null);
      if (at == null) {
        continue;
      }
      Box card = Box.card(at);
      boolean in =
          box.x() <= card.x()
              && box.y() <= card.y()
              && box.x() + box.width() >= card.x() + card.width()
              && box.y() + box.height() >= card.y() + card.height();
      Set<String> own =
          new LinkedHashSet<>(component.get(ComponentAttributes.ZONES).orElse(List.of()));
      Set<String> wanted = new LinkedHashSet<>(own);
      if (in && own.stream().noneMatch(deeper::contains)) {
        wanted.removeAll(around(design, zone));
        wanted.add(zone);
      } else if (!in) {
        wanted.remove(zone);
      }
      if (!wanted.equals(own)) {
        design =
            design.with(
                wanted.isEmpty()
                    ? component.without(ComponentAttributes.ZONES)
                    : component.with(ComponentAttributes.ZONES, List.copyOf(wanted)));
      }
    }
    return document.withDesign(design);
  }

  /// Without a zone: what lay in it lies in the zone around it, if there is one.
  public static Document removed(Document document, String zone) {
    Design design = document.design();
    Zone gone = design.zones().find(zone).orElse(null);
    if (gone == null) {
      return document;
    }
    Optional<String> parent = gone.get(ZoneAttributes.PARENT).filter(design.zones()::contains);
    for (Component component : document.design().components()) {
      List<String> own = component.get(ComponentAttributes.ZONES).orElse(List.of());
      if (own.contains(zone)) {
        Set<String> kept = new LinkedHashSet<>(own);
        kept.remove(zone);
        if (kept.isEmpty()) {
          parent.ifPresent(kept::add);
        }
        design =
            design.with(
                kept.isEmpty()
                    ? component.without(ComponentAttributes.ZONES)
                    : component.with(ComponentAttributes.ZONES, List.copyOf(kept)));
      }
    }
    for (Zone other : document.design().zones()) {
      if (other.get(ZoneAttributes.PARENT).filter(zone::equals).isPresent()) {
        design =
            design.with(
                parent
                    .map(id -> other.with(ZoneAttributes.PARENT, id))
                    .orElseGet(() -> other.without(ZoneAttributes.PARENT)));
      }
    }
    return document.withDesign(design.withZones(design.zones().without(List.of(zone))));
  }

  /// With the frame of a zone about its members again.
  public static Document released(Document document, String zone) {
    Map<String, Frame> frames = new LinkedHashMap<>(document.layout().frames());
    frames.remove(zone);
    Layout layout = document.layout();
    return document.withLayout(
        new Layout(
            layout.positions(), layout.unknown(), layout.bends(), frames, layout.collapsed()));
  }
}

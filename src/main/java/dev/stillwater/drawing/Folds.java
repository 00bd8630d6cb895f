package dev.stillwater.drawing;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Index;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;
import dev.stillwater.model.Link;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The zones that are drawn as one box each: what a box hides, where it stands, and which links
/// meet at it.
///
/// A box hides the components all of whose zones are collapsed, and the zones inside; one that also
/// runs in an open zone stays to be seen. The outermost collapsed zone has the box. It stands in
/// the place of the member nearest to the middle of all, where no stranger is, and so moves with
/// them. Links between the same two ends that are drawn alike are drawn as one.
public final class Folds {
  public static final Folds NONE =
      new Folds(Design.empty(""), Map.of(), Map.of(), Map.of(), Map.of());

  private static final int DEEPEST = 16;

  /// Before the id of a zone where the box is meant, because a component may have the same id.
  private static final String BOX = "▣";

  private final Design whole;
  private final Map<String, String> holders;
  private final Map<String, Position> boxes;
  private final Map<String, List<String>> bundles;
  private final Map<String, String> heads;

  private Folds(
      Design whole,
      Map<String, String> holders,
      Map<String, Position> boxes,
      Map<String, List<String>> bundles,
      Map<String, String> heads) {
    this.whole = whole;
    this.holders = holders;
    this.boxes = boxes;
    this.bundles = bundles;
    this.heads = heads;
  }

  public static Folds of(Document document) {
    return of(document.design(), document.layout());
  }

  public static Folds of(Design design, Layout layout) {
    if (layout.collapsed().isEmpty()) {
      return NONE;
    }
    Map<String, String> tops = new HashMap<>();
    for (Zone zone : design.zones()) {
      top(design, layout, zone.id()).ifPresent(top -> tops.put(zone.id(), top));
    }
    Map<String, List<String>> members = new LinkedHashMap<>();
    tops.values().forEach(top -> members.putIfAbsent(top, new ArrayList<>()));
    Map<String, String> holders = new LinkedHashMap<>();
    for (Component component : design.components()) {
      List<String> zones =
          component.get(ComponentAttributes.ZONES).orElse(List.of()).stream()
              .filter(design.zones()::contains)
              .toList();
      if (!zones.isEmpty() && tops.keySet().containsAll(zones)) {
        String top = tops.getOrDefault(zones.getFirst(), "");
        holders.put(component.id(), top);
        members.computeIfAbsent(top, t -> new ArrayList<>()).add(component.id());
      }
    }
    Map<String, Position> boxes = new LinkedHashMap<>();
    members.forEach((zone, ids) -> place(layout, zone, ids).ifPresent(at -> boxes.put(zone, at)));
    holders.values().removeIf(zone -> !boxes.containsKey(zone));
    Map<String, List<String>> bundles = new LinkedHashMap<>();
    Map<String, String> heads = new HashMap<>();
    bundle(design, holders, bundles, heads);
    return boxes.isEmpty() ? NONE : new Folds(design, holders, boxes, bundles, heads);
  }

  /// The outermost collapsed zone among a zone and those around it.
  private static Optional<String> top(Design design, Layout layout, String zone) {
    Optional<String> top = Optional.empty();
    Optional<String> at = Optional.of(zone);
    for (int depth = 0; at.isPresent() && depth < DEEPEST; depth++) {
      if (layout.collapsed().contains(at.get())) {
        top = at;
      }
      at =
          design
              .zones()
              .find(at.get())
              .flatMap(it -> it.get(ZoneAttributes.PARENT))
              .filter(design.zones()::contains);
    }
    return top;
  }

  private static Optional<Position> place(Layout layout, String zone, List<String> members) {
    List<Position> at = members.stream().flatMap(id -> layout.of(id).stream()).toList();
    if (at.isEmpty()) {
      return layout.frameOf(zone).map(frame -> new Position(frame.x(), frame.y()));
    }
    double x = at.stream().mapToInt(Position::x).average().orElse(0);
    double y = at.stream().mapToInt(Position::y).average().orElse(0);
    Position best = at.getFirst();
    for (Position each : at) {
      if (Math.hypot(each.x() - x, each.y() - y) < Math.hypot(best.x() - x, best.y() - y)) {
        best = each;
      }
    }
    return Optional.of(best);
  }

  private record Way(String from, String to, LinkStyle style) {}

  private static void bundle(
      Design design,
      Map<String, String> holders,
      Map<String, List<String>> bundles,
      Map<String, String> heads) {
    Map<Way, String> first = new HashMap<>();
    for (Link link : design.links()) {
      String from = holders.getOrDefault(link.from(), link.from());
      String to = holders.getOrDefault(link.to(), link.to());
      boolean seen = from.equals(link.from()) && to.equals(link.to());
      if (seen || from.equals(to)) {
        continue;
      }
      String head =
          first.computeIfAbsent(new Way(from, to, LinkStyle.of(design, link)), way -> link.id());
      heads.put(link.id(), head);
      bundles.computeIfAbsent(head, h -> new ArrayList<>()).add(link.id());
    }
  }

  /// What the box of a zone is called among the elements of a drawing.
  public static String boxOf(String zone) {
    return BOX + zone;
  }

  /// The zone whose box an element of a drawing is; empty when it is no box.
  public Optional<String> zoneOf(String element) {
    return element.startsWith(BOX)
        ? Optional.of(element.substring(BOX.length())).filter(boxes::containsKey)
        : Optional.empty();
  }

  public boolean isEmpty() {
    return boxes.isEmpty();
  }

  /// Where the boxes stand, by zone.
  public Map<String, Position> boxes() {
    return boxes;
  }

  /// The design with everything that boxes hide.
  Design whole() {
    return whole;
  }

  /// The zone whose box hides a component; empty when it is to be seen.
  public Optional<String> holder(String component) {
    return Optional.ofNullable(holders.get(component));
  }

  /// The components that the box of a zone hides.
  public List<String> members(String zone) {
    return holders.entrySet().stream()
        .filter(entry -> entry.getValue().equals(zone))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The links that both begin and end in the box of a zone.
  public List<String> inside(String zone) {
    return whole.links().stream()
        .filter(link -> isIn(link.from(), zone) && isIn(link.to(), zone))
        .map(Link::id)
        .toList();
  }

  private boolean isIn(String component, String zone) {
    return holder(component).filter(zone::equals).isPresent();
  }

  /// All links that are drawn as this one, itself among them.
  public List<String> bundle(String link) {
    return bundles.getOrDefault(link, List.of(link));
  }

  /// Whether a link ends at a box.
  boolean isBundle(String link) {
    return bundles.containsKey(link);
  }

  /// What is drawn where an element is meant: itself, the box that hides it, or the link that it is
  /// drawn as.
  public String shownAs(String id) {
    String zone = holders.get(id);
    if (zone != null) {
      return boxOf(zone);
    }
    String head = heads.get(id);
    if (head != null || holders.isEmpty()) {
      return head == null ? id : head;
    }
    return whole
        .links()
        .find(id)
        .filter(link -> holder(link.from()).isPresent())
        .filter(link -> holder(link.from()).equals(holder(link.to())))
        .map(link -> boxOf(holder(link.from()).orElseThrow()))
        .orElse(id);
  }

  /// Whether the same is hidden, wherever the boxes stand.
  boolean hidesSame(Folds other) {
    return whole == other.whole
        && holders.equals(other.holders)
        && boxes.keySet().equals(other.boxes.keySet());
  }

  Map<String, String> holders() {
    return holders;
  }

  /// The design as it is drawn: boxes are components, and links end at them.
  public Design design() {
    if (isEmpty()) {
      return whole;
    }
    List<Component> components = new ArrayList<>();
    Set<String> open = new HashSet<>();
    for (Component component : whole.components()) {
      if (holder(component.id()).isEmpty()) {
        components.add(component);
        open.addAll(component.get(ComponentAttributes.ZONES).orElse(List.of()));
      }
    }
    Set<String> hidden = hiddenZones();
    hidden.removeAll(open);
    for (String zone : boxes.keySet()) {
      components.add(box(whole.zones().get(zone), hidden));
    }
    List<Link> links = new ArrayList<>();
    for (Link link : whole.links()) {
      String from = shownAs(link.from());
      String to = shownAs(link.to());
      if (from.equals(link.from()) && to.equals(link.to())) {
        links.add(link);
      } else if (isBundle(link.id())) {
        links.add(link.between(from, to));
      }
    }
    return Design.empty(whole.name())
        .withZones(whole.zones().without(List.copyOf(hidden)))
        .withComponents(Index.of(components))
        .withLinks(Index.of(links));
  }

  /// The zones that have a box, and all inside them.
  private Set<String> hiddenZones() {
    Set<String> hidden = new LinkedHashSet<>(boxes.keySet());
    int before;
    do {
      before = hidden.size();
      for (Zone zone : whole.zones()) {
        if (zone.get(ZoneAttributes.PARENT).filter(hidden::contains).isPresent()) {
          hidden.add(zone.id());
        }
      }
    } while (hidden.size() > before);
    return hidden;
  }

  private static Component box(Zone zone, Set<String> hidden) {
    Component box =
        new Component(boxOf(zone.id()), ComponentKind.SERVICE)
            .with(ComponentAttributes.NAME, zone.name());
    Optional<String> around = zone.get(ZoneAttributes.PARENT).filter(id -> !hidden.contains(id));
    return around.isPresent() ? box.with(ComponentAttributes.ZONES, List.of(around.get())) : box;
  }

  /// The layout as it is drawn: boxes in the place of what they hide. Corners and frames of what is
  /// hidden are left to whoever looks for them.
  public Layout layout(Layout layout) {
    if (isEmpty()) {
      return layout;
    }
    Map<String, Position> positions = new LinkedHashMap<>(layout.positions());
    positions.keySet().removeAll(holders.keySet());
    boxes.forEach((zone, at) -> positions.put(boxOf(zone), at));
    Map<String, List<Position>> bends = new LinkedHashMap<>(layout.bends());
    bends.keySet().removeIf(id -> isBundle(id) || !shownAs(id).equals(id));
    return new Layout(positions, Map.of(), bends, layout.frames());
  }
}

package dev.stillwater.drawing;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The frames of declared zones. Components that lie in the same zones share a frame, so that one
/// that runs in two zones stands in a frame named after both. A frame never encloses a stranger:
/// where the members stand apart, a zone has several frames. A frame that a person drew holds as
/// long as that is true of it and all members lie inside.
public final class ZoneFrames {
  /// One rectangle of a zone.
  ///
  /// @param zones those it stands for, in the order of the file
  /// @param drawn whether a person gave it its size
  public record Frame(List<Zone> zones, Box box, boolean drawn) {}

  /// The room between cards and frame, and the heading above.
  private static final double PADDING = 14;

  private static final double HEADING = 18;
  private static final int DEEPEST = 6;

  private final Design design;
  private final Layout layout;
  private final Map<String, Box> cards;
  private final Grid grid = new Grid(256);
  private final List<String> order = new ArrayList<>();

  private ZoneFrames(Design design, Layout layout, Map<String, Box> cards) {
    this.design = design;
    this.layout = layout;
    this.cards = cards;
  }

  /// The frames, outer ones first.
  public static List<Frame> of(Design design, Layout layout) {
    Map<String, Box> cards = new LinkedHashMap<>();
    for (Component component : design.components()) {
      layout.of(component.id()).ifPresent(at -> cards.put(component.id(), Card.at(at)));
    }
    return of(design, layout, cards);
  }

  /// The frames as they are drawn, with a box for each collapsed zone; outer ones first.
  public static List<Frame> drawn(Design design, Layout layout) {
    Folds folds = Folds.of(design, layout);
    if (folds.isEmpty()) {
      return of(design, layout);
    }
    List<Frame> frames = new ArrayList<>(of(folds.design(), folds.layout(layout)));
    folds
        .boxes()
        .forEach((zone, at) ->
            frames.add(new Frame(List.of(design.zones().get(zone)), Card.at(at), true)));
    return frames;
  }

  static List<Frame> of(Design design, Layout layout, Map<String, Box> cards) {
    return design.zones().isEmpty() ? List.of() : new ZoneFrames(design, layout, cards).frames();
  }

  private List<Frame> frames() {
    for (Map.Entry<String, Box> card : cards.entrySet()) {
      Box box = card.getValue();
      grid.put(order.size(), box.x(), box.y(), box.right(), box.bottom());
      order.add(card.getKey());
    }
    Map<Set<String>, List<String>> members = new LinkedHashMap<>();
    Map<Set<String>, Integer> heights = new LinkedHashMap<>();
    for (Zone zone : design.zones()) {
      members.put(Set.of(zone.id()), new ArrayList<>());
      if (layout.frameOf(zone.id()).isPresent()) {
        climb(Set.of(zone.id()), heights);
      }
    }
    for (Component component : design.components()) {
      if (!cards.containsKey(component.id())) {
        continue;
      }
      Set<String> own = declared(component);
      int height = 0;
      while (!own.isEmpty() && height < DEEPEST) {
        Set<String> key = Set.copyOf(own);
        members.computeIfAbsent(key, k -> new ArrayList<>()).add(component.id());
        heights.merge(key, height, Math::max);
        height++;
        own = parents(own);
      }
    }
    List<Map.Entry<Set<String>, List<String>>> sorted = new ArrayList<>(members.entrySet());
    sorted.removeIf(entry -> entry.getValue().isEmpty() && drawn(entry).isEmpty());
    sorted.sort(Comparator.comparingInt(entry -> -heights.getOrDefault(entry.getKey(), 0)));
    List<Frame> frames = new ArrayList<>();
    for (Map.Entry<Set<String>, List<String>> entry : sorted) {
      List<Zone> zones =
          design.zones().stream().filter(zone -> entry.getKey().contains(zone.id())).toList();
      Optional<Box> drawn = drawn(entry);
      if (drawn.isPresent()) {
        frames.add(new Frame(zones, drawn.get(), true));
        continue;
      }
      double padding = PADDING * (1 + heights.getOrDefault(entry.getKey(), 0));
      for (Box box : clusters(entry.getValue())) {
        frames.add(
            new Frame(
                zones,
                new Box(
                    box.x() - padding,
                    box.y() - padding - HEADING,
                    box.width() + 2 * padding,
                    box.height() + 2 * padding + HEADING),
                false));
      }
    }
    return frames;
  }

  /// Counts a drawn zone in those around it, so that it is drawn over them though it is empty.
  private void climb(Set<String> zone, Map<Set<String>, Integer> heights) {
    Set<String> own = zone;
    for (int height = 0; !own.isEmpty() && height < DEEPEST; height++) {
      heights.merge(Set.copyOf(own), height, Math::max);
      own = parents(own);
    }
  }

  /// The rectangle that a person drew, while all members and nobody else lie in it.
  private Optional<Box> drawn(Map.Entry<Set<String>, List<String>> entry) {
    if (entry.getKey().size() != 1) {
      return Optional.empty();
    }
    String zone = entry.getKey().iterator().next();
    return layout
        .frameOf(zone)
        .map(frame -> new Box(frame.x(), frame.y(), frame.width(), frame.height()))
        .filter(box ->
            entry.getValue().stream()
                .allMatch(id -> box.contains(Objects.requireNonNull(cards.get(id)))))
        .filter(box -> {
          boolean[] stranger = {false};
          grid.query(
              box.x() + 1,
              box.y() + 1,
              box.right() - 1,
              box.bottom() - 1,
              number -> stranger[0] |= !liesIn(order.get(number), zone));
          return !stranger[0];
        });
  }

  /// Whether a component declares a zone or one inside it.
  private boolean liesIn(String component, String zone) {
    Set<String> own = design.components().find(component).map(this::declared).orElse(Set.of());
    for (int height = 0; !own.isEmpty() && height < DEEPEST; height++) {
      if (own.contains(zone)) {
        return true;
      }
      own = parents(own);
    }
    return false;
  }

  private Set<String> declared(Component component) {
    Set<String> own = new TreeSet<>();
    for (String id : component.get(ComponentAttributes.ZONES).orElse(List.of())) {
      if (design.zones().contains(id)) {
        own.add(id);
      }
    }
    return own;
  }

  private Set<String> parents(Set<String> ids) {
    Set<String> parents = new TreeSet<>();
    for (String id : ids) {
      design
          .zones()
          .find(id)
          .flatMap(zone -> zone.get(ZoneAttributes.PARENT))
          .filter(parent -> design.zones().contains(parent) && !ids.contains(parent))
          .ifPresent(parents::add);
    }
    return parents;
  }

  /// Joins members while the box around them holds no stranger: first along columns, then along
  /// rows, until nothing changes.
  private List<Box> clusters(List<String> members) {
    Set<String> own = new HashSet<>(members);
    List<Box> boxes = new ArrayList<>();
    members.forEach(id -> boxes.add(Objects.requireNonNull(cards.get(id))));
    int before;
    do {
      before = boxes.size();
      join(boxes, own, Comparator.comparingDouble(Box::x).thenComparingDouble(Box::y));
      join(boxes, own, Comparator.comparingDouble(Box::y).thenComparingDouble(Box::x));
    } while (boxes.size() < before);
    return boxes;
  }

  private void join(List<Box> boxes, Set<String> own, Comparator<Box> along) {
    boxes.sort(along);
    int kept = 0;
    for (int i = 1; i < boxes.size(); i++) {
      Box both = boxes.get(kept).union(boxes.get(i));
      if (strangerFree(both, own)) {
        boxes.set(kept, both);
      } else {
        boxes.set(++kept, boxes.get(i));
      }
    }
    if (!boxes.isEmpty()) {
      boxes.subList(kept + 1, boxes.size()).clear();
    }
  }

  private boolean strangerFree(Box box, Set<String> own) {
    boolean[] stranger = {false};
    double room = PADDING + HEADING;
    grid.query(
        box.x() - PADDING,
        box.y() - room,
        box.right() + PADDING,
        box.bottom() + PADDING,
        id -> stranger[0] |= !own.contains(order.get(id)));
    return !stranger[0];
  }
}

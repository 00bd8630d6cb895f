package dev.stillwater.drawing;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// The frames of declared zones. Components that lie in the same zones share a frame, so that one
/// that runs in two zones stands in a frame named after both. A frame never encloses a stranger:
/// where the members stand apart, a zone has several frames.
final class ZoneFrames {
  /// One rectangle of a zone.
  ///
  /// @param ids the zones it stands for, in the order of the file
  record Frame(List<Zone> zones, Box box) {}

  /// The room between cards and frame, and the heading above.
  private static final double PADDING = 14;

  private static final double HEADING = 18;
  private static final int DEEPEST = 6;

  private final Design design;
  private final Map<String, Box> cards;
  private final Grid grid = new Grid(256);
  private final List<String> order = new ArrayList<>();

  private ZoneFrames(Design design, Map<String, Box> cards) {
    this.design = design;
    this.cards = cards;
  }

  /// The frames, outer ones first.
  static List<Frame> of(Design design, Map<String, Box> cards) {
    if (design.zones().isEmpty()) {
      return List.of();
    }
    return new ZoneFrames(design, cards).frames();
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
    sorted.removeIf(entry -> entry.getValue().isEmpty());
    sorted.sort(Comparator.comparingInt(entry -> -heights.getOrDefault(entry.getKey(), 0)));
    List<Frame> frames = new ArrayList<>();
    for (Map.Entry<Set<String>, List<String>> entry : sorted) {
      List<Zone> zones =
          design.zones().stream().filter(zone -> entry.getKey().contains(zone.id())).toList();
      double padding = PADDING * (1 + heights.getOrDefault(entry.getKey(), 0));
      for (Box box : clusters(entry.getValue())) {
        frames.add(
            new Frame(
                zones,
                new Box(
                    box.x() - padding,
                    box.y() - padding - HEADING,
                    box.width() + 2 * padding,
                    box.height() + 2 * padding + HEADING)));
      }
    }
    return frames;
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

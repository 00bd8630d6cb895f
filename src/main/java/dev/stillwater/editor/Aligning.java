package dev.stillwater.editor;

import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/// Puts selected components in line or at equal distances.
public final class Aligning {
  private Aligning() {}

  /// What is put in line.
  public enum Edge {
    LEFT("Align left edges"),
    CENTER("Align centres in a column"),
    RIGHT("Align right edges"),
    TOP("Align top edges"),
    MIDDLE("Align middles in a row"),
    BOTTOM("Align bottom edges");

    private final String title;

    Edge(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  private static Map<String, Position> selected(Document document, Selection selection) {
    Map<String, Position> result = new LinkedHashMap<>();
    for (String id : selection.components()) {
      document.layout().of(id).ifPresent(at -> result.put(id, at));
    }
    return result;
  }

  /// With the selected components in line: at the outermost edge, or in the middle of all of them.
  public static Document align(Document document, Selection selection, Edge edge) {
    Map<String, Position> cards = selected(document, selection);
    if (cards.size() < 2) {
      return document;
    }
    int left = cards.values().stream().mapToInt(Position::x).min().orElseThrow();
    int right = cards.values().stream().mapToInt(Position::x).max().orElseThrow();
    int top = cards.values().stream().mapToInt(Position::y).min().orElseThrow();
    int bottom = cards.values().stream().mapToInt(Position::y).max().orElseThrow();
    Map<String, Position> moved = new LinkedHashMap<>();
    cards.forEach((id, at) ->
        moved.put(
            id,
            switch (edge) {
              case LEFT -> new Position(left, at.y());
              case CENTER -> new Position(Point.snap((left + right) / 2.0), at.y());
              case RIGHT -> new Position(right, at.y());
              case TOP -> new Position(at.x(), top);
              case MIDDLE -> new Position(at.x(), Point.snap((top + bottom) / 2.0));
              case BOTTOM -> new Position(at.x(), bottom);
            }));
    return document.withLayout(document.layout().withAll(moved));
  }

  /// With equal distances between the selected components, the two outermost left where they are.
  ///
  /// @param across whether they stand side by side, rather than above each other
  public static Document distribute(Document document, Selection selection, boolean across) {
    Map<String, Position> cards = selected(document, selection);
    if (cards.size() < 3) {
      return document;
    }
    ToIntFunction<String> place = across ? id -> at(document, id).x() : id -> at(document, id).y();
    List<String> order = new ArrayList<>(cards.keySet());
    order.sort(Comparator.comparingInt(place));
    int first = place.applyAsInt(order.getFirst());
    int last = place.applyAsInt(order.getLast());
    Map<String, Position> moved = new LinkedHashMap<>();
    for (int i = 0; i < order.size(); i++) {
      Position at = at(document, order.get(i));
      int there = (int) Math.round(first + (double) (last - first) * i / (order.size() - 1));
      moved.put(order.get(i), across ? new Position(there, at.y()) : new Position(at.x(), there));
    }
    return document.withLayout(document.layout().withAll(moved));
  }

  private static Position at(Document document, String id) {
    Layout layout = document.layout();
    return layout.of(id).orElseThrow();
  }
}

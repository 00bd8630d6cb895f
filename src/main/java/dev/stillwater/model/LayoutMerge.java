package dev.stillwater.model;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Where things stand in two versions, put together for the design that came of them.
final class LayoutMerge {
  private final Document base;
  private final Document mine;
  private final Document theirs;
  private final ValueMerge values;

  LayoutMerge(Document base, Document mine, Document theirs, ValueMerge values) {
    this.base = base;
    this.mine = mine;
    this.theirs = theirs;
    this.values = values;
  }

  Layout of(Design merged) {
    Layout b = base.layout();
    Layout m = mine.layout();
    Layout t = theirs.layout();
    Map<String, Layout.Position> positions = new LinkedHashMap<>();
    for (String id :
        ValueMerge.order(b.positions().keySet(), m.positions().keySet(), t.positions().keySet())) {
      if (merged.components().contains(id)) {
        place(id, b, m, t).ifPresent(at -> positions.put(id, at));
      }
    }
    Map<String, String> rest = values.unknown("layout", "", b.unknown(), m.unknown(), t.unknown());
    Map<String, List<Layout.Position>> bends =
        places(
            "link",
            "Corners",
            Layout::bends,
            id -> mine.design().links().contains(id),
            id -> theirs.design().links().contains(id),
            corners -> corners.size() + " corners");
    Map<String, Layout.Frame> frames =
        places(
            "zone",
            "Frame",
            Layout::frames,
            id -> mine.design().zones().contains(id),
            id -> theirs.design().zones().contains(id),
            frame ->
                frame.width() + " × " + frame.height() + " at " + frame.x() + ", " + frame.y());
    bends.keySet().removeIf(id -> !sameEnds(merged, id));
    return new Layout(positions, rest, bends, frames, collapsed()).restrictedTo(merged);
  }

  /// Whether a zone is drawn as one box has only two answers, so that two sides never both change
  /// it to different ones.
  private Set<String> collapsed() {
    Set<String> b = base.layout().collapsed();
    Set<String> m = mine.layout().collapsed();
    Set<String> t = theirs.layout().collapsed();
    Set<String> result = new LinkedHashSet<>();
    for (String id : ValueMerge.order(b, m, t)) {
      boolean wasThere = b.contains(id);
      boolean changed = m.contains(id) != wasThere || t.contains(id) != wasThere;
      if (changed != wasThere) {
        result.add(id);
      }
    }
    return result;
  }

  /// Whether a link joins what it joined where its corners come from.
  private boolean sameEnds(Design merged, String id) {
    Optional<Link> now = merged.links().find(id);
    return now.isPresent()
        && Stream.of(mine, theirs)
            .filter(side -> side.layout().bends().containsKey(id))
            .flatMap(side -> side.design().links().find(id).stream())
            .anyMatch(
                was -> was.from().equals(now.get().from()) && was.to().equals(now.get().to()));
  }

  /// Merges what the layout knows of links or zones, as [#place] does for components.
  private <V> Map<String, V> places(
      String sort,
      String label,
      Function<Layout, Map<String, V>> of,
      Predicate<String> isMine,
      Predicate<String> isTheirs,
      Function<V, String> shown) {
    Map<String, V> b = of.apply(base.layout());
    Map<String, V> m = of.apply(mine.layout());
    Map<String, V> t = of.apply(theirs.layout());
    Map<String, V> result = new LinkedHashMap<>();
    for (String id : ValueMerge.order(b.keySet(), m.keySet(), t.keySet())) {
      Optional<V> value;
      if (!isMine.test(id) || !isTheirs.test(id)) {
        Map<String, V> left = isMine.test(id) ? m : t;
        value = Optional.ofNullable(left.get(id));
      } else {
        value =
            values.value(
                sort,
                id,
                label,
                Optional.ofNullable(b.get(id)),
                Optional.ofNullable(m.get(id)),
                Optional.ofNullable(t.get(id)),
                given -> given.map(shown).orElse("as it comes"));
      }
      value.ifPresent(v -> result.put(id, v));
    }
    return result;
  }

  /// A place that one side lost with the component holds where the component came back.
  private Optional<Layout.Position> place(String id, Layout b, Layout m, Layout t) {
    boolean goneMine = !mine.design().components().contains(id);
    boolean goneTheirs = !theirs.design().components().contains(id);
    if (goneMine || goneTheirs) {
      return (goneMine ? t : m).of(id).or(() -> b.of(id));
    }
    return values.value(
        "component",
        id,
        "Position",
        b.of(id),
        m.of(id),
        t.of(id),
        at -> at.map(p -> p.x() + ", " + p.y()).orElse("not placed"));
  }
}

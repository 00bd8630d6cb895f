package dev.stillwater.model;

import dev.stillwater.model.DocumentMerge.Conflict;
import dev.stillwater.model.DocumentMerge.Side;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Elements of two versions put together by id. One that one side removed and the other changed is
/// a conflict; so is a value that both changed.
final class ElementMerge {
  private final ValueMerge values;
  private final Unwanted unwanted;

  /// @param unwanted gets what somebody chose to remove and has to go with what hangs on it
  ElementMerge(ValueMerge values, Unwanted unwanted) {
    this.values = values;
    this.unwanted = unwanted;
  }

  /// What goes at the end, with what only made sense with it.
  record Unwanted(Set<String> components, Set<String> links) {
    Unwanted() {
      this(new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    Design takenFrom(Design design) {
      return components.isEmpty() && links.isEmpty() ? design : design.without(components, links);
    }
  }

  Index<Zone> zones(Design b, Design m, Design t) {
    return Index.of(elements("zone", b.zones(), m.zones(), t.zones(), (x, y, z) -> y));
  }

  Index<Component> components(Design b, Design m, Design t) {
    return Index.of(
        elements("component", b.components(), m.components(), t.components(), this::component));
  }

  Index<Link> links(Design b, Design m, Design t) {
    return Index.of(elements("link", b.links(), m.links(), t.links(), this::link));
  }

  Index<Journey> journeys(Design b, Design m, Design t) {
    return Index.of(elements("journey", b.journeys(), m.journeys(), t.journeys(), (x, y, z) -> y));
  }

  /// Puts the parts of an element that are no attributes together.
  private interface Shape<E> {
    /// @param base null where both sides added the element
    E of(@Nullable E base, E mine, E theirs);
  }

  private Component component(@Nullable Component b, Component m, Component t) {
    return m.withKind(
        values.value(
            "component",
            m.id(),
            "Kind",
            b == null ? null : b.kind(),
            m.kind(),
            t.kind(),
            ComponentKind::word));
  }

  private Link link(@Nullable Link b, Link m, Link t) {
    return m.between(
        values.value("link", m.id(), "From", b == null ? null : b.from(), m.from(), t.from()),
        values.value("link", m.id(), "To", b == null ? null : b.to(), m.to(), t.to()));
  }

  private <E extends Element<E>> List<E> elements(
      String sort, Index<E> b, Index<E> m, Index<E> t, Shape<E> shape) {
    Map<String, E> result = new LinkedHashMap<>();
    for (String id : ValueMerge.order(b.ids(), m.ids(), t.ids())) {
      E inBase = b.find(id).orElse(null);
      E inMine = m.find(id).orElse(null);
      E inTheirs = t.find(id).orElse(null);
      E merged = element(sort, id, inBase, inMine, inTheirs, shape);
      if (merged != null) {
        result.put(id, merged);
      }
    }
    return List.copyOf(result.values());
  }

  private <E extends Element<E>> @Nullable E element(
      String sort,
      String id,
      @Nullable E inBase,
      @Nullable E inMine,
      @Nullable E inTheirs,
      Shape<E> shape) {
    if (inMine != null && inTheirs != null) {
      return both(sort, id, inBase, inMine, inTheirs, shape);
    }
    E left = inMine == null ? inTheirs : inMine;
    if (left == null || inBase == null) {
      return left;
    }
    if (left.equals(inBase)) {
      return null;
    }
    Conflict conflict =
        new Conflict(
            sort,
            id,
            "",
            "there",
            inMine == null ? DocumentMerge.REMOVED : changes(inBase, inMine),
            inTheirs == null ? DocumentMerge.REMOVED : changes(inBase, inTheirs));
    boolean removes = values.side(conflict) == (inMine == null ? Side.MINE : Side.THEIRS);
    if (removes) {
      switch (left) {
        // These go at the end, with what only made sense with them.
        case Component component -> unwanted.components().add(id);
        case Link link -> unwanted.links().add(id);
        case Journey journey -> {
          return null;
        }
        case Zone zone -> {
          return null;
        }
      }
    }
    return left;
  }

  private static <E extends Element<E>> String changes(E before, E after) {
    List<AttributeChange> changes =
        AttributeChange.between(before.attributes(), after.attributes());
    return changes.isEmpty()
        ? "changed"
        : String.join(", ", changes.stream().map(AttributeChange::text).toList());
  }

  private <E extends Element<E>> E both(
      String sort, String id, @Nullable E inBase, E inMine, E inTheirs, Shape<E> shape) {
    if (inMine.equals(inTheirs) || inTheirs.equals(inBase)) {
      return inMine;
    }
    if (inMine.equals(inBase)) {
      return inTheirs;
    }
    // What both added is compared with nothing: every value that differs is a conflict.
    Attributes from =
        inBase == null ? Attributes.none(inMine.attributes().table()) : inBase.attributes();
    return shape
        .of(inBase, inMine, inTheirs)
        .withAttributes(
            values.attributes(sort, id, from, inMine.attributes(), inTheirs.attributes()));
  }
}

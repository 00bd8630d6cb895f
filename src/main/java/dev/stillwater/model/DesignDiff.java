package dev.stillwater.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What differs in meaning between two versions of a design. The order of a file, positions and
/// decisions do not count; what was renamed is one difference, and what merely follows it is none.
///
/// @param differences by sort: the design, its settings, zones, components, links, journeys; within
///   one first what was removed, then what is renamed or changed, then what was added, each in the
///   order of its file
/// @param renames what has another id
public record DesignDiff(List<Difference> differences, Renames renames) {
  public DesignDiff {
    differences = List.copyOf(differences);
  }

  public static DesignDiff of(Design before, Design after) {
    if (before == after) {
      return new DesignDiff(List.of(), Renames.NONE);
    }
    Renames renames = RenameFinder.find(before, after);
    List<Difference> result = new ArrayList<>();
    add(result, Difference.Sort.DESIGN, ofItself(before, after));
    add(
        result,
        Difference.Sort.SETTINGS,
        AttributeChange.between(before.settings(), after.settings()));
    compare(
        result,
        Difference.Sort.ZONE,
        before.zones(),
        after.zones(),
        renames::translated,
        (was, is) -> List.of());
    compare(
        result,
        Difference.Sort.COMPONENT,
        before.components(),
        after.components(),
        renames::translated,
        DesignDiff::ofKind);
    compare(
        result,
        Difference.Sort.LINK,
        before.links(),
        after.links(),
        renames::translated,
        DesignDiff::ofEnds);
    compare(
        result,
        Difference.Sort.JOURNEY,
        before.journeys(),
        after.journeys(),
        renames::translated,
        (was, is) -> List.of());
    return new DesignDiff(result, renames);
  }

  public boolean isEmpty() {
    return differences.isEmpty();
  }

  public List<Difference> of(Difference.Sort sort) {
    return differences.stream().filter(difference -> difference.sort() == sort).toList();
  }

  public int count(Difference.Sort sort, Difference.Kind kind) {
    return (int) differences.stream().filter(it -> it.sort() == sort && it.kind() == kind).count();
  }

  private static List<AttributeChange> ofItself(Design before, Design after) {
    List<AttributeChange> changes = new ArrayList<>();
    if (!before.name().equals(after.name())) {
      changes.add(AttributeChange.of("name", "Name", before.name(), after.name()));
    }
    if (!before.description().equals(after.description())) {
      changes.add(
          AttributeChange.of(
              "description", "Description", before.description(), after.description()));
    }
    AttributeChange.addUnknown(before.unknown(), after.unknown(), changes);
    return changes;
  }

  private static List<AttributeChange> ofKind(Component before, Component after) {
    return before.kind() == after.kind()
        ? List.of()
        : List.of(AttributeChange.of("kind", "Kind", before.kind().word(), after.kind().word()));
  }

  private static List<AttributeChange> ofEnds(Link before, Link after) {
    List<AttributeChange> changes = new ArrayList<>();
    if (!before.from().equals(after.from())) {
      changes.add(AttributeChange.of("from", "From", before.from(), after.from()));
    }
    if (!before.to().equals(after.to())) {
      changes.add(AttributeChange.of("to", "To", before.to(), after.to()));
    }
    return changes;
  }

  private static void add(
      List<Difference> into, Difference.Sort sort, List<AttributeChange> changes) {
    if (!changes.isEmpty()) {
      into.add(new Difference(sort, Difference.Kind.CHANGED, null, null, changes));
    }
  }

  private static <E extends Element<E>> void compare(
      List<Difference> into,
      Difference.Sort sort,
      Index<E> before,
      Index<E> after,
      Function<E, E> translated,
      BiFunction<E, E, List<AttributeChange>> besides) {
    List<Difference> changed = new ArrayList<>();
    Set<String> kept = new HashSet<>();
    for (E was : before) {
      E expected = translated.apply(was);
      E is = after.find(expected.id()).orElse(null);
      if (is == null) {
        into.add(new Difference(sort, Difference.Kind.REMOVED, was, null, List.of()));
        continue;
      }
      kept.add(is.id());
      List<AttributeChange> changes = new ArrayList<>(besides.apply(expected, is));
      changes.addAll(AttributeChange.between(expected.attributes(), is.attributes()));
      boolean renamed = !is.id().equals(was.id()) && !followsItsEnds(was, is);
      if (renamed || !changes.isEmpty()) {
        changed.add(
            new Difference(
                sort,
                renamed ? Difference.Kind.RENAMED : Difference.Kind.CHANGED,
                was,
                is,
                changes));
      }
    }
    into.addAll(changed);
    for (E is : after) {
      if (!kept.contains(is.id())) {
        into.add(new Difference(sort, Difference.Kind.ADDED, null, is, List.of()));
      }
    }
  }

  /// A link without an id of its own is called by its ends.
  private static boolean followsItsEnds(Element<?> was, Element<?> is) {
    return was instanceof Link before
        && is instanceof Link after
        && before.id().equals(Link.impliedId(before.from(), before.to()))
        && after.id().equals(Link.impliedId(after.from(), after.to()));
  }
}

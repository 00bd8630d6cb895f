package dev.stillwater.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.DocumentMerge.Conflict;
import dev.stillwater.model.DocumentMerge.Merged;
import dev.stillwater.model.DocumentMerge.Side;
import dev.stillwater.testing.Checkout;
import dev.stillwater.testing.RandomEdits;
import dev.stillwater.testing.SmallDesigns;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DocumentMergeTest {
  private static final Document BASE = Checkout.document();

  private static Document with(UnaryOperator<Design> change) {
    return BASE.withDesign(change.apply(BASE.design()));
  }

  private static Design replicas(Design design, int replicas) {
    return design.with(
        design.components().get("order").with(ComponentAttributes.REPLICAS, replicas));
  }

  private static List<String> keys(Merged merged) {
    return merged.conflicts().stream().map(Conflict::key).toList();
  }

  @Test
  void valuesOfOneElementThatDifferentPeopleChangedAreBothTaken() {
    Document mine = with(d -> replicas(d, 9));
    Document theirs =
        with(
            d -> d.with(d.components().get("order").with(ComponentAttributes.OWNER, "team-order")));
    Merged merged = DocumentMerge.of(BASE, mine, theirs);
    assertThat(merged.conflicts()).isEmpty();
    Component order = merged.document().design().components().get("order");
    assertThat(order.get(ComponentAttributes.REPLICAS)).contains(9);
    assertThat(order.get(ComponentAttributes.OWNER)).contains("team-order");
  }

  @Test
  void theSameValueChangedTwiceIsAConflictAndEitherCanBeChosen() {
    Document mine = with(d -> replicas(d, 9));
    Document theirs = with(d -> replicas(d, 5));
    Merged merged = DocumentMerge.of(BASE, mine, theirs);
    assertThat(keys(merged)).containsExactly("component:order:Replicas");
    assertThat(merged.conflicts().getFirst().mine()).isEqualTo("9");
    assertThat(merged.conflicts().getFirst().theirs()).isEqualTo("5");
    assertThat(merged.document()).isEqualTo(mine);
    assertThat(DocumentMerge.of(BASE, mine, theirs, c -> Side.THEIRS).document()).isEqualTo(theirs);
  }

  @Test
  void whatOneRemovedAndTheOtherChangedStaysUntilSomebodyChooses() {
    Document mine = with(d -> d.without(List.of("email"), List.of()));
    Document theirs =
        with(d -> d.with(d.components().get("email").with(ComponentAttributes.REPLICAS, 4)));
    Merged merged = DocumentMerge.of(BASE, mine, theirs);
    assertThat(keys(merged)).containsExactly("component:email:");
    assertThat(merged.document().design().components().contains("email")).isTrue();
    Merged chosen = DocumentMerge.of(BASE, mine, theirs, c -> Side.MINE);
    assertThat(chosen.document().design().components().contains("email")).isFalse();
    assertThat(DocumentMerge.of(BASE, theirs, mine, c -> Side.THEIRS).document().design())
        .isEqualTo(chosen.document().design());
  }

  @Test
  void whatOneRemovedAndTheOtherLinkedToComesBack() {
    Document mine = with(d -> d.without(List.of("email"), List.of()));
    Document theirs = with(d -> d.with(new Link("new", "shopper", "email")));
    Merged merged = DocumentMerge.of(BASE, mine, theirs);
    assertThat(keys(merged)).containsExactly("component:email:");
    assertThat(merged.conflicts().getFirst().theirs()).isEqualTo("still used");
    assertThat(merged.document().design().links().contains("new")).isTrue();
    assertThat(merged.document().layout().of("email")).isEqualTo(BASE.layout().of("email"));
    Design without = DocumentMerge.of(BASE, mine, theirs, c -> Side.MINE).document().design();
    assertThat(without.components().contains("email")).isFalse();
    assertThat(without.links().contains("new")).isFalse();
  }

  @Test
  void whatBothAddedUnderOneIdIsComparedValueByValue() {
    Document mine = with(d -> d.with(new Component("audit", ComponentKind.SERVICE)));
    Document theirs =
        with(d ->
            d.with(
                new Component("audit", ComponentKind.CACHE).with(ComponentAttributes.REPLICAS, 2)));
    Merged merged = DocumentMerge.of(BASE, mine, theirs);
    assertThat(keys(merged)).containsExactly("component:audit:Kind");
    Component audit = merged.document().design().components().get("audit");
    assertThat(audit.kind()).isEqualTo(ComponentKind.SERVICE);
    assertThat(audit.get(ComponentAttributes.REPLICAS)).contains(2);
  }

  @Test
  void placesAreMergedForEachComponent() {
    Document mine = BASE.withLayout(BASE.layout().with("order", new Layout.Position(1000, 8)));
    Document theirs = BASE.withLayout(BASE.layout().with("email", new Layout.Position(2000, 16)));
    Merged merged = DocumentMerge.of(BASE, mine, theirs);
    assertThat(merged.conflicts()).isEmpty();
    assertThat(merged.document().layout().of("order")).contains(new Layout.Position(1000, 8));
    assertThat(merged.document().layout().of("email")).contains(new Layout.Position(2000, 16));
    assertThat(merged.document().design()).isEqualTo(BASE.design());
  }

  @Test
  void whatStandsNextToNewElementsKeepsItsOrder() {
    Document mine = with(d -> d.with(new Component("last", ComponentKind.SERVICE)));
    Document theirs = with(d -> d.with(new Component("later", ComponentKind.SERVICE)));
    List<String> ids =
        List.copyOf(DocumentMerge.of(BASE, mine, theirs).document().design().components().ids());
    assertThat(ids).containsAll(List.of("last", "later"));
    assertThat(ids.subList(0, ids.size() - 2))
        .isEqualTo(List.copyOf(BASE.design().components().ids()));
  }

  /// `-Dmerge.pairs=2000` for the long run.
  @Test
  void randomEditsOnBothSidesAreMergedWithoutLossAndConflictOnlyWhereBothChangedTheSame() {
    int pairs = Integer.getInteger("merge.pairs", 200);
    int conflicts = 0;
    for (int seed = 0; seed < pairs; seed++) {
      Document base = RandomEdits.drawn(SmallDesigns.any(seed));
      Document mine = RandomEdits.of(base, 31L * seed + 1, "m");
      Document theirs = RandomEdits.of(base, 17L * seed + 2, "t");
      Merged merged = DocumentMerge.of(base, mine, theirs);
      String what = "seed " + seed;
      assertThat(DocumentMerge.of(base, mine, base).document()).as(what).isEqualTo(mine);
      assertThat(DocumentMerge.of(base, base, theirs).document()).as(what).isEqualTo(theirs);
      assertThat(DocumentMerge.of(base, mine, mine).document()).as(what).isEqualTo(mine);
      assertThat(DocumentMerge.of(base, mine, mine).conflicts()).as(what).isEmpty();
      assertThat(disputed(DocumentMerge.of(base, theirs, mine)))
          .as(what)
          .isEqualTo(disputed(merged));
      nothingIsDropped(base, mine, theirs, merged, what);
      legal(merged.document(), what);
      legal(DocumentMerge.of(base, mine, theirs, c -> Side.MINE).document(), what);
      legal(DocumentMerge.of(base, mine, theirs, c -> Side.THEIRS).document(), what);
      conflicts += merged.conflicts().size();
    }
    assertThat(conflicts).as("the edits do meet").isGreaterThan(pairs / 4);
  }

  /// Conflicts that are there whatever is chosen in others: which way a journey takes decides which
  /// links it needs.
  private static Set<String> disputed(Merged merged) {
    Set<String> keys = new HashSet<>();
    for (Conflict conflict : merged.conflicts()) {
      if (!conflict.mine().equals("still used") && !conflict.theirs().equals("still used")) {
        keys.add(conflict.key());
      }
    }
    return keys;
  }

  private static void legal(Document document, String what) {
    Design design = document.design();
    for (Link link : design.links()) {
      assertThat(design.components().contains(link.from())).as(what + link).isTrue();
      assertThat(design.components().contains(link.to())).as(what + link).isTrue();
    }
    for (Journey journey : design.journeys()) {
      assertThat(journey.namedLinks()).as(what + journey.id()).isNotEmpty();
      assertThat(journey.namedLinks()).as(what).allMatch(design.links()::contains);
    }
    assertThat(design.components().ids())
        .as(what)
        .containsAll(document.layout().positions().keySet());
  }

  private void nothingIsDropped(
      Document base, Document mine, Document theirs, Merged merged, String what) {
    Set<String> keys = new HashSet<>(keys(merged));
    Design result = merged.document().design();
    Set<String> expected = new HashSet<>();
    elements(
        "component",
        base.design().components(),
        mine.design().components(),
        theirs.design().components(),
        result.components(),
        expected,
        keys,
        what);
    elements(
        "link",
        base.design().links(),
        mine.design().links(),
        theirs.design().links(),
        result.links(),
        expected,
        keys,
        what);
    elements(
        "journey",
        base.design().journeys(),
        mine.design().journeys(),
        theirs.design().journeys(),
        result.journeys(),
        expected,
        keys,
        what);
    for (Component component : base.design().components()) {
      String id = component.id();
      Optional<Layout.Position> b = base.layout().of(id);
      Optional<Layout.Position> m = mine.layout().of(id);
      Optional<Layout.Position> t = theirs.layout().of(id);
      boolean both =
          mine.design().components().contains(id) && theirs.design().components().contains(id);
      if (both) {
        assertThat(merged.document().layout().of(id)).as(what + id).isEqualTo(m.equals(b) ? t : m);
        if (!m.equals(b) && !t.equals(b) && !m.equals(t)) {
          expected.add("component:" + id + ":Position");
        }
      }
    }
    elements(
        "zone",
        base.design().zones(),
        mine.design().zones(),
        theirs.design().zones(),
        result.zones(),
        expected,
        keys,
        what);
    drawing(base, mine, theirs, merged.document(), expected, keys, what);
    views(base, mine, theirs, merged.document(), expected, keys, what);
    keys.removeAll(expected);
    assertThat(keys).as(what + ": conflicts that are none").isEmpty();
  }

  /// Frames, collapsed zones and corners of what both sides still have.
  private static void drawing(
      Document base,
      Document mine,
      Document theirs,
      Document merged,
      Set<String> expected,
      Set<String> keys,
      String what) {
    for (Zone zone : merged.design().zones()) {
      String id = zone.id();
      if (!mine.design().zones().contains(id) || !theirs.design().zones().contains(id)) {
        continue;
      }
      value(
          "zone:" + id + ":Frame",
          base.layout().frameOf(id),
          mine.layout().frameOf(id),
          theirs.layout().frameOf(id),
          merged.layout().frameOf(id),
          expected,
          keys,
          what);
      boolean was = base.layout().collapsed().contains(id);
      boolean my = mine.layout().collapsed().contains(id);
      boolean their = theirs.layout().collapsed().contains(id);
      assertThat(merged.layout().collapsed().contains(id))
          .as(what + " collapsed " + id)
          .isEqualTo(my == was ? their : my);
    }
    for (Link link : merged.design().links()) {
      Optional<Link> my = mine.design().links().find(link.id());
      Optional<Link> their = theirs.design().links().find(link.id());
      if (my.isEmpty() || their.isEmpty()) {
        continue;
      }
      String key = "link:" + link.id() + ":Corners";
      if (ends(my.get()).equals(ends(link)) && ends(their.get()).equals(ends(link))) {
        value(
            key,
            Optional.of(base.layout().bendsOf(link.id())),
            Optional.of(mine.layout().bendsOf(link.id())),
            Optional.of(theirs.layout().bendsOf(link.id())),
            Optional.of(merged.layout().bendsOf(link.id())),
            expected,
            keys,
            what);
      } else {
        expected.add(key);
      }
    }
  }

  private static List<String> ends(Link link) {
    return List.of(link.from(), link.to());
  }

  private static void views(
      Document base,
      Document mine,
      Document theirs,
      Document merged,
      Set<String> expected,
      Set<String> keys,
      String what) {
    Set<String> names = new HashSet<>();
    mine.views().forEach(view -> names.add(view.name()));
    theirs.views().forEach(view -> names.add(view.name()));
    for (String name : names) {
      Optional<NamedView> b = view(base, name);
      Optional<NamedView> m = view(mine, name);
      Optional<NamedView> t = view(theirs, name);
      Optional<NamedView> is = view(merged, name);
      if (m.isPresent() && t.isPresent()) {
        for (Attribute<?> attribute : m.get().attributes().table().all()) {
          value(
              "view:" + name + ":" + attribute.label(),
              b.flatMap(view -> view.attributes().get(attribute)),
              m.get().attributes().get(attribute),
              t.get().attributes().get(attribute),
              is.orElseThrow().attributes().get(attribute),
              expected,
              keys,
              what);
        }
      } else {
        NamedView left = m.or(() -> t).orElseThrow();
        if (!b.equals(Optional.of(left))) {
          assertThat(is).as(what + " view " + name).contains(left);
          expected.add("view:" + name + ":");
        }
      }
    }
  }

  private static Optional<NamedView> view(Document document, String name) {
    return document.views().stream().filter(view -> view.name().equals(name)).findFirst();
  }

  /// Looks at every value by itself, with no knowledge of how the merge goes about it.
  private <E extends Element<E>> void elements(
      String sort,
      Index<E> base,
      Index<E> mine,
      Index<E> theirs,
      Index<E> result,
      Set<String> expected,
      Set<String> keys,
      String what) {
    Set<String> ids = new HashSet<>(mine.ids());
    ids.addAll(theirs.ids());
    for (String id : ids) {
      Optional<E> b = base.find(id);
      Optional<E> m = mine.find(id);
      Optional<E> t = theirs.find(id);
      String element = what + " " + sort + " " + id;
      if (m.isEmpty() || t.isEmpty()) {
        E left = m.or(() -> t).orElseThrow();
        if (b.isEmpty()) {
          assertThat(result.find(id)).as(element).contains(left);
        } else if (!left.equals(b.get())) {
          assertThat(result.find(id)).as(element).contains(left);
          expected.add(sort + ":" + id + ":");
          assertThat(keys).as(element).contains(sort + ":" + id + ":");
        } else if (result.contains(id)) {
          // Only what the other side came to need comes back, and that is said.
          assertThat(keys).as(element).contains(sort + ":" + id + ":");
          expected.add(sort + ":" + id + ":");
        }
        continue;
      }
      E is = result.get(id);
      for (Attribute<?> attribute : is.attributes().table().all()) {
        boolean way = attribute == JourneyAttributes.PATH || attribute == JourneyAttributes.ENTRY;
        if (!way) {
          value(
              sort + ":" + id + ":" + attribute.label(),
              b.flatMap(e -> e.get(attribute)),
              m.get().get(attribute),
              t.get().get(attribute),
              is.get(attribute),
              expected,
              keys,
              element);
        }
      }
      expected.add("journey:" + id + ":Way");
      if (m.get() instanceof Component my
          && t.get() instanceof Component their
          && is instanceof Component merged) {
        value(
            sort + ":" + id + ":Kind",
            b.map(e -> ((Component) (Element<?>) e).kind()),
            Optional.of(my.kind()),
            Optional.of(their.kind()),
            Optional.of(merged.kind()),
            expected,
            keys,
            element);
      }
      if (m.get() instanceof Link my
          && t.get() instanceof Link their
          && is instanceof Link merged) {
        value(
            sort + ":" + id + ":From",
            b.map(e -> ((Link) (Element<?>) e).from()),
            Optional.of(my.from()),
            Optional.of(their.from()),
            Optional.of(merged.from()),
            expected,
            keys,
            element);
        expected.add(sort + ":" + id + ":To");
      }
    }
  }

  private static void value(
      String key,
      Optional<?> base,
      Optional<?> mine,
      Optional<?> theirs,
      Optional<?> result,
      Set<String> expected,
      Set<String> keys,
      String element) {
    Object right = mine.equals(base) ? theirs : mine;
    assertThat((Object) result).as(element + " " + key).isEqualTo(right);
    if (!mine.equals(base) && !theirs.equals(base) && !mine.equals(theirs)) {
      assertThat(keys).as(element).contains(key);
      expected.add(key);
    }
  }
}

package dev.stillwater.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Two edited versions of a document put together from what both began with.
///
/// Elements are told apart by id, and within an element every value stands for itself: what only
/// one side changed is taken, what both changed alike is taken once. A conflict is a value that
/// both changed to different ones, an element that one side removed and the other changed, and an
/// element that one side removed and the other came to need. Nothing is dropped silently: until
/// somebody chooses, mine holds for values, and what one side still wants stays.
public final class DocumentMerge {
  /// Whose version.
  public enum Side implements Word {
    MINE,
    THEIRS
  }

  /// Something that the two sides do not agree on.
  ///
  /// @param sort of the element: `component`; `design` for what belongs to no element
  /// @param id of the element; empty for the design
  /// @param label of the value for people: `Timeout`; empty where the whole element is concerned
  /// @param base what both began with, for people
  /// @param mine what I made of it; `removed` for nothing
  /// @param theirs what they made of it
  public record Conflict(
      String sort, String id, String label, String base, String mine, String theirs) {
    /// What tells conflicts of one merge apart.
    public String key() {
      return sort + ":" + id + ":" + label;
    }
  }

  private static final String ABSENT = "not declared";
  private static final String REMOVED = "removed";

  private final Document base;
  private final Document mine;
  private final Document theirs;
  private final Function<Conflict, Side> choose;
  private final Map<String, Conflict> conflicts = new LinkedHashMap<>();
  private final Set<String> unwantedComponents = new LinkedHashSet<>();
  private final Set<String> unwantedLinks = new LinkedHashSet<>();

  private DocumentMerge(
      Document base, Document mine, Document theirs, Function<Conflict, Side> choose) {
    this.base = base;
    this.mine = mine;
    this.theirs = theirs;
    this.choose = choose;
  }

  /// What came of it.
  ///
  /// @param document complete and legal, with the choices made
  /// @param conflicts all of them, in the order of the file, also those that were chosen
  public record Merged(Document document, List<Conflict> conflicts) {
    public Merged {
      conflicts = List.copyOf(conflicts);
    }
  }

  /// The merge with nothing chosen yet: mine where both changed a value, and an element stays where
  /// only one side removed it.
  public static Merged of(Document base, Document mine, Document theirs) {
    return of(base, mine, theirs, DocumentMerge::kept);
  }

  /// The side that holds until somebody chooses: the one that loses nothing.
  public static Side kept(Conflict conflict) {
    boolean removed = conflict.label().isEmpty() && conflict.mine().equals(REMOVED);
    return removed ? Side.THEIRS : Side.MINE;
  }

  /// The merge with every conflict decided by somebody.
  public static Merged of(
      Document base, Document mine, Document theirs, Function<Conflict, Side> choose) {
    DocumentMerge merge = new DocumentMerge(base, mine, theirs, choose);
    Document document = merge.run();
    return new Merged(document, List.copyOf(merge.conflicts.values()));
  }

  private Side side(Conflict conflict) {
    conflicts.putIfAbsent(conflict.key(), conflict);
    return choose.apply(conflict);
  }

  private Document run() {
    Design b = base.design();
    Design m = mine.design();
    Design t = theirs.design();
    Index<Zone> zones = Index.of(elements("zone", b.zones(), m.zones(), t.zones(), (x, y, z) -> y));
    Index<Component> components =
        Index.of(
            elements("component", b.components(), m.components(), t.components(), this::component));
    Index<Link> links = Index.of(elements("link", b.links(), m.links(), t.links(), this::link));
    Index<Journey> journeys =
        Index.of(elements("journey", b.journeys(), m.journeys(), t.journeys(), (x, y, z) -> y));
    Design merged =
        Design.empty(value("design", "", "Name", b.name(), m.name(), t.name()))
            .withDescription(
                value(
                    "design", "", "Description", b.description(), m.description(), t.description()))
            .withSettings(attributes("settings", "", b.settings(), m.settings(), t.settings()))
            .withZones(zones)
            .withComponents(components)
            .withLinks(links)
            .withJourneys(journeys);
    merged = withUnknown(merged, b, m, t);
    merged = complete(merged);
    if (!unwantedComponents.isEmpty() || !unwantedLinks.isEmpty()) {
      merged = merged.without(unwantedComponents, unwantedLinks);
    }
    return new Document(merged, layout(merged), scenarios(), decisions(), views());
  }

  private static Design withUnknown(Design design, Map<String, String> unknown) {
    return new Design(
        design.name(),
        design.description(),
        design.settings(),
        design.zones(),
        design.components(),
        design.links(),
        design.journeys(),
        unknown);
  }

  private Design withUnknown(Design merged, Design b, Design m, Design t) {
    return withUnknown(merged, unknown("design", "", b.unknown(), m.unknown(), t.unknown()));
  }

  /// Puts the parts of an element that are no attributes together.
  private interface Shape<E> {
    /// @param base null where both sides added the element
    E of(@Nullable E base, E mine, E theirs);
  }

  private Component component(@Nullable Component b, Component m, Component t) {
    return m.withKind(
        value(
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
        value("link", m.id(), "From", b == null ? null : b.from(), m.from(), t.from()),
        value("link", m.id(), "To", b == null ? null : b.to(), m.to(), t.to()));
  }

  private static String way(Journey journey) {
    return String.join(" ", journey.namedLinks());
  }

  private static Journey withWay(Journey journey, Journey from) {
    Attributes attributes =
        journey
            .attributes()
            .without(JourneyAttributes.PATH)
            .without(JourneyAttributes.ENTRY)
            .copyFrom(from.attributes(), JourneyAttributes.PATH, JourneyAttributes.ENTRY);
    return journey.withAttributes(attributes);
  }

  private <E extends Element<E>> List<E> elements(
      String sort, Index<E> b, Index<E> m, Index<E> t, Shape<E> shape) {
    Map<String, E> result = new LinkedHashMap<>();
    for (String id : order(b.ids(), m.ids(), t.ids())) {
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
            inMine == null ? REMOVED : changes(inBase, inMine),
            inTheirs == null ? REMOVED : changes(inBase, inTheirs));
    boolean removes = side(conflict) == (inMine == null ? Side.MINE : Side.THEIRS);
    if (removes) {
      switch (left) {
        // These go at the end, with what only made sense with them.
        case Component component -> unwantedComponents.add(id);
        case Link link -> unwantedLinks.add(id);
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
        .withAttributes(attributes(sort, id, from, inMine.attributes(), inTheirs.attributes()));
  }

  private Attributes attributes(String sort, String id, Attributes b, Attributes m, Attributes t) {
    Attributes result = m;
    boolean journey = b.table() == JourneyAttributes.TABLE;
    for (Attribute<?> attribute : m.table().all()) {
      boolean way = attribute == JourneyAttributes.PATH || attribute == JourneyAttributes.ENTRY;
      if (!(journey && way)) {
        result = attribute(sort, id, attribute, b, m, t, result);
      }
    }
    if (journey) {
      Journey chosen = way(id, b, m, t);
      result = withWay(new Journey(id).withAttributes(result), chosen).attributes();
    }
    return result.withUnknown(unknown(sort, id, b.unknown(), m.unknown(), t.unknown()));
  }

  /// A journey has a path or an entry, never both: they are one value.
  private Journey way(String id, Attributes b, Attributes m, Attributes t) {
    Journey inBase = new Journey(id).withAttributes(b);
    Journey inMine = new Journey(id).withAttributes(m);
    Journey inTheirs = new Journey(id).withAttributes(t);
    return value(
        "journey", id, "Way", inBase, inMine, inTheirs, DocumentMerge::way, DocumentMerge::sameWay);
  }

  private static boolean sameWay(Journey a, Journey b) {
    return a.get(JourneyAttributes.PATH).equals(b.get(JourneyAttributes.PATH))
        && a.get(JourneyAttributes.ENTRY).equals(b.get(JourneyAttributes.ENTRY));
  }

  private <T> Attributes attribute(
      String sort,
      String id,
      Attribute<T> attribute,
      Attributes b,
      Attributes m,
      Attributes t,
      Attributes into) {
    Optional<T> value =
        value(
            sort,
            id,
            attribute.label(),
            b.get(attribute),
            m.get(attribute),
            t.get(attribute),
            given -> given.map(v -> String.valueOf(attribute.type().toPlain(v))).orElse(ABSENT));
    return into.set(attribute, value.orElse(null));
  }

  private Map<String, String> unknown(
      String sort, String id, Map<String, String> b, Map<String, String> m, Map<String, String> t) {
    Map<String, String> result = new LinkedHashMap<>();
    for (String key : order(b.keySet(), m.keySet(), t.keySet())) {
      Optional<String> value =
          value(
              sort,
              id,
              key,
              Optional.ofNullable(b.get(key)),
              Optional.ofNullable(m.get(key)),
              Optional.ofNullable(t.get(key)),
              given -> given.orElse(ABSENT));
      value.ifPresent(json -> result.put(key, json));
    }
    return result;
  }

  private String value(
      String sort, String id, String label, @Nullable String b, String m, String t) {
    return value(sort, id, label, b, m, t, text -> text);
  }

  private <T> T value(
      String sort, String id, String label, @Nullable T b, T m, T t, Function<T, String> shown) {
    return value(sort, id, label, b, m, t, shown, Objects::equals);
  }

  private <T> T value(
      String sort,
      String id,
      String label,
      @Nullable T b,
      T m,
      T t,
      Function<T, String> shown,
      BiPredicate<T, T> same) {
    if (same.test(m, t) || b != null && same.test(t, b)) {
      return m;
    }
    if (b != null && same.test(m, b)) {
      return t;
    }
    Conflict conflict =
        new Conflict(
            sort, id, label, b == null ? "" : shown.apply(b), shown.apply(m), shown.apply(t));
    return side(conflict) == Side.MINE ? m : t;
  }

  /// All ids, in the order of the side that changed it; what only the other side has follows what
  /// it followed there.
  private static List<String> order(
      Collection<String> b, Collection<String> m, Collection<String> t) {
    List<String> mineOfBase = m.stream().filter(new HashSet<>(b)::contains).toList();
    List<String> baseOfMine = b.stream().filter(new HashSet<>(m)::contains).toList();
    boolean moved = !mineOfBase.equals(baseOfMine);
    Collection<String> first = moved ? m : t;
    Collection<String> second = moved ? t : m;
    List<String> result = new ArrayList<>(first);
    Set<String> there = new HashSet<>(first);
    String before = null;
    for (String id : second) {
      if (there.add(id)) {
        result.add(before == null ? 0 : result.indexOf(before) + 1, id);
      }
      before = id;
    }
    return result;
  }

  /// Brings back what one side removed and the other came to need: the ends of links, the links of
  /// journeys, and components that others name.
  private Design complete(Design merged) {
    Design result = merged;
    boolean again = true;
    while (again) {
      again = false;
      for (String id : missingLinks(result)) {
        Optional<Link> link = lost(id, design -> design.links().find(id));
        if (link.isPresent()) {
          result = result.with(link.get());
          needed("link", id);
          again = true;
        }
      }
      for (String id : missingComponents(result)) {
        Optional<Component> component = lost(id, design -> design.components().find(id));
        if (component.isPresent()) {
          result = result.with(component.get());
          needed("component", id);
          again = true;
        }
      }
    }
    return result;
  }

  private <E> Optional<E> lost(String id, Function<Design, Optional<E>> find) {
    return find.apply(mine.design()).or(() -> find.apply(theirs.design()));
  }

  private void needed(String sort, String id) {
    boolean inMine =
        sort.equals("link")
            ? mine.design().links().contains(id)
            : mine.design().components().contains(id);
    Conflict conflict =
        new Conflict(
            sort,
            id,
            "",
            "there",
            inMine ? "still used" : REMOVED,
            inMine ? REMOVED : "still used");
    if (conflicts.containsKey(conflict.key())) {
      return;
    }
    if (side(conflict) == (inMine ? Side.THEIRS : Side.MINE)) {
      (sort.equals("link") ? unwantedLinks : unwantedComponents).add(id);
    }
  }

  private static Set<String> missingLinks(Design design) {
    Set<String> missing = new LinkedHashSet<>();
    for (Journey journey : design.journeys()) {
      journey.namedLinks().stream()
          .filter(id -> !design.links().contains(id))
          .forEach(missing::add);
    }
    return missing;
  }

  private static Set<String> missingComponents(Design design) {
    Set<String> missing = new LinkedHashSet<>();
    for (Link link : design.links()) {
      missing.add(link.from());
      missing.add(link.to());
    }
    design.components().forEach(component -> references(component, missing));
    design.links().forEach(link -> references(link, missing));
    missing.removeIf(design.components()::contains);
    return missing;
  }

  private static void references(Element<?> element, Set<String> into) {
    for (Attribute<?> attribute : element.attributes().declared()) {
      if (attribute.type() instanceof ValueType.Reference reference
          && reference.target() == ValueType.Reference.Target.COMPONENT) {
        element.get(attribute).map(Object::toString).ifPresent(into::add);
      }
    }
  }

  private Layout layout(Design merged) {
    Layout b = base.layout();
    Layout m = mine.layout();
    Layout t = theirs.layout();
    Map<String, Layout.Position> positions = new LinkedHashMap<>();
    for (String id :
        order(b.positions().keySet(), m.positions().keySet(), t.positions().keySet())) {
      if (merged.components().contains(id)) {
        place(id, b, m, t).ifPresent(at -> positions.put(id, at));
      }
    }
    Map<String, String> rest = unknown("layout", "", b.unknown(), m.unknown(), t.unknown());
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
    for (String id : order(b, m, t)) {
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
    for (String id : order(b.keySet(), m.keySet(), t.keySet())) {
      Optional<V> value;
      if (!isMine.test(id) || !isTheirs.test(id)) {
        Map<String, V> left = isMine.test(id) ? m : t;
        value = Optional.ofNullable(left.get(id));
      } else {
        value =
            value(
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
    return value(
        "component",
        id,
        "Position",
        b.of(id),
        m.of(id),
        t.of(id),
        at -> at.map(p -> p.x() + ", " + p.y()).orElse("not placed"));
  }

  private List<Scenario> scenarios() {
    return named(
        "scenario",
        base.scenarios(),
        mine.scenarios(),
        theirs.scenarios(),
        Scenario::name,
        Scenario::attributes,
        Scenario::new);
  }

  private List<Decision> decisions() {
    return named(
        "decision",
        base.decisions(),
        mine.decisions(),
        theirs.decisions(),
        Decision::target,
        Decision::attributes,
        Decision::new);
  }

  private List<NamedView> views() {
    return named(
        "view",
        base.views(),
        mine.views(),
        theirs.views(),
        NamedView::name,
        NamedView::attributes,
        NamedView::new);
  }

  /// Entries of a list are told apart by name; those of the same name, the first with the first.
  private <E> List<E> named(
      String sort,
      List<E> b,
      List<E> m,
      List<E> t,
      Function<E, String> name,
      Function<E, Attributes> attributes,
      BiFunction<String, Attributes, E> make) {
    Map<String, E> inBase = numbered(b, name);
    Map<String, E> inMine = numbered(m, name);
    Map<String, E> inTheirs = numbered(t, name);
    List<E> result = new ArrayList<>();
    for (String key : order(inBase.keySet(), inMine.keySet(), inTheirs.keySet())) {
      E was = inBase.get(key);
      E my = inMine.get(key);
      E their = inTheirs.get(key);
      E left = my == null ? their : my;
      if (my != null && their != null) {
        Attributes from =
            was == null ? Attributes.none(attributes.apply(my).table()) : attributes.apply(was);
        result.add(
            make.apply(
                name.apply(my),
                attributes(sort, key, from, attributes.apply(my), attributes.apply(their))));
      } else if (left != null && was == null) {
        result.add(left);
      } else if (left != null && !left.equals(was)) {
        Conflict conflict =
            new Conflict(
                sort,
                key,
                "",
                "there",
                my == null ? REMOVED : "changed",
                their == null ? REMOVED : "changed");
        if (side(conflict) != (my == null ? Side.MINE : Side.THEIRS)) {
          result.add(left);
        }
      }
    }
    return result;
  }

  private static <E> Map<String, E> numbered(List<E> entries, Function<E, String> name) {
    Map<String, E> result = new LinkedHashMap<>();
    for (E entry : entries) {
      String key = name.apply(entry);
      int number = 1;
      while (result.containsKey(number == 1 ? key : key + " #" + number)) {
        number++;
      }
      result.put(number == 1 ? key : key + " #" + number, entry);
    }
    return result;
  }
}

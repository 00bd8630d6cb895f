package dev.stillwater.model;

import dev.stillwater.model.DocumentMerge.Conflict;
import dev.stillwater.model.DocumentMerge.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Values of two versions put together: what only one side changed is taken; what both changed to
/// different ones is a conflict, noted and put to whoever chooses.
final class ValueMerge {
  private static final String ABSENT = "not declared";

  private final Function<Conflict, Side> choose;
  private final Map<String, Conflict> conflicts = new LinkedHashMap<>();

  ValueMerge(Function<Conflict, Side> choose) {
    this.choose = choose;
  }

  /// All that were met, in order.
  List<Conflict> conflicts() {
    return List.copyOf(conflicts.values());
  }

  boolean knows(Conflict conflict) {
    return conflicts.containsKey(conflict.key());
  }

  /// Notes a conflict, and says whose version holds.
  Side side(Conflict conflict) {
    conflicts.putIfAbsent(conflict.key(), conflict);
    return choose.apply(conflict);
  }

  String value(String sort, String id, String label, @Nullable String b, String m, String t) {
    return value(sort, id, label, b, m, t, text -> text);
  }

  <T> T value(
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

  Attributes attributes(String sort, String id, Attributes b, Attributes m, Attributes t) {
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
        "journey", id, "Way", inBase, inMine, inTheirs, ValueMerge::way, ValueMerge::sameWay);
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

  Map<String, String> unknown(
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

  /// All ids, in the order of the side that changed it; what only the other side has follows what
  /// it followed there.
  static List<String> order(Collection<String> b, Collection<String> m, Collection<String> t) {
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
}

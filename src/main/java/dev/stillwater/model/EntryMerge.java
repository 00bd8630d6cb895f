package dev.stillwater.model;

import dev.stillwater.model.DocumentMerge.Conflict;
import dev.stillwater.model.DocumentMerge.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Scenarios, decisions and views of two versions put together: lists whose entries have names.
final class EntryMerge {
  private final Document base;
  private final Document mine;
  private final Document theirs;
  private final ValueMerge values;

  EntryMerge(Document base, Document mine, Document theirs, ValueMerge values) {
    this.base = base;
    this.mine = mine;
    this.theirs = theirs;
    this.values = values;
  }

  List<Scenario> scenarios() {
    return named(
        "scenario",
        base.scenarios(),
        mine.scenarios(),
        theirs.scenarios(),
        Scenario::name,
        Scenario::attributes,
        Scenario::new);
  }

  List<Decision> decisions() {
    return named(
        "decision",
        base.decisions(),
        mine.decisions(),
        theirs.decisions(),
        Decision::target,
        Decision::attributes,
        Decision::new);
  }

  List<NamedView> views() {
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
    for (String key : ValueMerge.order(inBase.keySet(), inMine.keySet(), inTheirs.keySet())) {
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
                values.attributes(sort, key, from, attributes.apply(my), attributes.apply(their))));
      } else if (left != null && was == null) {
        result.add(left);
      } else if (left != null && !left.equals(was)) {
        Conflict conflict =
            new Conflict(
                sort,
                key,
                "",
                "there",
                my == null ? DocumentMerge.REMOVED : "changed",
                their == null ? DocumentMerge.REMOVED : "changed");
        if (values.side(conflict) != (my == null ? Side.MINE : Side.THEIRS)) {
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

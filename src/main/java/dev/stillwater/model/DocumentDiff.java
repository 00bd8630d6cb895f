package dev.stillwater.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What differs between two versions of a file: the meaning, and apart from it what was decided,
/// what is simulated, and what was moved.
///
/// @param decisions by target, first those of the earlier version
/// @param scenarios the names of those that were added, changed or removed
/// @param moved the components that stand elsewhere, by their later id
public record DocumentDiff(
    DesignDiff design, List<DecisionChange> decisions, List<String> scenarios, List<String> moved) {
  /// A decision that differs.
  ///
  /// @param before null for a new one
  /// @param after null for one that was taken back
  public record DecisionChange(@Nullable Decision before, @Nullable Decision after) {
    public String target() {
      Decision known = after == null ? before : after;
      return known == null ? "" : known.target();
    }

    /// In what way it differs.
    public Difference.Kind kind() {
      if (before == null) {
        return Difference.Kind.ADDED;
      }
      return after == null ? Difference.Kind.REMOVED : Difference.Kind.CHANGED;
    }

    public List<AttributeChange> changes() {
      return before == null || after == null
          ? List.of()
          : AttributeChange.between(before.attributes(), after.attributes());
    }
  }

  public DocumentDiff {
    decisions = List.copyOf(decisions);
    scenarios = List.copyOf(scenarios);
    moved = List.copyOf(moved);
  }

  public static DocumentDiff of(Document before, Document after) {
    DesignDiff design = DesignDiff.of(before.design(), after.design());
    return new DocumentDiff(
        design,
        decisions(before, after, design.renames()),
        scenarios(before.scenarios(), after.scenarios()),
        moved(before, after, design.renames()));
  }

  public boolean isEmpty() {
    return design.isEmpty() && decisions.isEmpty() && scenarios.isEmpty() && moved.isEmpty();
  }

  /// Decisions belong together when they have the same target, the first with the first.
  private static List<DecisionChange> decisions(Document before, Document after, Renames renames) {
    List<Decision> rest = new ArrayList<>(after.decisions());
    List<DecisionChange> result = new ArrayList<>();
    for (Decision earlier : before.decisions()) {
      Decision was = earlier.renamed(id -> renames.later(id, before.design()));
      Decision is =
          rest.stream().filter(it -> it.target().equals(was.target())).findFirst().orElse(null);
      if (is != null) {
        rest.remove(is);
      }
      if (!was.equals(is)) {
        result.add(new DecisionChange(was, is));
      }
    }
    rest.forEach(fresh -> result.add(new DecisionChange(null, fresh)));
    return result;
  }

  private static List<String> scenarios(List<Scenario> before, List<Scenario> after) {
    Map<String, Attributes> was = byName(before);
    Map<String, Attributes> is = byName(after);
    Set<String> names = new HashSet<>(was.keySet());
    names.addAll(is.keySet());
    return names.stream()
        .filter(name -> {
          Attributes earlier = was.get(name);
          return earlier == null || !earlier.equals(is.get(name));
        })
        .sorted()
        .toList();
  }

  private static Map<String, Attributes> byName(List<Scenario> scenarios) {
    Map<String, Attributes> result = new LinkedHashMap<>();
    scenarios.forEach(scenario -> result.put(scenario.name(), scenario.attributes()));
    return result;
  }

  private static List<String> moved(Document before, Document after, Renames renames) {
    List<String> result = new ArrayList<>();
    before
        .layout()
        .positions()
        .forEach((id, was) -> {
          String later = renames.component(id);
          Layout.Position is = after.layout().positions().get(later);
          if (is != null && !is.equals(was)) {
            result.add(later);
          }
        });
    return result;
  }
}

package dev.stillwater.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What differs between two versions of a document, taken apart into pieces that can each be kept
/// alone: what depends on each other goes together. A link goes with an end that is new, a journey
/// with a link that is gone, a reference with what it names; and a link that was replaced by a
/// detour over something new goes with the detour.
public final class ChangeParts {
  private final Document before;
  private final Document after;
  private final DocumentDiff diff;
  private final List<Part> parts;

  /// One piece.
  ///
  /// @param differences what is drawn and declared otherwise, in the order of [DesignDiff]; empty
  ///   where only decisions or places differ
  /// @param decisions whether it is what was decided
  /// @param places whether it is where things stand
  public record Part(List<Difference> differences, boolean decisions, boolean places) {
    public Part {
      differences = List.copyOf(differences);
    }
  }

  private ChangeParts(Document before, Document after) {
    this.before = before;
    this.after = after;
    this.diff = DocumentDiff.of(before, after);
    this.parts = List.copyOf(taken());
  }

  public static ChangeParts between(Document before, Document after) {
    return new ChangeParts(before, after);
  }

  /// The pieces, in the order of their first difference; decisions and places last.
  public List<Part> parts() {
    return parts;
  }

  private List<Part> taken() {
    List<Difference> all = diff.design().differences();
    int[] group = new int[all.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
    }
    joinAnchored(all, group);
    joinDetours(all, group);
    Map<Integer, List<Difference>> members = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      members.computeIfAbsent(root(group, i), key -> new ArrayList<>()).add(all.get(i));
    }
    List<Part> result = new ArrayList<>();
    members.values().forEach(differences -> result.add(new Part(differences, false, false)));
    if (!diff.decisions().isEmpty()) {
      result.add(new Part(List.of(), true, false));
    }
    if (!diff.moved().isEmpty()) {
      result.add(new Part(List.of(), false, true));
    }
    return result;
  }

  private static int root(int[] group, int i) {
    int at = i;
    while (group[at] != at) {
      at = group[at];
    }
    return at;
  }

  private static void join(int[] group, int a, int b) {
    int one = root(group, a);
    int other = root(group, b);
    group[Math.max(one, other)] = Math.min(one, other);
  }

  /// Whatever names something that comes, goes or changes its id goes with it.
  private static void joinAnchored(List<Difference> all, int[] group) {
    Map<String, Integer> anchors = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      Difference difference = all.get(i);
      if (difference.kind() != Difference.Kind.CHANGED) {
        for (Element<?> element : states(difference)) {
          anchors.put(Mentions.own(element), i);
        }
      }
    }
    for (int i = 0; i < all.size(); i++) {
      for (Element<?> element : states(all.get(i))) {
        for (String mentioned : Mentions.of(element)) {
          Integer anchor = anchors.get(mentioned);
          if (anchor != null) {
            join(group, i, anchor);
          }
        }
      }
    }
  }

  private static List<Element<?>> states(Difference difference) {
    List<Element<?>> result = new ArrayList<>(2);
    if (difference.before() != null) {
      result.add(difference.before());
    }
    if (difference.after() != null) {
      result.add(difference.after());
    }
    return result;
  }

  /// A link that is gone, and new links that lead from its beginning over something to its end.
  private static void joinDetours(List<Difference> all, int[] group) {
    Map<Integer, Set<String>> begins = new HashMap<>();
    Map<Integer, Set<String>> ends = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).kind() == Difference.Kind.ADDED && all.get(i).after() instanceof Link link) {
        begins.computeIfAbsent(root(group, i), key -> new HashSet<>()).add(link.from());
        ends.computeIfAbsent(root(group, i), key -> new HashSet<>()).add(link.to());
      }
    }
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).kind() != Difference.Kind.REMOVED
          || !(all.get(i).before() instanceof Link gone)) {
        continue;
      }
      for (Map.Entry<Integer, Set<String>> entry : begins.entrySet()) {
        if (entry.getValue().contains(gone.from())
            && ends.getOrDefault(entry.getKey(), Set.of()).contains(gone.to())) {
          join(group, i, entry.getKey());
        }
      }
    }
  }

  /// The earlier document with some of the pieces.
  public Document keeping(Collection<Part> kept) {
    if (kept.containsAll(parts)) {
      return after;
    }
    List<Difference> differences =
        kept.stream().flatMap(part -> part.differences().stream()).toList();
    Design design = new Keeping(before.design(), after.design(), diff.design()).of(differences);
    boolean decisions = kept.stream().anyMatch(Part::decisions);
    boolean places = kept.stream().anyMatch(Part::places);
    Layout layout = before.layout();
    for (Difference difference : differences) {
      if (difference.before() instanceof Component was
          && difference.after() instanceof Component is) {
        layout = layout.renamed(was.id(), is.id());
      }
    }
    Set<String> known = new HashSet<>(before.design().components().ids());
    known.addAll(layout.positions().keySet());
    Map<String, Layout.Position> positions =
        after.layout().positions().entrySet().stream()
            .filter(entry -> design.components().contains(entry.getKey()))
            .filter(entry -> places || !known.contains(entry.getKey()))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    return new Document(
        design,
        layout.withAll(positions).restrictedTo(design),
        before.scenarios(),
        decisions ? after.decisions() : renamed(before, differences));
  }

  private static List<Decision> renamed(Document document, List<Difference> differences) {
    Map<String, String> later = new HashMap<>();
    for (Difference difference : differences) {
      difference.formerId().ifPresent(id -> later.put(id, difference.id()));
    }
    return document.decisions().stream()
        .map(decision -> decision.renamed(id -> later.getOrDefault(id, id)))
        .toList();
  }
}

package dev.stillwater.report;

import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.drawing.Hurt;
import dev.stillwater.drawing.RippleView;
import dev.stillwater.drawing.Scene;
import dev.stillwater.drawing.SceneBuilder;
import dev.stillwater.drawing.SceneInput;
import dev.stillwater.model.Design;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;
import dev.stillwater.model.Link;
import dev.stillwater.rules.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The parts that a finding concerns as a drawing of their own, callers left and callees right,
/// with what the failure does to each.
final class PathDrawing {
  private static final int MOST_PARTS = 8;
  private static final int MOST_COLUMNS = 5;
  private static final int STEP_X = Layout.CARD_WIDTH + 120;
  private static final int STEP_Y = Layout.CARD_HEIGHT + 28;

  private PathDrawing() {}

  /// The drawing; empty where it would be a single part, or too many for a small picture.
  static Optional<Scene> of(Chapter chapter, Finding finding) {
    Design design = chapter.review().document().design();
    Set<String> parts = parts(design, finding);
    List<Link> links =
        design.links().stream()
            .filter(link -> parts.contains(link.from()) && parts.contains(link.to()))
            .toList();
    if (parts.size() < 2 || parts.size() > MOST_PARTS || links.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Integer> columns = columns(parts, links);
    if (columns.values().stream().anyMatch(column -> column >= MOST_COLUMNS)) {
      return Optional.empty();
    }
    List<String> others =
        design.components().ids().stream().filter(id -> !parts.contains(id)).toList();
    Design shown = design.without(others, List.of());
    SceneInput input = SceneInput.of(shown, layout(columns), chapter.graph().presets());
    return Optional.of(new SceneBuilder().build(input.withRipple(ripple(finding, parts))));
  }

  private static Set<String> parts(Design design, Finding finding) {
    Set<String> wanted = new LinkedHashSet<>(finding.components());
    for (String id : finding.links()) {
      design.links().find(id).ifPresent(link -> wanted.addAll(List.of(link.from(), link.to())));
    }
    for (Fact fact : finding.chain()) {
      wanted.add(fact.node().subject());
      fact.carriedBy()
          .flatMap(edge -> design.links().find(edge.subject()))
          .ifPresent(link -> wanted.addAll(List.of(link.from(), link.to())));
    }
    Set<String> parts = new LinkedHashSet<>();
    design.components().ids().stream().filter(wanted::contains).forEach(parts::add);
    return parts;
  }

  /// The longest way from a part that nobody here calls; rounds end with the number of parts, so
  /// that a cycle does too.
  private static Map<String, Integer> columns(Set<String> parts, List<Link> links) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    parts.forEach(part -> columns.put(part, 0));
    for (int round = 1; round < parts.size(); round++) {
      boolean changed = false;
      for (Link link : links) {
        int wanted = columns.getOrDefault(link.from(), 0) + 1;
        if (!link.from().equals(link.to())
            && wanted > columns.getOrDefault(link.to(), 0)
            && wanted < parts.size()) {
          columns.put(link.to(), wanted);
          changed = true;
        }
      }
      if (!changed) {
        break;
      }
    }
    return columns;
  }

  private static Layout layout(Map<String, Integer> columns) {
    Map<Integer, List<String>> byColumn = new HashMap<>();
    columns.forEach(
        (part, column) -> byColumn.computeIfAbsent(column, key -> new ArrayList<>()).add(part));
    int tallest = byColumn.values().stream().mapToInt(List::size).max().orElse(1);
    Map<String, Position> positions = new LinkedHashMap<>();
    byColumn.forEach((column, some) -> {
      int top = (tallest - some.size()) * STEP_Y / 2;
      for (int i = 0; i < some.size(); i++) {
        positions.put(some.get(i), new Position(column * STEP_X, top + i * STEP_Y));
      }
    });
    return new Layout(positions);
  }

  /// What the failure does, where it comes to most of the parts; a finding about many of which one
  /// is shown to fail would fade the others.
  private static Optional<RippleView> ripple(Finding finding, Set<String> parts) {
    Map<String, Hurt> hurts = new LinkedHashMap<>();
    Set<String> carriers = new LinkedHashSet<>();
    for (Fact fact : finding.chain()) {
      hurts.put(
          fact.node().subject(),
          new Hurt(fact.impact(), fact.t(), fact.factor(), fact.hurtsEverybody()));
      fact.carriedBy().ifPresent(edge -> carriers.add(edge.subject()));
    }
    return 2 * hurts.size() < parts.size() || hurts.isEmpty()
        ? Optional.empty()
        : Optional.of(new RippleView(hurts, carriers, Map.of()));
  }
}

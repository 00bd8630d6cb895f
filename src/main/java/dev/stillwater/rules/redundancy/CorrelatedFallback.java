package dev.stillwater.rules.redundancy;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.ZoneMap;
import dev.stillwater.edits.MoveZone;
import dev.stillwater.edits.RedundancyChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Edit;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.Drawn;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An alternative that fails together with what it should replace.
///
/// A component that is its own alternative is one, too; the reference does not look at that.
public final class CorrelatedFallback extends Smell {
  public CorrelatedFallback() {
    super("REL-RZ-005", Severity.HIGH, FailureCategory.SHARED_FATE, "REL05-BP01", "REL10-BP01");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    ZoneMap zones = ZoneMap.of(context.design());
    for (Edge edge : context.graph().edges()) {
      Optional<Node> alternative =
          edge.link().get(LinkAttributes.FALLBACK_TO).flatMap(context.graph()::findNode);
      if (alternative.isPresent()) {
        checks.examined(edge);
        judge(context, checks, zones, edge, alternative.get());
      }
    }
  }

  private static void judge(
      RuleContext context, Checks checks, ZoneMap zones, Edge edge, Node alternative) {
    Node primary = Drawn.to(context, edge);
    boolean shareZones =
        !alternative.zones().isEmpty() && primary.zones().containsAll(alternative.zones());
    List<Edge> shared = shared(context, primary, alternative);
    if (!shareZones && shared.isEmpty() && primary != alternative) {
      return;
    }
    List<String> reasons = new ArrayList<>();
    if (primary == alternative) {
      reasons.add("it is the same component");
    } else if (shareZones) {
      reasons.add(
          "it runs in "
              + Words.list(alternative.zones().stream().distinct().map(zones::name).toList())
              + " as well and nowhere else");
    }
    shared.stream()
        .map(Edge::to)
        .distinct()
        .map(need ->
            need == primary
                ? "it calls " + Words.name(primary)
                : "both call " + Words.name(need) + " and cannot do without")
        .forEach(reasons::add);
    Draft draft =
        checks
            .flag(edge)
            .message("%s fails together with %s, which it should replace", alternative, primary)
            .because("Flagged because of the alternative %s: %s.", alternative, Words.list(reasons))
            .on(alternative)
            .on(shared);
    if (primary != alternative) {
      apart(draft, edge, primary, alternative, shareZones, shared);
    }
    draft
        .fix(
            RedundancyChanges.answerAlone(edge),
            "Somebody must decide which fixed answer is right without %s; it cannot fail.",
            primary)
        .raise();
  }

  private static void apart(
      Draft draft,
      Edge edge,
      Node primary,
      Node alternative,
      boolean shareZones,
      List<Edge> shared) {
    List<Edit> moves =
        shareZones
            ? List.of(new MoveZone(alternative.id(), primary.zones(), Words.name(alternative)))
            : List.of();
    if (shared.isEmpty()) {
      draft.fix(
          moves.getFirst(),
          "It runs, and is paid for, in another zone; calls to it take about a millisecond"
              + " longer.");
    } else {
      draft.fix(
          RedundancyChanges.separate(edge, alternative, moves, shared),
          "It answers with less than it does today; somebody must build and rehearse that.");
    }
  }

  /// The hard calls of the alternative to what the primary calls too, or to the primary itself.
  private static List<Edge> shared(RuleContext context, Node primary, Node alternative) {
    Set<Node> needs = new HashSet<>(List.of(primary));
    for (Edge edge : context.graph().out(primary)) {
      if (isNeeded(edge)) {
        needs.add(Drawn.to(context, edge));
      }
    }
    List<Edge> result = new ArrayList<>();
    if (primary != alternative) {
      for (Edge edge : context.graph().out(alternative)) {
        if (isNeeded(edge) && needs.contains(Drawn.to(context, edge))) {
          result.add(edge);
        }
      }
    }
    return result;
  }

  private static boolean isNeeded(Edge edge) {
    return edge.isSync() && !edge.isSoft();
  }
}

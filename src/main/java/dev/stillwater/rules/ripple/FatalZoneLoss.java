package dev.stillwater.rules.ripple;

import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.ZoneMap;
import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.JourneyOutcome;
import dev.stillwater.edits.SpreadZones;
import dev.stillwater.edits.Words;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.RuleContext.Loss;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A journey that stops with one zone, because what it needs runs there and nowhere else.
public final class FatalZoneLoss extends Smell {
  /// Components that a sentence names; the detail lists all.
  private static final int MOST_NAMED = 5;

  public FatalZoneLoss() {
    super("REL-RP-005", Severity.HIGH, FailureCategory.SHARED_FATE, "REL10-BP01", "REL11-BP05");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    ZoneMap zones = ZoneMap.of(context.design());
    inOneZone(context)
        .forEach((zone, nodes) -> {
          checks.examined(zone);
          Injection loss = crash(nodes);
          List<JourneyOutcome> stopped = context.down(loss);
          if (!stopped.isEmpty()) {
            Map<String, List<Node>> alone = alone(context, nodes);
            for (JourneyOutcome outcome : stopped) {
              List<Node> listed = alone.getOrDefault(outcome.id(), nodes);
              flag(context, checks, zones.name(zone), zone, new Loss(loss, outcome), nodes, listed);
            }
          }
        });
  }

  /// By zone, what falls with it.
  private static Map<String, List<Node>> inOneZone(RuleContext context) {
    Map<String, List<Node>> result = new TreeMap<>();
    for (Node node : context.components()) {
      if (RuleContext.canFail(node) && RuleContext.fallsWithItsZone(node)) {
        result.computeIfAbsent(node.zones().getFirst(), zone -> new ArrayList<>()).add(node);
      }
    }
    return result;
  }

  private static Injection crash(List<Node> nodes) {
    return new Injection(nodes.stream().map(Node::id).toList(), Failure.CRASH);
  }

  /// By journey, those of the components that stop it one by one.
  private static Map<String, List<Node>> alone(RuleContext context, List<Node> nodes) {
    Map<String, List<Node>> result = new TreeMap<>();
    for (Node node : nodes) {
      for (JourneyOutcome outcome : context.down(crash(List.of(node)))) {
        result.computeIfAbsent(outcome.id(), id -> new ArrayList<>()).add(node);
      }
    }
    return result;
  }

  private static void flag(
      RuleContext context,
      Checks checks,
      String name,
      String zone,
      Loss loss,
      List<Node> nodes,
      List<Node> listed) {
    List<Injection> probes = List.of(loss.probe());
    Draft draft =
        checks
            .flag(loss.journey(), zone)
            .detail(String.join(",", listed.stream().map(Node::id).toList()))
            .message("The loss of zone %s stops %s", name, loss.journey())
            .because(
                "Flagged because %s %s in %s alone, and without %s %s is down %s.",
                names(listed),
                listed.size() == 1 ? "runs" : "run",
                name,
                listed.size() == 1 ? "it" : "them",
                loss.journey(),
                Words.after(loss.outcome().t()))
            .chain(loss.outcome().path())
            .probes(probes, List.of(loss));
    draft.on(loss.outcome().reach().first());
    listed.forEach(draft::on);
    for (Fact fact : loss.outcome().path()) {
      fact.carriedBy().ifPresent(draft::on);
    }
    draft
        .fix(
            SpreadZones.of(enough(context, loss, nodes, listed), 2),
            "Replicas and traffic between zones cost money, each zone needs room for the other's "
                + "peak, and what is stored has to be copied.")
        .raise();
  }

  /// Those listed, if the rest of the zone can then be lost; else all of it.
  private static List<Node> enough(
      RuleContext context, Loss loss, List<Node> nodes, List<Node> listed) {
    List<Node> rest = nodes.stream().filter(node -> !listed.contains(node)).toList();
    boolean stillStops =
        !rest.isEmpty()
            && context.down(crash(rest)).stream()
                .anyMatch(outcome -> outcome.id().equals(loss.journey().id()));
    return stillStops ? nodes : listed;
  }

  private static String names(List<Node> nodes) {
    List<String> names =
        new ArrayList<>(nodes.stream().limit(MOST_NAMED).map(Words::name).toList());
    if (nodes.size() > MOST_NAMED) {
      names.add((nodes.size() - MOST_NAMED) + " more");
    }
    return Words.list(names);
  }
}

package dev.stillwater.rules.ripple;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.JourneyOutcome;
import dev.stillwater.edits.AddReplicas;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.LoadChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Journey;
import dev.stillwater.rules.Absorption;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A journey that one component alone can stop.
public final class FatalLoss extends Smell {
  /// Components that are named in sentences and get fixes; the detail lists all.
  private static final int MOST_NAMED = 5;

  private static final Comparator<Stop> EARLIEST =
      Comparator.comparingDouble((Stop stop) -> stop.outcome.t())
          .thenComparing(stop -> stop.node.id());

  /// A component whose loss stops a journey.
  private record Stop(Node node, JourneyOutcome outcome) {}

  public FatalLoss() {
    super(
        "REL-RP-001",
        Severity.HIGH,
        FailureCategory.SINGLE_POINT_OF_FAILURE,
        "REL10-BP01",
        "REL11-BP02");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    Map<String, List<Stop>> stops = new TreeMap<>();
    for (Reach reach : context.journeys()) {
      checks.examined(reach.journey().id());
    }
    for (Node node : context.components()) {
      if (RuleContext.canFail(node) && RuleContext.isFragile(node)) {
        Injection crash = new Injection(node.id(), Failure.CRASH);
        for (JourneyOutcome outcome : context.down(crash)) {
          if (outcome.reach().first().from() != node) {
            stops
                .computeIfAbsent(outcome.id(), id -> new ArrayList<>())
                .add(new Stop(node, outcome));
          }
        }
      }
    }
    for (Reach reach : context.journeys()) {
      List<Stop> found = new ArrayList<>(stops.getOrDefault(reach.journey().id(), List.of()));
      if (!found.isEmpty()) {
        found.sort(EARLIEST);
        flag(context, checks, reach.journey(), found);
      }
    }
  }

  private static void flag(RuleContext context, Checks checks, Journey journey, List<Stop> stops) {
    List<Injection> probes =
        stops.stream().map(stop -> new Injection(stop.node.id(), Failure.CRASH)).toList();
    Draft draft =
        checks
            .flag(journey)
            .base(base(journey))
            .probes(probes, context.lost(probes))
            .telling(told -> tell(told, context, journey, stops));
    stops.forEach(stop -> draft.on(stop.node));
    for (Stop stop : stops) {
      stop.outcome.path().stream().flatMap(fact -> fact.carriedBy().stream()).forEach(draft::on);
    }
    draft.raise();
  }

  private static void tell(Draft draft, RuleContext context, Journey journey, List<Stop> stops) {
    Stop first = stops.getFirst();
    draft
        .detail(
            String.join(
                ", ",
                stops.stream()
                    .map(s -> s.node.id() + "@" + Words.fixed(s.outcome.t() / 1e3, 1) + "s")
                    .toList()))
        .message(
            stops.size() == 1
                ? "The loss of " + Words.name(first.node) + " alone stops " + journey.name()
                : Words.capital(Words.count(stops.size()))
                    + " components can each stop "
                    + journey.name()
                    + " alone")
        .because(
            "Flagged because no replica, buffer or fallback absorbs it: %s is down %s.",
            journey.name(), Words.list(times(stops)))
        .chain(first.outcome.path());
    fix(draft, context, stops.stream().limit(MOST_NAMED).toList());
  }

  private static Severity base(Journey journey) {
    return switch (journey.realTimeClass()) {
      case HARD, UNKNOWN -> Severity.HIGH;
      case SOFT, OFFLINE -> Severity.MEDIUM;
    };
  }

  private static List<String> times(List<Stop> stops) {
    List<String> result = new ArrayList<>();
    for (Stop stop : stops.subList(0, Math.min(stops.size(), MOST_NAMED))) {
      result.add("without " + Words.name(stop.node) + " " + Words.after(stop.outcome.t()));
    }
    if (stops.size() > MOST_NAMED) {
      result.add("without each of " + (stops.size() - MOST_NAMED) + " more");
    }
    return result;
  }

  /// Not to wait comes before running two, and running two before doing without.
  private static void fix(Draft draft, RuleContext context, List<Stop> stops) {
    for (Stop stop : stops) {
      firstLink(stop).ifPresent(edge -> Absorption.decouple(draft, context, edge));
    }
    for (Stop stop : stops) {
      if (stop.node.kind() != ComponentKind.EXTERNAL && stop.node.impliedBy().isEmpty()) {
        draft.fix(
            AddReplicas.of(stop.node.component()),
            "The second replica costs money, and what the first keeps must move out or be copied.");
      }
    }
    for (Stop stop : stops) {
      firstLink(stop)
          .filter(edge -> !isEntry(stop, edge))
          .ifPresent(edge -> bear(draft, context, stop, edge));
    }
    for (Stop stop : stops) {
      if (stop.node.kind() == ComponentKind.EXTERNAL && firstLink(stop).isEmpty()) {
        callWithoutWaiting(draft, context, stop);
      }
    }
  }

  /// What keeps the loss from passing a link on its way: to do without, or, where it makes a router
  /// take a whole fleet out of rotation, to ask each replica about itself alone.
  private static void bear(Draft draft, RuleContext context, Stop stop, Edge edge) {
    if (edge.to() == stop.node || edge.from() == stop.node) {
      Absorption.doWithoutAny(draft, context, edge);
    } else if (edge.to().impliedBy().isEmpty()) {
      draft.fix(
          LoadChanges.setShallowHealthCheck(edge.to()),
          "A replica that has lost its own way to a dependency stays in rotation: watch that with "
              + "an alarm instead.");
    }
  }

  /// A journey that begins at somebody else's system: it ends with it, unless its caller hands over
  /// instead, or the provider has more than one.
  private static void callWithoutWaiting(Draft draft, RuleContext context, Stop stop) {
    Absorption.decouple(draft, context, stop.outcome.reach().first());
    draft.declare(
        Declarations.declareManaged(stop.node),
        "True only where its provider says that it runs in several zones.");
  }

  /// Whether a link is half of the one by which the journey begins: whoever does without what that
  /// leads to does without the journey.
  private static boolean isEntry(Stop stop, Edge edge) {
    return edge.subject().equals(stop.outcome.reach().first().subject());
  }

  /// The link next to the lost component on the way to the journey.
  private static Optional<Edge> firstLink(Stop stop) {
    return stop.outcome.path().stream().skip(1).findFirst().flatMap(Fact::carriedBy);
  }
}

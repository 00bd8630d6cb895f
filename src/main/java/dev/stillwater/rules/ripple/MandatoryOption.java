package dev.stillwater.rules.ripple;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.JourneyOutcome;
import dev.stillwater.edits.PromiseChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Admission;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Criticality;
import dev.stillwater.model.Journey;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.rules.Absorption;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.Drawn;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.RuleContext.Loss;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A dependency that was declared optional and that can stop an important journey all the same.
///
/// Of parallel links only the one counts that silences the caller; the reference blames each of
/// them.
public final class MandatoryOption extends Smell {
  private static final List<Failure> FAILURES = List.of(Failure.CRASH, Failure.GREY);

  public MandatoryOption() {
    super(
        "REL-RP-003",
        Severity.HIGH,
        FailureCategory.SHARED_FATE,
        "REL05-BP01",
        "REL05-BP05",
        "REL10-BP03");
  }

  /// A way in which the callee stops a journey through the link.
  private record Stop(Loss loss, Fact silence) {
    double t() {
      return loss.outcome().t();
    }
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.links(LinkMode.SYNC, LinkMode.SEND)) {
      if (isOptional(edge)) {
        checks.examined(edge);
        if (canSilence(context, edge)) {
          stops(context, edge).values().forEach(stops -> flag(context, checks, edge, stops));
        }
      }
    }
  }

  private static boolean isOptional(Edge edge) {
    return edge.isAbsorbable() || isBestEffort(edge.to());
  }

  private static boolean isBestEffort(Node node) {
    return node.held(ComponentAttributes.CRITICALITY).orElse(Criticality.STANDARD)
        == Criticality.BEST_EFFORT;
  }

  /// Whether calls that are held as long as they can be would take all workers, or never return. If
  /// not, no ripple has to be followed.
  private static boolean canSilence(RuleContext context, Edge edge) {
    if (edge.bulkhead() < edge.from().pool()) {
      return false;
    }
    double slow = context.greyResponse(edge.to()) * Math.max(1, edge.calls());
    double held = Math.max(edge.hold(), Math.min(slow, edge.timeout() * Math.max(1, edge.calls())));
    return Double.isInfinite(held) || context.budget(edge).needed(held) > edge.from().pool();
  }

  /// By journey, the failures of the callee that stop it through the link.
  private static Map<String, List<Stop>> stops(RuleContext context, Edge edge) {
    Map<String, List<Stop>> result = new TreeMap<>();
    for (Failure how : FAILURES) {
      Injection injection = new Injection(edge.to().id(), how);
      Optional<Fact> silence =
          context.silenced(injection).stream()
              .filter(fact -> fact.hurtsEverybody() && fact.carriedBy().orElse(null) == edge)
              .findFirst();
      if (silence.isPresent()) {
        for (JourneyOutcome outcome : context.down(injection)) {
          if (isImportant(outcome.reach().journey()) && outcome.path().contains(silence.get())) {
            result
                .computeIfAbsent(outcome.id(), id -> new ArrayList<>())
                .add(new Stop(new Loss(injection, outcome), silence.get()));
          }
        }
      }
    }
    return result;
  }

  private static boolean isImportant(Journey journey) {
    return journey.isCritical() || journey.realTimeClass() == RealTimeClass.HARD;
  }

  private static void flag(RuleContext context, Checks checks, Edge edge, List<Stop> stops) {
    Stop first = stops.stream().reduce((a, b) -> b.t() < a.t() ? b : a).orElseThrow();
    Journey journey = first.loss.journey();
    List<Injection> probes = stops.stream().map(stop -> probe(edge.to(), stop)).toList();
    Draft draft =
        checks
            .flag(edge)
            .second(journey)
            .detail(journey.id())
            .message("%s is optional and can stop %s", edge.to(), journey)
            .because(
                "Flagged because %s, and yet %s is down %s when %s %s: %s.",
                optional(edge),
                journey,
                Words.after(first.t()),
                edge.to(),
                first.loss.probe().how() == Failure.CRASH ? "does not answer" : "gets slow",
                first.silence.why())
            .chain(first.loss.outcome().path())
            .probes(
                probes,
                context.lost(probes).stream()
                    .filter(loss -> loss.journey().id().equals(journey.id()))
                    .toList());
    Absorption.bound(draft, context, edge);
    draft
        .declare(
            PromiseChanges.declareHard(edge, Drawn.from(context, edge), Drawn.to(context, edge)),
            "It only says what the design does already; the journey is down with it as before.")
        .raise();
  }

  /// The crash of one instance says nothing of a redundant callee: all of it falls silent when it
  /// is offered more than it can take.
  private static Injection probe(Node callee, Stop stop) {
    Injection probe = stop.loss.probe();
    return callee.isRedundant()
            && probe.how() == Failure.CRASH
            && callee.admission() == Admission.NONE
        ? new Injection(callee.id(), Failure.OVERLOAD)
        : probe;
  }

  private static String optional(Edge edge) {
    if (edge.isSoft()) {
      return edge.subject() + " is a soft dependency";
    }
    return edge.isAbsorbable()
        ? edge.subject() + " has the fallback " + edge.fallback().word()
        : Words.name(edge.to()) + " is declared best-effort";
  }
}

package dev.stillwater.report;

import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.JourneyOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The first journey that is lost when a single part answers slowly, which is what nobody expects.
///
/// @param t milliseconds
/// @param way the components on the way, the slow one first, and the journey
public record FirstLoss(double t, List<String> way) {
  public FirstLoss {
    way = List.copyOf(way);
  }

  public static Optional<FirstLoss> of(Chapter chapter) {
    JourneyOutcome first = null;
    if (!chapter.graph().journeys().isEmpty()) {
      for (Node node : chapter.graph().nodes()) {
        if (!node.kind().isEdge()) {
          Injection slow = new Injection(node.id(), Failure.GREY);
          for (JourneyOutcome outcome : chapter.analysis().ripple(slow).journeys()) {
            if (outcome.state() == JourneyOutcome.State.DOWN
                && (first == null || outcome.t() < first.t())) {
              first = outcome;
            }
          }
        }
      }
    }
    return Optional.ofNullable(first).map(found -> new FirstLoss(found.t(), way(found)));
  }

  private static List<String> way(JourneyOutcome outcome) {
    List<String> way = new ArrayList<>();
    for (Fact fact : outcome.path()) {
      if (way.isEmpty() || !way.getLast().equals(fact.node().subject())) {
        way.add(fact.node().subject());
      }
    }
    way.add(Wording.name(outcome.reach().journey().name()));
    return way;
  }
}

package dev.stillwater.review;

import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.Steps;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Isolation;
import java.util.ArrayList;
import java.util.List;

/// The failures of which every review wants to know what they cost: most of its work in a large
/// design. They are followed first, at the same time where there are workers, and then known to
/// rules and verdicts.
final class Probes {
  private Probes() {}

  /// None where there is no journey to lose.
  static List<Injection> of(Analysis analysis) {
    List<Injection> probes = new ArrayList<>(lossesOf(analysis));
    int journeys = analysis.graph().journeys().size();
    for (Node node : analysis.graph().nodes()) {
      int most = analysis.mostLost(node);
      if (most > 1 && 2 * most >= journeys && mayBeHub(node)) {
        probes.add(new Injection(node.id(), Failure.ERROR));
      }
    }
    return probes;
  }

  /// A crash of everything of which there is one, slow answers of everything, where a journey rests
  /// on it: what alone stops a journey.
  static List<Injection> lossesOf(Analysis analysis) {
    List<Injection> probes = new ArrayList<>();
    for (Node node : analysis.graph().nodes()) {
      if (canFail(node) && analysis.mostLost(node) > 0) {
        if (!node.isRedundant()) {
          probes.add(new Injection(node.id(), Failure.CRASH));
        }
        probes.add(new Injection(node.id(), Failure.GREY));
      }
    }
    return probes;
  }

  private static boolean canFail(Node node) {
    return !node.kind().isEdge() && node.kind() != ComponentKind.MONITOR;
  }

  /// What is asked whether it stops most of the design (REL-RP-006).
  private static boolean mayBeHub(Node node) {
    return canFail(node)
        && node.isRedundant()
        && node.impliedBy().isEmpty()
        && node.held(ComponentAttributes.ISOLATION).orElse(Isolation.NONE) != Isolation.CELL;
  }

  /// @param progress told after each failure, and asked all the time whether to go on
  static void follow(Analysis analysis, List<Injection> probes, Progress progress) {
    Steps steps = new Steps(progress, probes.size());
    analysis
        .workers()
        .each(
            probes.size(),
            i -> {
              steps.check();
              analysis.losses(probes.get(i));
              steps.done();
            });
  }
}

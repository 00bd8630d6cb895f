package dev.stillwater.rules.kind;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.ReplaceAsyncHop;
import dev.stillwater.edits.SplitJourneyAtAck;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A journey whose caller waits for a result that comes through a buffer.
public final class HardWaitAcrossQueue extends Smell {
  public HardWaitAcrossQueue() {
    super("REL-KS-002", Severity.HIGH, FailureCategory.EXCESSIVE_LATENCY, "REL04-BP02");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Reach reach : context.journeys()) {
      List<Edge> hops = reach.edges().stream().filter(HardWaitAcrossQueue::isHandOver).toList();
      switch (reach.journey().realTimeClass()) {
        case HARD -> {
          hops.forEach(checks::examined);
          boolean listed = reach.journey().get(JourneyAttributes.PATH).isPresent();
          Optional<Wait> first = listed ? alongPath(reach) : atEntry(reach);
          first.ifPresent(wait -> flag(context, checks, reach.journey(), wait));
        }
        case UNKNOWN -> hops.forEach(checks::cannotJudge);
        case SOFT, OFFLINE -> {}
      }
    }
  }

  private static boolean isHandOver(Edge edge) {
    return edge.mode() == LinkMode.SEND || edge.mode() == LinkMode.DELIVER;
  }

  /// A hand-over, what lies behind it, and the link whose result is needed now although it comes
  /// through the hand-over.
  private record Wait(Edge hop, List<Edge> behind, Edge needed) {}

  /// The first wait along a path. Where the path ends with a send, its acknowledgement is the
  /// result.
  private static Optional<Wait> alongPath(Reach reach) {
    for (int i = 0; i < reach.edges().size(); i++) {
      Edge hop = reach.edges().get(i);
      List<Edge> behind = behind(reach.edges(), i);
      if (isHandOver(hop) && !(hop.mode() == LinkMode.SEND && behind.isEmpty())) {
        Optional<Edge> needed =
            Stream.concat(Stream.of(hop), behind.stream())
                .filter(edge -> edge.need() == Need.RESULT_NOW)
                .findFirst();
        if (needed.isPresent()) {
          return Optional.of(new Wait(hop, behind, needed.get()));
        }
      }
    }
    return Optional.empty();
  }

  /// The first send of the synchronous part whose result is needed now: what follows from an
  /// acknowledgement is derived, not waited for.
  private static Optional<Wait> atEntry(Reach reach) {
    return reach.edges().stream()
        .filter(edge -> edge.mode() == LinkMode.SEND && edge.need() == Need.RESULT_NOW)
        .filter(edge -> reach.handOvers(edge) == 0)
        .findFirst()
        .map(send -> new Wait(send, List.of(), send));
  }

  private static List<Edge> behind(List<Edge> path, int place) {
    Set<Node> at = new HashSet<>(Set.of(path.get(place).to()));
    List<Edge> result = new ArrayList<>();
    for (Edge edge : path.subList(place + 1, path.size())) {
      if (at.contains(edge.from())) {
        result.add(edge);
        at.add(edge.to());
      }
    }
    return result;
  }

  private static void flag(RuleContext context, Checks checks, Journey journey, Wait wait) {
    Edge hop = wait.hop;
    Node buffer = hop.mode() == LinkMode.DELIVER ? hop.from() : hop.to();
    Draft draft =
        checks
            .flag(hop)
            .second(journey)
            .detail(journey.id())
            .message("%s waits for a result that comes through %s", journey, buffer)
            .because(
                "Flagged because %s is hard, %s hands over at %s without a bound on the wait, and "
                    + "%s needs the result now.",
                journey, hop, buffer, wait.needed)
            .on(wait.behind);
    if (hop.mode() == LinkMode.SEND) {
      fix(draft, context, journey, wait);
    }
    draft
        .declare(
            Declarations.setJourneyClass(journey, RealTimeClass.SOFT),
            "True only if nobody stands there waiting.")
        .raise();
  }

  private static void fix(Draft draft, RuleContext context, Journey journey, Wait wait) {
    Edge hop = wait.hop;
    Optional<Edge> delivery =
        Stream.concat(wait.behind.stream(), context.out(hop.to(), LinkMode.DELIVER).stream())
            .filter(edge -> edge.mode() == LinkMode.DELIVER && edge.from() == hop.to())
            .filter(edge -> ReplaceAsyncHop.callable(context.design(), hop.link(), edge.link()))
            .findFirst();
    if (delivery.isPresent() || !hop.to().kind().isPassiveBroker()) {
      draft.fix(
          new ReplaceAsyncHop(
              hop.subject(),
              delivery.map(Edge::subject),
              Words.name(hop.from()),
              Words.name(delivery.map(Edge::to).orElse(hop.to()))),
          "Both are up together or not at all again; the buffer no longer smooths peaks.");
    }
    draft.fix(
        new SplitJourneyAtAck(hop.subject(), journey.id(), journey.name()),
        "The interface changes: the caller gets a receipt and must ask for the outcome or be"
            + " told.");
  }
}

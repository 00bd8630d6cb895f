package dev.stillwater.rules.coupling;

import dev.stillwater.analysis.DependencyCycle;
import dev.stillwater.analysis.Edge;
import dev.stillwater.edits.CallLimits;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.KeepCopy;
import dev.stillwater.edits.PatternChoice;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.LinkMode;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Choices;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Components that call one another in a circle, so that none can work without all others.
public final class CyclicCalls extends Smell {
  /// Links whose failure is looked at; what one of a circle does shows what all do.
  private static final int PROBED = 20;

  public CyclicCalls() {
    super("REL-LC-005", Severity.HIGH, FailureCategory.SHARED_FATE, "REL04-BP02");
  }

  /// A call without which its caller cannot answer.
  public static boolean isHardCall(Edge edge) {
    return edge.isSync() && !edge.isSoft() && edge.fallback() == Fallback.NONE;
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.links(LinkMode.SYNC)) {
      if (isHardCall(edge) && edge.from().kind().isCompute() && edge.to().kind().isCompute()) {
        checks.examined(edge.from());
      }
    }
    DependencyCycle.among(context.graph(), CyclicCalls::isHardCall)
        .forEach(cycle -> flag(context, checks, cycle));
  }

  private static void flag(RuleContext context, Checks checks, DependencyCycle cycle) {
    Edge weakest = weakest(context, cycle.edges().stream()).orElseThrow();
    Draft draft =
        checks
            .flag(cycle.members())
            .message("%s call one another in a circle", Words.some(cycle.members()))
            .because(
                "Flagged because %s depend on one another over %s without a fallback: none of them "
                    + "starts or answers without the others, and a slow one ties up the workers of "
                    + "its own callers.",
                Words.some(cycle.members()),
                Words.some(cycle.edges().stream().map(Edge::subject).distinct().toList()))
            .on(cycle.edges())
            .probesAlong(cycle.edges().stream().limit(PROBED).toList());
    unawaited(context, cycle).ifPresent(edge -> publish(draft, context, edge));
    weakest(context, cycle.edges().stream().filter(edge -> canCopy(context, edge)))
        .ifPresent(edge ->
            draft.fix(
                KeepCopy.on(context.design(), edge.link()),
                "%s answers from what it last heard: somebody must say how old that may be, and %s "
                    + "must announce its changes.",
                edge.from(),
                edge.to()));
    doWithout(draft, context, weakest);
    draft.raise();
  }

  /// The link that is easiest to give up: the one with the lowest rate.
  private static Optional<Edge> weakest(RuleContext context, Stream<Edge> edges) {
    return edges.min(
        Comparator.comparingDouble((Edge edge) -> context.load().rate(edge))
            .thenComparingInt(Edge::index));
  }

  private static Optional<Edge> unawaited(RuleContext context, DependencyCycle cycle) {
    return weakest(
        context,
        cycle.edges().stream().filter(edge -> context.unawaited(edge.from()).contains(edge)));
  }

  private static boolean canCopy(RuleContext context, Edge edge) {
    return edge.impliedBy().isEmpty() && KeepCopy.fits(context.design(), edge.link());
  }

  private static void publish(Draft draft, RuleContext context, Edge edge) {
    Optional<PatternChoice> choice = Choices.of(context, List.of(edge));
    draft.pick(
        Choices.reason(choice),
        Choices.buffer(context, edge, choice),
        "%s learns of it later, perhaps twice: this direction becomes eventual.",
        edge.to());
  }

  /// The last resort: the circle stays in the drawing, but one link of it can fail.
  private static void doWithout(Draft draft, RuleContext context, Edge edge) {
    CallLimits bounds = context.budget(edge).bounds();
    if (edge.isMutating()) {
      draft.fix(
          Declarations.goOnWithout(edge, bounds),
          "What %s should have done is lost unless it is noted and repeated.",
          edge.to());
    } else {
      draft.fix(
          Declarations.setFallback(edge, Fallback.STALE_CACHE, bounds),
          "Answers may be old; somebody must say how old is too old.");
    }
  }
}

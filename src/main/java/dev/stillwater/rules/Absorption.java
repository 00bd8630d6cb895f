package dev.stillwater.rules;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.Bundle;
import dev.stillwater.edits.CallLimits;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.PatternChoice;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What can keep a failing callee from taking its caller along, offered to the findings that a
/// ripple brings: hand over instead of waiting, do without, or bound the wait.
public final class Absorption {
  private Absorption() {}

  /// A queue or topic on a call that nobody needs to wait for. Where the guards refuse one, the
  /// finding says why.
  public static void decouple(Draft draft, RuleContext context, Edge edge) {
    Node caller = edge.from();
    if (edge.mode() != LinkMode.SYNC
        || !RuleContext.takesWork(edge.to().kind())
        || !caller.kind().isCompute()
        || edge.impliedBy().isPresent()) {
      return;
    }
    List<Edge> unawaited = context.unawaited(caller);
    boolean fansOut = unawaited.stream().map(Edge::to).distinct().count() > 1;
    if (unawaited.contains(edge) && fansOut) {
      Optional<PatternChoice> topic = Choices.of(context, unawaited);
      draft.pick(
          Choices.reason(topic),
          Choices.publication(caller, unawaited, topic),
          "Subscribers learn of it later, perhaps twice; each needs idempotency and somebody who "
              + "reads its dead letters.");
    }
    Optional<PatternChoice> queue = Choices.of(context, List.of(edge));
    draft.pick(
        Choices.reason(queue),
        Choices.buffer(context, edge, queue),
        "The answer becomes an acknowledgement; the consumer may see a message twice, which is "
            + "asked about next.");
  }

  /// Another answer when the callee fails, within bounds that keep workers free meanwhile.
  public static void doWithout(Draft draft, RuleContext context, Edge edge) {
    if (isAbsorbedAlone(edge)) {
      bound(draft, context, edge);
    } else {
      instead(context, edge).ifPresent(other -> draft.fix(other.edit, other.tradeOff));
    }
  }

  /// Whether the caller has an answer that needs nobody else; somebody who stands in may be down
  /// together with the callee.
  private static boolean isAbsorbedAlone(Edge edge) {
    return edge.isSoft()
        || edge.isAbsorbable() && edge.link().get(LinkAttributes.FALLBACK_TO).isEmpty();
  }

  /// Whether the caller has nothing to go on with, or waits for it without end.
  private static boolean needsAnswer(Edge edge) {
    return !isAbsorbedAlone(edge) || RuleContext.makesWait(edge) && Double.isInfinite(edge.hold());
  }

  /// The same for all links by which a caller uses a callee: it has to do without on each of them.
  public static void doWithoutAny(Draft draft, RuleContext context, Edge edge) {
    if (RuleContext.makesWait(edge) && !context.budget(edge).canBeBounded()) {
      return;
    }
    List<Edge> links =
        Stream.of(context.graph().out(edge.from()))
            .filter(other -> other.to() == edge.to() && needsAnswer(other))
            .toList();
    List<Instead> all = links.stream().flatMap(other -> instead(context, other).stream()).toList();
    if (links.size() < 2) {
      doWithout(draft, context, edge);
    } else if (all.size() == links.size()) {
      String names = String.join(", ", links.stream().map(Edge::subject).toList());
      draft.fix(
          new Bundle(
              "DoWithout",
              names,
              "Go on without " + Words.name(edge.to()) + " when it fails, on each of " + names,
              all.stream().map(Instead::edit).toList()),
          all.getFirst().tradeOff);
    }
  }

  private record Instead(Edit edit, String tradeOff) {}

  private static Optional<Instead> instead(RuleContext context, Edge edge) {
    String callee = Words.name(edge.to());
    return switch (edge.mode()) {
      case SYNC, SEND -> {
        CallLimits bounds = context.budget(edge).bounds();
        if (isAbsorbedAlone(edge)) {
          yield Optional.of(
              new Instead(
                  Declarations.limitCalls(edge, bounds),
                  "Calls to a slow " + callee + " fail instead of waiting."));
        }
        if (!edge.isMutating()) {
          yield Optional.of(
              new Instead(
                  Declarations.setFallback(edge, Fallback.STALE_CACHE, bounds),
                  "Answers may be old; somebody must say how old is too old."));
        }
        if (edge.need() == Need.ACK_NOW || edge.need() == Need.LATER) {
          yield Optional.of(
              new Instead(
                  Declarations.goOnWithout(edge, bounds),
                  "What " + callee + " should have done is lost unless it is noted and repeated."));
        }
        yield RuleContext.takesWork(edge.to().kind())
            ? Optional.of(
                new Instead(
                    Declarations.setFallback(edge, Fallback.STATIC, bounds),
                    "Somebody must decide which answer is right without "
                        + callee
                        + ", and settle what was left open."))
            : Optional.empty();
      }
      case CONFIG ->
          Optional.of(
              new Instead(
                  Declarations.setFallback(edge, Fallback.LAST_GOOD, CallLimits.NONE),
                  "A change does not arrive while the source is down."));
      case DELIVER, PROBE, REPLICATE -> Optional.empty();
    };
  }

  /// Bounds on the call that leave the caller workers for everything else.
  public static void bound(Draft draft, RuleContext context, Edge edge) {
    if (!RuleContext.makesWait(edge)) {
      return;
    }
    WorkerBudget budget = context.budget(edge);
    String callee = Words.name(edge.to());
    budget
        .keepingWorkers()
        .ifPresent(limits ->
            draft.fix(
                Declarations.limitCalls(edge, limits),
                "Calls to a slow "
                    + callee
                    + " fail instead of waiting; compare the timeout with the p99.9 that you "
                    + "measure."));
    CallLimits bulkhead = budget.bulkhead();
    if (bulkhead.bulkhead() != null) {
      boolean unneeded = edge.need() == Need.ACK_NOW || edge.need() == Need.LATER;
      draft.fix(
          unneeded
              ? Declarations.goOnWithout(edge, bulkhead)
              : Declarations.limitCalls(edge, bulkhead),
          unneeded
              ? Words.name(edge.from())
                  + " stays up; what "
                  + callee
                  + " should have done meanwhile is lost unless it is noted and repeated."
              : "Calls above the limit fail at once although " + callee + " might have answered.");
    }
    budget
        .keepingWorkers()
        .filter(limits -> !edge.hasBreaker())
        .ifPresent(limits ->
            draft.fix(
                Declarations.addBreaker(edge, limits),
                "A breaker turns partial trouble of " + callee + " into a full stop for a while."));
  }

  /// More workers for a caller that has none to spare, and no call longer than it must be.
  public static void moreWorkers(Draft draft, RuleContext context, Edge edge) {
    WorkerBudget budget = context.budget(edge);
    draft.fix(
        Declarations.giveWorkers(edge, budget.enoughWorkers(), budget.once()),
        "Workers take memory, and more of them ask more of everything that %s calls.",
        edge.from());
  }
}

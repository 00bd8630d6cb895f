package dev.stillwater.rules.idempotency;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.RepeatChanges;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Idempotency;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Timespan;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A token that protects the first hop and is not passed on to the next. Where the next hop is
/// tried more than once, [RetriedWrite] speaks.
public final class DroppedToken extends Smell {
  public DroppedToken() {
    super("REL-ID-005", Severity.MEDIUM, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL04-BP04");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node node : context.components()) {
      Optional<Edge> received =
          Stream.of(context.graph().in(node))
              .filter(edge -> edge.idempotency() != Idempotency.NONE)
              .findFirst();
      if (received.isEmpty()) {
        continue;
      }
      List<Edge> writes = writesWithoutToken(context, checks, node);
      List<Edge> dropped =
          writes.stream().filter(edge -> edge.attempts() == 1 && !edge.isSoft()).toList();
      if (!dropped.isEmpty()) {
        Optional<Timespan> longest = longest(context, node);
        Edit propagate =
            RepeatChanges.propagateToken(node, writes, edge -> kept(context, edge, longest));
        dropped.forEach(edge -> flag(context, checks, received.get(), edge, propagate, longest));
      }
    }
  }

  /// The links by which a component writes without a token; a fix serves them all at once.
  private static List<Edge> writesWithoutToken(RuleContext context, Checks checks, Node node) {
    List<Edge> requests =
        Stream.of(context.graph().out(node)).filter(RuleContext::makesWait).toList();
    for (Edge edge : requests) {
      if (!edge.isDeclared(LinkAttributes.EFFECT)) {
        checks.cannotJudge(edge);
      } else if (edge.effect() == Effect.WRITE) {
        checks.examined(edge);
      }
    }
    return requests.stream()
        .filter(edge -> edge.effect() == Effect.WRITE)
        .filter(edge -> edge.idempotency() == Idempotency.NONE)
        .toList();
  }

  private static void flag(
      RuleContext context,
      Checks checks,
      Edge received,
      Edge edge,
      Edit propagate,
      Optional<Timespan> longest) {
    Node node = edge.from();
    Node callee = context.answering(edge);
    Draft draft =
        checks
            .flag(edge)
            .message("%s recognises repeats, but makes %s write again", node, callee)
            .because(
                "Flagged because %s recognises repeats over %s and %s carries no token: when %s "
                    + "dies between this write and the record of its own work, the repeat of the "
                    + "request writes to %s a second time.",
                node, received, edge, node, callee)
            .on(received)
            .fix(
                propagate,
                "Each callee must take the token and remember it, which changes its interface.");
    if (callee.kind().isStore() && edge.mode() == LinkMode.SYNC) {
      draft.declare(
          Declarations.setDedupStore(edge, ending(kept(context, edge, longest))),
          "True only where the record of the request and this write commit in one transaction.");
    }
    draft
        .declare(
            Declarations.declareRepeatable(edge),
            "True only for writes that set a state, not for those that add to one.")
        .raise();
  }

  /// The longest time for which a component recognises repeats itself; empty where it is
  /// undeclared.
  private static Optional<Timespan> longest(RuleContext context, Node node) {
    return Stream.of(context.graph().in(node))
        .filter(edge -> edge.idempotency() != Idempotency.NONE)
        .flatMap(edge -> edge.link().get(LinkAttributes.TOKEN_TTL).stream())
        .max(Comparator.naturalOrder());
  }

  /// As long as the caller recognises repeats, and no shorter than it tries.
  private static @Nullable Timespan kept(
      RuleContext context, Edge edge, Optional<Timespan> longest) {
    Timespan own = RepeatWindow.kept(context, edge);
    return longest.map(caller -> caller.compareTo(own) < 0 ? own : caller).orElse(null);
  }

  /// A record without a declared end has none.
  private static @Nullable Timespan ending(@Nullable Timespan kept) {
    return kept == null || kept.isUnlimited() ? null : kept;
  }
}

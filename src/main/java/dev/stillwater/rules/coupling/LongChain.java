package dev.stillwater.rules.coupling;

import dev.stillwater.analysis.CallChain;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.edits.KeepCopy;
import dev.stillwater.edits.MergeHops;
import dev.stillwater.edits.PatternChoice;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Settings;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Choices;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A journey whose answer hangs on many components at once, each calling the next.
///
/// Along a listed path the chain is found in the order of the path, as the reference does it;
/// behind an entry it is the longest simple chain (see [CallChain]).
public final class LongChain extends Smell {
  /// The availability by which the page and the finding show how a chain multiplies.
  private static final double THREE_NINES = 0.999;

  /// Hops whose failure is looked at; longer chains exist where calls form large circles only.
  private static final int PROBED = 20;

  public LongChain() {
    super("REL-LC-004", Severity.MEDIUM, FailureCategory.SHARED_FATE, "REL04-BP01", "REL04-BP02");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Reach reach : context.journeys()) {
      if (!reach.synchronous().isEmpty()) {
        checks.examined(reach.journey().id());
        CallChain chain = CallChain.hops(reach);
        int limit = context.setting(Settings.CHAIN, reach.journey());
        if (chain.weight() >= limit) {
          flag(context, checks, reach, chain, limit);
        }
      }
    }
  }

  private static void flag(
      RuleContext context, Checks checks, Reach reach, CallChain chain, int limit) {
    checks
        .flag(reach.journey())
        .on(chain.atLeast(limit))
        .probesAlong(farthest(chain.edges()))
        .telling(draft -> tell(draft, context, reach, chain, limit))
        .raise();
  }

  private static void tell(
      Draft draft, RuleContext context, Reach reach, CallChain chain, int limit) {
    int hops = (int) chain.weight();
    List<Node> members =
        chain.edges().stream()
            .map(Edge::to)
            .filter(it -> RuleContext.takesWork(it.kind()))
            .toList();
    draft
        .detail(Integer.toString(hops))
        .message(
            "%s waits for %s components that call one another", reach.journey(), Words.count(hops))
        .because(
            "Flagged because %s are called one behind the other, %d hops where %d are the limit"
                + " (settings.chain): all must be up at once, and at %s each they are %s of the"
                + " time.",
            Words.some(members),
            hops,
            limit,
            percent(THREE_NINES),
            percent(Math.pow(THREE_NINES, hops)));
    chain.edges().stream()
        .filter(edge -> context.unawaited(edge.from()).contains(edge))
        .findFirst()
        .ifPresent(edge -> cut(draft, context, edge));
    chain.edges().stream()
        .filter(edge -> edge.impliedBy().isEmpty())
        .filter(edge -> KeepCopy.fits(context.design(), edge.link()))
        .findFirst()
        .ifPresent(edge ->
            draft.fix(
                KeepCopy.on(context.design(), edge.link()),
                "%s answers from what it last heard: somebody must say how old that may be, and %s "
                    + "must announce its changes.",
                edge.from(),
                edge.to()));
    chain.edges().stream()
        .filter(edge -> edge.impliedBy().isEmpty())
        .filter(edge -> MergeHops.fits(context.design(), edge.link()))
        .findFirst()
        .ifPresent(edge ->
            draft.fix(
                MergeHops.on(context.design(), edge.link()),
                "One deployment instead of two: both teams release together, and a fault of one "
                    + "takes the other along."));
  }

  /// The hops that show what the chain costs: whatever fails there comes all the way.
  private static List<Edge> farthest(List<Edge> chain) {
    return chain.subList(Math.max(0, chain.size() - PROBED), chain.size());
  }

  private static void cut(Draft draft, RuleContext context, Edge edge) {
    Optional<PatternChoice> choice = Choices.of(context, List.of(edge));
    draft.pick(
        Choices.reason(choice),
        Choices.buffer(context, edge, choice),
        "The chain ends at %s with an acknowledgement; what lies behind happens later, and its "
            + "errors need another way back.",
        edge.from());
  }

  private static String percent(double part) {
    return String.format(Locale.ROOT, "%.1f %%", part * 100);
  }
}

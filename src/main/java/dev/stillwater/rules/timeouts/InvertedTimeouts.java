package dev.stillwater.rules.timeouts;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.CallLimits;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.Words;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Settings;
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

/// A call that goes on although the caller of its caller has given up.
///
/// The time that the outer caller waits is its timeout or, where that is shorter, the limit of a
/// calling router; the reference takes the timeout where both are declared, although the router is
/// gone first. A link is not compared with itself, neither as a loop nor around an annotated
/// balancer.
///
/// Where the calls lie on one circle, each lies inside the other and no timeouts are right for
/// both: what helps is that one of them is not waited for any more.
///
/// Callers are sorted by their patience once for each component, so the work is that of the sorting
/// and of the findings. Where more than [#PAIRS_PER_LINK] pairs for each link of a component are
/// inverted, only the least patient caller of each inner call is reported, with the number of the
/// others.
public final class InvertedTimeouts extends Smell {
  static final int PAIRS_PER_LINK = 10;

  /// The part of the outer caller's time for a call that cannot fit whole.
  private static final double HALF = 0.5;

  public InvertedTimeouts() {
    super("REL-TR-003", Severity.MEDIUM, FailureCategory.EXCESSIVE_LATENCY, "REL05-BP05");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    Callers callers = Callers.of(context.graph());
    for (Node middle : context.components()) {
      List<Edge> inner =
          Stream.of(context.graph().out(middle)).filter(edge -> counts(context, edge)).toList();
      List<Edge> calls = Stream.of(context.graph().in(middle)).filter(Edge::isSync).toList();
      if (inner.isEmpty() || calls.isEmpty()) {
        continue;
      }
      List<Edge> outer =
          calls.stream()
              .filter(edge -> Double.isFinite(edge.timeout()))
              .sorted(Comparator.comparingDouble(Edge::timeout).thenComparing(Edge::index))
              .toList();
      long pairs = 0;
      for (Edge edge : inner) {
        pairs += leaving(outer, edge).size();
      }
      long most = (long) PAIRS_PER_LINK * (calls.size() + inner.size());
      for (Edge edge : inner) {
        judge(context, checks, edge, outer, pairs > most, callers);
      }
    }
  }

  /// A call with a declared timeout that a part of the requests worth counting makes. A soft one
  /// with a bulkhead is not waited for.
  private static boolean counts(RuleContext context, Edge edge) {
    return edge.isSync()
        && edge.isDeclared(LinkAttributes.TIMEOUT)
        && context.load().share(edge) > context.setting(Settings.MIN_SHARE, edge)
        && !(edge.isSoft() && edge.isDeclared(LinkAttributes.BULKHEAD));
  }

  /// The callers, least patient first, that have left when a call is given up.
  private static List<Edge> leaving(List<Edge> sorted, Edge inner) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle).timeout() <= inner.hold()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return sorted.subList(0, low);
  }

  private static void judge(
      RuleContext context,
      Checks checks,
      Edge inner,
      List<Edge> outer,
      boolean onlyOne,
      Callers callers) {
    if (outer.isEmpty()) {
      checks.cannotJudge(inner);
      return;
    }
    checks.examined(inner);
    List<Edge> leaving = leaving(outer, inner);
    for (Edge edge : leaving) {
      if (!edge.subject().equals(inner.subject())) {
        flag(context, checks, inner, edge, onlyOne ? leaving.size() - 1 : 0, callers);
        if (onlyOne) {
          return;
        }
      }
    }
  }

  private static void flag(
      RuleContext context, Checks checks, Edge inner, Edge outer, int others, Callers callers) {
    checks
        .flag(inner)
        .second(outer)
        .on(outer)
        .telling(draft -> tell(draft, context, inner, outer, others, callers))
        .raise();
  }

  private static void tell(
      Draft draft, RuleContext context, Edge inner, Edge outer, int others, Callers callers) {
    draft
        .detail(outer.subject())
        .message("%s still waits for %s after %s has given up", inner.from(), inner.to(), outer)
        .because(
            "Flagged because %s holds a worker of %s %s, and %s waits %s only: what "
                + "comes later is work for nobody, while the request is made again.",
            inner,
            inner.from(),
            Double.isInfinite(inner.hold())
                ? "for ever"
                : "for up to " + Words.duration(inner.hold()),
            outer,
            Words.duration(outer.timeout()));
    if (others > 0) {
      draft.because("It stands for %s more callers that leave too early.", Words.number(others));
    }
    if (callers.areInOneCircle(outer, inner)) {
      doWithout(draft, context, inner);
    } else {
      fix(draft, context, inner, outer, callers);
    }
  }

  private static void doWithout(Draft draft, RuleContext context, Edge inner) {
    draft.fix(
        Declarations.goOnWithout(inner, context.budget(inner).compartment()),
        "Each of the two calls lies inside the other, so no timeouts are right for both: %s has to "
            + "answer without %s, or the circle has to be broken.",
        inner.from(),
        inner.to());
  }

  /// A call is not advised to be shorter than those that lie inside it, as long as the one outside
  /// can be longer: else the advice of the next finding would take this one back.
  private static void fix(
      Draft draft, RuleContext context, Edge inner, Edge outer, Callers callers) {
    Optional<Timespan> longer = longer(inner, outer, callers);
    double left = outer.timeout() - Math.max(inner.from().own(), 1);
    double each = Patience.atMost((left - inner.backoffTotal()) / inner.attempts());
    double once = Math.min(Patience.atMost(left), inner.timeout());
    double least = longer.isPresent() ? longestInside(context, inner, callers) : 0;
    boolean keepsRepeats = Patience.isHealthy(context, inner, each) && each > least;
    if (keepsRepeats) {
      draft.fix(
          Declarations.limitCalls(inner, new CallLimits(Timespan.ofMillis(each), null, null)),
          "Calls to %s fail earlier; compare the timeout with the p99.9 that you measure.",
          inner.to());
    }
    boolean fits =
        Patience.isHealthy(context, inner, once) && once < outer.timeout() && once > least;
    if (fits && inner.attempts() > 1) {
      draft.fix(
          Declarations.limitCalls(inner, new CallLimits(Timespan.ofMillis(once), 0, null)),
          "A lost packet on %s is repaired by the caller outside only, which repeats more work.",
          inner);
    }
    longer.ifPresent(patience ->
        draft.fix(
            Declarations.limitCalls(outer, new CallLimits(patience, null, null)),
            "Errors reach the caller later, and whoever calls it must wait longer still."));
    if (!keepsRepeats && !fits && longer.isEmpty()) {
      draft.fix(
          Declarations.limitCalls(
              inner, new CallLimits(Timespan.ofMillis(outer.timeout() * HALF), 0, null)),
          "Healthy answers of %s may be cut off: the caller outside is less patient than the work "
              + "takes, so wait longer there or do less here.",
          inner.to());
    }
  }

  /// Milliseconds that the longest call inside another may take.
  private static double longestInside(RuleContext context, Edge call, Callers callers) {
    return Stream.of(context.graph().out(call.to()))
        .filter(edge -> counts(context, edge) && !callers.areInOneCircle(call, edge))
        .mapToDouble(Edge::hold)
        .max()
        .orElse(0);
  }

  /// A wait outside that outlasts the one inside; empty where there is none, or none that a router
  /// further out keeps up.
  private static Optional<Timespan> longer(Edge inner, Edge outer, Callers callers) {
    if (Double.isInfinite(inner.hold()) || outer.declaredTimeout() != outer.timeout()) {
      return Optional.empty();
    }
    Timespan patience = Patience.atLeast(inner.hold() + Math.max(inner.from().own(), 1));
    double hold = patience.millis() * outer.attempts() + outer.backoffTotal();
    return patience.millis() <= outer.from().limit() && hold < callers.limit(outer.from())
        ? Optional.of(patience)
        : Optional.empty();
  }
}

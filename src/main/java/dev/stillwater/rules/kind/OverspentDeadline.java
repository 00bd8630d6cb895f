package dev.stillwater.rules.kind;

import dev.stillwater.analysis.CallChain;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.edits.CouplingChanges;
import dev.stillwater.edits.InsertQueue;
import dev.stillwater.edits.KindChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Timespan;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A journey that cannot keep its deadline although everything is well.
///
/// Along a listed path every component counts once, in the order of the path: the architect has
/// said that the journey goes there. Behind an entry the links are derived and branches may be
/// alternatives, so only the slowest chain of calls counts.
public final class OverspentDeadline extends Smell {
  /// Milliseconds that nothing exceeds (31,000 years), so that absurd values stay finite.
  private static final double LONGEST = 1e15;

  /// Terms that a sentence can hold; of more, the largest.
  private static final int TERMS = 6;

  public OverspentDeadline() {
    super(
        "REL-KS-003", Severity.HIGH, FailureCategory.EXCESSIVE_LATENCY, "REL04-BP01", "REL05-BP05");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Reach reach : context.journeys()) {
      Optional<Timespan> deadline = reach.journey().get(JourneyAttributes.DEADLINE);
      List<Edge> calls = calls(reach);
      if (deadline.isEmpty() || calls.isEmpty()) {
        continue;
      }
      checks.examined(reach.journey().id());
      Optional<Edge> unknown = calls.stream().filter(call -> !isKnown(call.to())).findFirst();
      unknown.ifPresent(checks::cannotJudge);
      if (unknown.isEmpty() && sum(calls) > deadline.get().millis()) {
        flag(context, checks, reach, calls, deadline.get().millis());
      }
    }
  }

  private static List<Edge> calls(Reach reach) {
    if (!isListed(reach)) {
      return CallChain.of(reach, OverspentDeadline::work).edges();
    }
    Set<Node> reached = new HashSet<>();
    return reach.synchronous().stream().filter(edge -> reached.add(edge.to())).toList();
  }

  private static boolean isListed(Reach reach) {
    return reach.journey().get(JourneyAttributes.PATH).isPresent();
  }

  private static double work(Edge edge) {
    return Math.min(edge.to().own() * Math.max(1, edge.calls()), LONGEST);
  }

  private static double sum(List<Edge> calls) {
    return calls.stream().mapToDouble(OverspentDeadline::work).sum();
  }

  /// Routers, stores and caches count with the usual values of their kinds.
  private static boolean isKnown(Node node) {
    return node.isDeclared(ComponentAttributes.P99)
        || node.kind().isRouter()
        || node.kind().isStore()
        || node.kind() == ComponentKind.CACHE;
  }

  private static void flag(
      RuleContext context, Checks checks, Reach reach, List<Edge> calls, double deadline) {
    Journey journey = reach.journey();
    checks
        .flag(journey)
        .on(concerned(reach, calls, deadline))
        .telling(draft -> tell(draft, context, reach, calls, deadline))
        .raise();
  }

  private static void tell(
      Draft draft, RuleContext context, Reach reach, List<Edge> calls, double deadline) {
    Journey journey = reach.journey();
    double sum = sum(calls);
    Edge largest = calls.stream().max(Comparator.comparingDouble(OverspentDeadline::work)).get();
    draft
        .detail(Words.fixed(sum, 0) + " ms > " + Words.fixed(deadline, 0) + " ms")
        .message("%s cannot be answered within %s", journey, Words.duration(deadline))
        .because(
            "Flagged because own work at p99 adds up to %s (%s), and the deadline is %s; the "
                + "largest part is %s with %s.",
            Words.duration(sum),
            terms(calls),
            Words.duration(deadline),
            largest.to(),
            Words.duration(work(largest)))
        .because(
            "The sum is pessimistic, because not everything is at its p99 in the same request; "
                + "it is what can be promised without measuring.");
    calls.stream()
        .filter(call -> canLeave(context, call))
        .max(Comparator.comparingDouble(OverspentDeadline::work))
        .ifPresent(call ->
            draft.fix(
                InsertQueue.on(context.design(), call.link()),
                "%s works after the answer: what it does becomes visible later, and its errors "
                    + "need another way back.",
                call.to()));
    if (largest.calls() > 1 && weight(reach, calls, largest) <= deadline) {
      draft.fix(
          CouplingChanges.batchCalls(largest),
          "%s needs an operation that answers for many at once, and larger answers take longer.",
          largest.to());
    }
    draft.declare(
        KindChanges.setDeadline(journey, rounded(sum)),
        "Whoever waits must agree, and their own timeouts must allow it.");
  }

  /// What it would take if one component were asked once.
  private static double weight(Reach reach, List<Edge> calls, Edge batched) {
    double once = batched.to().own();
    return isListed(reach)
        ? sum(calls) - work(batched) + once
        : CallChain.of(reach, call -> call == batched ? once : work(call)).weight();
  }

  /// The calls on every way that takes too long.
  private static List<Edge> concerned(Reach reach, List<Edge> calls, double deadline) {
    return isListed(reach)
        ? calls
        : CallChain.of(reach, OverspentDeadline::work).atLeast(Math.nextUp(deadline));
  }

  private static boolean canLeave(RuleContext context, Edge call) {
    return context.unawaited(call.from()).contains(call);
  }

  private static String terms(List<Edge> calls) {
    Set<Edge> largest =
        calls.stream()
            .sorted(Comparator.comparingDouble(OverspentDeadline::work).reversed())
            .limit(TERMS)
            .collect(Collectors.toSet());
    List<String> terms = new ArrayList<>();
    for (Edge call : calls.stream().filter(largest::contains).toList()) {
      String times = call.calls() > 1 ? Words.number(call.calls()) + " × " : "";
      terms.add(Words.name(call.to()) + " " + times + Words.duration(call.to().own()));
    }
    int more = calls.size() - terms.size();
    return String.join(" + ", terms) + (more > 0 ? " + " + more + " smaller" : "");
  }

  /// The next whole tenth of a second.
  private static Timespan rounded(double millis) {
    return Timespan.ofMillis(Math.ceil(millis / 100) * 100);
  }
}

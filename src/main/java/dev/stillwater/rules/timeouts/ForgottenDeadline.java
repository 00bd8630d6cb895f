package dev.stillwater.rules.timeouts;

import dev.stillwater.analysis.CallChain;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Reach;
import dev.stillwater.edits.KindChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;

/// A journey whose deep servers are not told how much time is left.
public final class ForgottenDeadline extends Smell {
  /// Hops from which work for a caller that has gone adds up: one that waits, one that works for
  /// it, and one that does not know that nobody is left.
  private static final int DEEP = 3;

  public ForgottenDeadline() {
    super("REL-TR-010", Severity.LOW, FailureCategory.EXCESSIVE_LOAD, "REL05-BP05");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Reach reach : context.journeys()) {
      if (reach.journey().realTimeClass() != RealTimeClass.HARD) {
        continue;
      }
      double hops = CallChain.hops(reach).weight();
      if (hops >= DEEP) {
        checks.examined(reach.journey().id());
        List<Edge> silent = calls(reach).stream().filter(ForgottenDeadline::isSilent).toList();
        if (!silent.isEmpty()) {
          flag(checks, reach, (int) hops, silent);
        }
      }
    }
  }

  /// All calls that a path lists; behind an entry those that the caller waits for.
  private static List<Edge> calls(Reach reach) {
    boolean listed = reach.journey().get(JourneyAttributes.PATH).isPresent();
    return listed ? reach.edges().stream().filter(Edge::isSync).toList() : reach.synchronous();
  }

  private static boolean isSilent(Edge edge) {
    return edge.from().kind().isCompute() && !edge.held(LinkAttributes.PROPAGATE_DEADLINE);
  }

  private static void flag(Checks checks, Reach reach, int hops, List<Edge> silent) {
    checks
        .flag(reach.journey())
        .message("Deep calls of %s do not know when the caller gives up", reach.journey())
        .because(
            "Flagged because somebody waits for %s, %d components call one another (from %d on it "
                + "counts), and %s do not pass on how much time is left: servers at the end keep "
                + "working for a caller that has gone, most of all in an overload.",
            reach.journey(), hops, DEEP, Words.some(silent))
        .on(silent)
        .fix(
            KindChanges.setPropagateDeadline(reach.journey(), silent),
            "Every framework on the way must carry the deadline and cancel work when it has passed;"
                + " clocks need not agree when the remaining time is sent.")
        .raise();
  }
}

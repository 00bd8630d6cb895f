package dev.stillwater.rules.data;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.DataChanges;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Idempotency;
import dev.stillwater.model.Leadership;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A leader that holds a lease which nobody checks when it writes.
///
/// Silent where everything that it changes is declared repeatable or recognised when repeated, as
/// the catalogue says; the reference flags that as well.
public final class LeaseWithoutFencing extends Smell {
  public LeaseWithoutFencing() {
    super("REL-DA-004", Severity.LOW, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL04-BP04");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node node : context.components()) {
      Optional<Leadership> leader = node.held(ComponentAttributes.LEADER);
      if (leader.isEmpty() || leader.get() == Leadership.NONE) {
        continue;
      }
      checks.examined(node);
      if (leader.get() == Leadership.LEASE) {
        List<Edge> writes = Stream.of(context.graph().out(node)).filter(Edge::isMutating).toList();
        List<Edge> harmful = writes.stream().filter(LeaseWithoutFencing::addsUp).toList();
        if (writes.isEmpty() || !harmful.isEmpty()) {
          flag(checks, node, harmful);
        }
      }
    }
  }

  private static boolean addsUp(Edge edge) {
    return edge.effect() == Effect.WRITE && edge.idempotency() == Idempotency.NONE;
  }

  private static void flag(Checks checks, Node node, List<Edge> harmful) {
    checks
        .flag(node)
        .message("%s can have two leaders that both write", node)
        .because(
            "Flagged because the leader of %s holds a lease, and no store checks it%s: a leader "
                + "that is paused while its lease runs out goes on where it stopped, beside the "
                + "new one.",
            node,
            harmful.isEmpty()
                ? ""
                : " on " + String.join(", ", harmful.stream().map(Edge::subject).toList()))
        .on(harmful)
        .fix(
            DataChanges.setLeader(node),
            "Every store that the leader writes to must keep the highest number that it has seen "
                + "and refuse lower ones.")
        .raise();
  }
}

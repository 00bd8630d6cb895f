package dev.stillwater.rules.coupling;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.InsertGateway;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkMode;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;

/// A queue of ours that clients or other systems write to themselves.
public final class ExposedQueue extends Smell {
  /// The tag of senders and queues for which the queue is the interface: devices that report.
  private static final String TELEMETRY = "telemetry";

  public ExposedQueue() {
    super("REL-LC-010", Severity.LOW, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL05-BP04");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.links(LinkMode.SEND)) {
      ComponentKind sender = edge.from().kind();
      if (edge.to().kind() == ComponentKind.QUEUE) {
        checks.examined(edge);
        if ((sender == ComponentKind.CLIENT || sender == ComponentKind.EXTERNAL)
            && !isTelemetry(edge.from())
            && !isTelemetry(edge.to())) {
          flag(context, checks, edge);
        }
      }
    }
  }

  private static boolean isTelemetry(Node node) {
    return node.held(ComponentAttributes.TAGS).orElse(List.of()).contains(TELEMETRY);
  }

  private static void flag(RuleContext context, Checks checks, Edge edge) {
    Link link = context.design().links().get(edge.subject());
    Draft draft =
        checks
            .flag(edge)
            .message("%s writes to %s itself", edge.from(), edge.to())
            .because(
                "Flagged because %s is outside and sends to %s without anything in between: it "
                    + "cannot be throttled, its messages are checked only when they are read, and "
                    + "the product behind the queue has become its interface.",
                edge.from(), edge.to());
    if (InsertGateway.fits(context.design(), link)) {
      draft.fix(
          InsertGateway.on(context.design(), link),
          "One hop more, and one more component that must be up for a message to get in.");
    }
    draft.raise();
  }
}

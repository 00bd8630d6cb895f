package dev.stillwater.rules.coupling;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.AddDlq;
import dev.stillwater.edits.PatternChoice;
import dev.stillwater.edits.SetDlq;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Choices;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.Optional;

/// A topic or event bus that pushes into an endpoint, with nothing that keeps what the endpoint did
/// not take.
public final class PushedSubscription extends Smell {
  public PushedSubscription() {
    super("REL-LC-009", Severity.MEDIUM, FailureCategory.SHARED_FATE, "REL04-BP02");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.links(LinkMode.DELIVER)) {
      if (isPush(edge)) {
        checks.examined(edge);
        if (edge.link().get(LinkAttributes.DLQ).isEmpty()) {
          flag(context, checks, edge);
        }
      }
    }
  }

  private static boolean isPush(Edge edge) {
    Node broker = edge.from();
    ComponentKind consumer = edge.to().kind();
    return (broker.kind() == ComponentKind.TOPIC || broker.kind() == ComponentKind.EVENT_BUS)
        && (consumer == ComponentKind.SERVICE || consumer == ComponentKind.EXTERNAL);
  }

  private static void flag(RuleContext context, Checks checks, Edge edge) {
    Draft draft =
        checks
            .flag(edge)
            .message("%s pushes into %s and drops what it does not take", edge.from(), edge.to())
            .because(
                "Flagged because %s delivers to %s over %s, nothing keeps a message between the"
                    + " two, and the link has no dead-letter queue: %s, and the message is gone.",
                edge.from(), edge.to(), edge, givesUp(edge.from()));
    if (edge.impliedBy().isEmpty()) {
      Optional<PatternChoice> choice = Choices.ofPush(context, edge);
      draft
          .pick(
              Choices.reason(choice),
              Choices.buffer(context, edge, choice),
              "%s must fetch its messages, which adds a little delay, and must bear to see one "
                  + "twice.",
              edge.to())
          .fix(
              new SetDlq(edge.subject(), Words.name(edge.to())),
              "Somebody has to look at what was put aside and send it again; %s still sees bursts "
                  + "as they come.",
              edge.to());
    } else {
      draft.fix(
          new AddDlq(edge.subject(), true, Words.name(edge.from())),
          "Somebody has to look at what was put aside and send it again.");
    }
    draft.raise();
  }

  /// When a push is tried for the last time; Amazon EventBridge User Guide and Amazon SNS Developer
  /// Guide, delivery retries.
  private static String givesUp(Node broker) {
    return broker.kind() == ComponentKind.EVENT_BUS
        ? "the bus gives up after its retries (EventBridge: 185 in 24 h)"
        : "the topic gives up after its retries (SNS over HTTP: at most 3,600 s)";
  }
}

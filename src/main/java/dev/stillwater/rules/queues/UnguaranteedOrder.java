package dev.stillwater.rules.queues;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.DrawOut;
import dev.stillwater.edits.QueueChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Edit;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Ordering;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.Optional;

/// A consumer that needs messages in order, behind a broker that promises none.
public final class UnguaranteedOrder extends Smell {
  public UnguaranteedOrder() {
    super("REL-QU-006", Severity.HIGH, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL05-BP04");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Edge edge : context.links(LinkMode.DELIVER)) {
      if (edge.held(LinkAttributes.ORDERED)) {
        checks.examined(edge);
        Node broker = edge.from();
        if (broker.held(ComponentAttributes.ORDERING).orElse(Ordering.NONE) == Ordering.NONE) {
          flag(context, checks, edge);
        }
      }
    }
  }

  private static void flag(RuleContext context, Checks checks, Edge edge) {
    Node broker = edge.from();
    Draft draft =
        checks
            .flag(edge)
            .message("%s needs an order that %s does not keep", edge.to(), broker)
            .because(
                "Flagged because %s declares `ordered`, and the order of %s is %s: an older update "
                    + "can arrive last and overwrite a newer one.",
                edge,
                broker,
                broker.isDeclared(ComponentAttributes.ORDERING) ? "none" : "undeclared");
    inOrder(context, broker)
        .ifPresent(edit ->
            draft.fix(
                edit,
                "Throughput is limited for each key, and a message that fails holds up all later "
                    + "ones of its key."));
    draft
        .fix(
            QueueChanges.addVersionCheck(edge),
            "Producers must number what they change, and %s must keep the number with the data.",
            edge.to())
        .raise();
  }

  /// The same broker with order, where there is such a thing: event buses and workflows have none.
  private static Optional<Edit> inOrder(RuleContext context, Node broker) {
    ComponentKind kind = broker.kind();
    if (kind == ComponentKind.EVENT_BUS
        || kind == ComponentKind.WORKFLOW
        || !DrawOut.isPossible(context.design(), broker)) {
      return Optional.empty();
    }
    Optional<String> preset = broker.held(ComponentAttributes.PRESET);
    boolean annotated = broker.impliedBy().isPresent() && kind == ComponentKind.QUEUE;
    if (preset.filter(QueueChanges.STANDARD::equals).isPresent()
        || (annotated && preset.isEmpty())) {
      return Optional.of(
          QueueChanges.usePreset(
              "UseFifo", context.graph(), broker, QueueChanges.FIFO, ComponentAttributes.ORDERING));
    }
    return Optional.of(
        QueueChanges.set(
            "UseFifo",
            context.design(),
            broker,
            ComponentAttributes.ORDERING,
            Ordering.PER_KEY,
            "Let " + Words.name(broker) + " keep the order of the messages of one key"));
  }
}

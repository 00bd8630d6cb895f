package dev.stillwater.rules.timeouts;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.AsyncRequestReply;
import dev.stillwater.edits.CallChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.RuleContext;

/// The way out for work that takes longer than a router waits: a receipt now, the result later.
final class ReceiptFirst {
  private ReceiptFirst() {}

  static void offer(Draft draft, RuleContext context, Edge edge) {
    Node backend = edge.to();
    if (edge.from().impliedBy().isPresent()) {
      draft.fix(
          CallChanges.takePlainBalancer(edge),
          "A balancer of your own must be run, and clients wait for all of the work.");
      return;
    }
    boolean drains = !(context.load().inflow(backend) >= backend.capacity());
    if (RuleContext.takesWork(backend.kind()) && edge.impliedBy().isEmpty() && drains) {
      AsyncRequestReply.on(context.design(), edge.link())
          .ifPresent(edit ->
              draft.fix(
                  edit,
                  "The interface changes: clients get a receipt and ask for the outcome; %s may see"
                      + " a request twice, which is asked about next.",
                  backend));
    } else if (RuleContext.takesWork(backend.kind()) && !drains) {
      draft.because(
          "No queue is offered because %s takes in %s and serves %s, so a backlog would never "
              + "drain.",
          backend,
          Words.perSecond(context.load().inflow(backend)),
          Words.perSecond(backend.capacity()));
    }
  }
}

package dev.stillwater.rules.queues;

import dev.stillwater.analysis.Consumers;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.ConsumerPace;
import dev.stillwater.edits.DrawOut;
import dev.stillwater.edits.QueueChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Settings;
import dev.stillwater.model.Timespan;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;

/// A queue or stream whose consumers have so little to spare that fresh messages wait for hours
/// behind the backlog of an outage.
///
/// A message lifetime within the limit keeps it silent, other than in the reference: what is older
/// is put aside, so nothing fresh waits longer than that.
public final class SlowDrain extends Smell {
  /// The drain may take this many times the outage; more is a recovery that outlasts the failure.
  private static final double TIMES = 2;

  /// A drain within rounding of the limit is at the limit.
  private static final double ROUNDING = 1e-9;

  public SlowDrain() {
    super("REL-QU-003", Severity.MEDIUM, FailureCategory.EXCESSIVE_LOAD, "REL05-BP04");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node broker : context.components()) {
      if (broker.kind() != ComponentKind.QUEUE && broker.kind() != ComponentKind.STREAM) {
        continue;
      }
      Consumers consumers = Consumers.of(context.graph(), context.load(), broker);
      if (consumers.deliveries().isEmpty()) {
        continue;
      }
      if (!consumers.isKnown()) {
        checks.cannotJudge(consumers.deliveries().getFirst());
        continue;
      }
      checks.examined(broker);
      double outage = context.setting(Settings.OUTAGE, broker).millis();
      double limit =
          Math.max(
              TIMES * outage,
              JourneysThrough.of(context, broker)
                  .mostUrgent()
                  .map(JourneysThrough::deadline)
                  .orElse(0.0));
      double wait = Math.min(consumers.drain(outage), lifetime(broker));
      if (!consumers.isOverloaded() && wait > limit * (1 + ROUNDING)) {
        flag(context, checks, consumers, outage, limit);
      }
    }
  }

  private static double lifetime(Node broker) {
    return broker
        .held(ComponentAttributes.MESSAGE_TTL)
        .map(Timespan::millis)
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static void flag(
      RuleContext context, Checks checks, Consumers consumers, double outage, double limit) {
    Node broker = consumers.broker();
    double drain = consumers.drain(outage);
    Draft draft =
        checks
            .flag(broker)
            .detail(
                "drain "
                    + Words.fixed(drain / 3.6e6, 1)
                    + " h after "
                    + Words.fixed(outage / 3.6e6, 1)
                    + " h outage")
            .message(
                "%s needs %s to recover from %s of outage",
                broker, Words.duration(drain), Words.duration(outage))
            .because(
                "Flagged because %s messages/s come in and %s/s can be taken, so the backlog of %s "
                    + "drains in λ·D / (μ − λ) = %s, longer than %s.",
                Words.number(consumers.inflow()),
                Words.number(consumers.capacity()),
                Words.duration(outage),
                Words.duration(drain),
                Words.duration(limit))
            .on(consumers.deliveries())
            .fix(
                ConsumerPace.scale(consumers),
                "It is capacity that idles between outages, and what the consumers call must bear "
                    + "their full pace.");
    boolean ordered =
        consumers.deliveries().stream().anyMatch(edge -> edge.held(LinkAttributes.ORDERED));
    boolean ours = consumers.nodes().stream().anyMatch(node -> node.kind().isCompute());
    if (!ordered && ours && DrawOut.isPossible(context.design(), broker)) {
      Timespan age = Timespan.ofMillis(Math.floor(limit));
      draft.fix(
          QueueChanges.addSpilloverQueue(context.design(), broker, age),
          "Old messages are overtaken by new ones and wait the longest; somebody must watch the "
              + "second queue.");
    }
    draft.raise();
  }
}

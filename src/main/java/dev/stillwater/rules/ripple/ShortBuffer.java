package dev.stillwater.rules.ripple;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Impact;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.edits.BufferChanges;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Overflow;
import dev.stillwater.model.Settings;
import dev.stillwater.model.Timespan;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A broker that is full, or forgets, before a failed consumer is repaired.
///
/// One finding tells of the consumer whose failure it holds for the shortest time; the reference
/// has one for each length of time.
public final class ShortBuffer extends Smell {
  /// What is advised: so many times the time to repair, because repairs take longer than planned.
  private static final double ENOUGH = 3;

  public ShortBuffer() {
    super(
        "REL-RP-004", Severity.MEDIUM, FailureCategory.EXCESSIVE_LOAD, "REL05-BP04", "REL04-BP02");
  }

  /// The end of patience under the failure of one consumer.
  private record Spill(Node consumer, Injection crash, Fact fact) {}

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Node broker : context.components()) {
      List<Node> consumers =
          context.out(broker, LinkMode.DELIVER).stream()
              .map(Edge::to)
              .filter(consumer -> consumer != broker)
              .distinct()
              .toList();
      if (!broker.kind().isBroker() || consumers.isEmpty()) {
        continue;
      }
      double repair = context.setting(Settings.MTTR, broker).millis();
      checks.examined(broker);
      if (!Double.isNaN(broker.buffer()) || broker.retention() < repair) {
        consumers.stream()
            .flatMap(consumer -> spill(context, broker, consumer).stream())
            .min(Comparator.comparingDouble(spill -> spill.fact.t()))
            .filter(spill -> spill.fact.t() < repair)
            .ifPresent(spill -> flag(context, checks, broker, consumers, spill, repair));
      }
    }
  }

  private static Optional<Spill> spill(RuleContext context, Node broker, Node consumer) {
    Injection crash = new Injection(consumer.id(), Failure.CRASH);
    return context.spill(crash, broker).map(fact -> new Spill(consumer, crash, fact));
  }

  private static void flag(
      RuleContext context,
      Checks checks,
      Node broker,
      List<Node> consumers,
      Spill spill,
      double repair) {
    // An annotated broker has no place for a buffer or retention of its own.
    if (broker.impliedBy().isPresent()) {
      checks.cannotJudge(broker);
      return;
    }
    List<Injection> probes = List.of(spill.crash);
    Draft draft =
        checks
            .flag(broker)
            .detail(Words.fixed(spill.fact.t() / 1e3, 0) + " s")
            .message("%s holds on for less time than a repair of %s takes", broker, spill.consumer)
            .because(
                "Flagged because %s %s after %s without %s, and a repair is planned to take %s "
                    + "(settings.mttr)%s.",
                broker,
                spill.fact.impact() == Impact.FULL ? "is full" : "loses its first message",
                Words.duration(spill.fact.t()),
                spill.consumer,
                Words.duration(repair),
                afterwards(broker, spill.fact))
            .on(spill.consumer)
            .chain(spill.fact.chain())
            .probes(probes, context.lost(probes));
    fix(draft, context, broker, consumers, repair);
    draft.raise();
  }

  private static String afterwards(Node broker, Fact fact) {
    if (fact.impact() == Impact.LOSS && Double.isNaN(broker.buffer())) {
      return "";
    }
    return switch (broker.overflow()) {
      case REJECT -> ": then producers get errors";
      case BLOCK -> ": then producers wait, and run out of workers in their turn";
      case DROP_OLDEST -> ": then the oldest messages are dropped";
    };
  }

  private static void fix(
      Draft draft, RuleContext context, Node broker, List<Node> consumers, double repair) {
    double in = context.load().inflow(broker);
    double rest =
        consumers.stream().mapToDouble(c -> piling(in, broker, consumers, c)).max().orElse(in);
    boolean full = rest > 0 && broker.buffer() / rest * 1e3 < repair;
    boolean forgets = broker.retention() * (rest > 0 ? in / rest : 1) < repair;
    @Nullable Double room = full ? Double.valueOf(roundedUp(rest * ENOUGH * repair / 1e3)) : null;
    @Nullable Timespan kept = forgets ? Timespan.ofMillis(ENOUGH * repair) : null;
    String cost =
        "It costs storage, and what comes out after hours may be worth nothing: give messages an "
            + "age at which they are dropped.";
    draft.fix(BufferChanges.hold(broker, room, kept, false), cost);
    if (full && broker.overflow() == Overflow.BLOCK) {
      draft.fix(
          BufferChanges.hold(broker, room, kept, true),
          "Producers learn at once that it is full and must have something else to do, such as "
              + "keeping the message themselves.");
    }
  }

  /// Messages per second that pile up without a consumer; those of a queue compete, so the others
  /// take over what they can.
  private static double piling(double in, Node broker, List<Node> consumers, Node failed) {
    if (broker.kind() != ComponentKind.QUEUE) {
      return in;
    }
    double others =
        consumers.stream()
            .filter(consumer -> consumer != failed && !Double.isNaN(consumer.capacity()))
            .mapToDouble(Node::capacity)
            .sum();
    return in - others;
  }

  private static double roundedUp(double messages) {
    return new BigDecimal(messages)
        .round(new MathContext(2, RoundingMode.CEILING))
        .setScale(0, RoundingMode.CEILING)
        .doubleValue();
  }
}

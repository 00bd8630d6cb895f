package dev.stillwater.analysis.ripple;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Delivery;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Idempotency;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Timespan;
import java.util.Optional;

/// How repeated, overtaken and lost messages travel (A4), and what becomes of messages that a
/// consumer cannot process (A2). Part of one run.
///
/// A repeat is harmless where it leaves the same state: the link carries no write, or repeats are
/// recognised. The same holds for a change of order, unless the link says that it needs the order:
/// to recognise a repeat does not restore one.
final class Messages {
  private static final double FOREVER = Double.POSITIVE_INFINITY;

  private final Spread run;

  Messages(Spread run) {
    this.run = run;
  }

  /// Hands the effect of the fact at work on to those who get the messages or calls of its
  /// component.
  void spread() {
    Node source = run.ripple.graph.nodes().get(run.node());
    Impact impact = run.impact();
    if (impact == Impact.LOSS && run.reason() != Reason.LOSES && run.reason() != Reason.NEVER) {
      return;
    }
    for (Edge edge : run.ripple.graph.out(source)) {
      if (carriesOn(source, edge, impact)) {
        arrives(edge, impact, true);
      }
    }
  }

  /// A broker hands on what it got; who works twice calls and sends twice; who works out of order
  /// sends out of order.
  private static boolean carriesOn(Node source, Edge edge, Impact impact) {
    return switch (edge.mode()) {
      case DELIVER -> source.kind().isBroker();
      case SEND -> impact != Impact.LOSS;
      case SYNC -> impact == Impact.DUP;
      case CONFIG, PROBE, REPLICATE -> false;
    };
  }

  /// What reaches the end of a link.
  ///
  /// @param atSource whether the source of the link does it, and not the link itself: what a broker
  ///   has lost it cannot deliver again
  void arrives(Edge edge, Impact impact, boolean atSource) {
    if (edge.mode() == LinkMode.REPLICATE || edge.mode() == LinkMode.CONFIG) {
      if (impact == Impact.REORDER || impact == Impact.LOSS) {
        Reason how = impact == Impact.REORDER ? Reason.OLD_WINS : Reason.NEVER;
        offer(edge, Impact.STALE, how);
      }
    } else {
      switch (impact) {
        case DUP -> repeated(edge);
        case REORDER -> overtaken(edge);
        case LOSS -> lost(edge, atSource);
        case SILENT, ERR, SLOW, DEGRADED, BACKLOG, FULL, STALE, OVERLOAD, BLIND -> {}
      }
    }
  }

  private void offer(Edge edge, Impact impact, Reason how) {
    run.toEverybody(run.t(), edge.to().index(), impact, how, edge.index(), 0);
  }

  private void repeated(Edge edge) {
    if (edge.to().kind().isPassiveBroker()) {
      if (edge.to().delivery() == Delivery.EXACTLY_ONCE) {
        run.shields.hold(edge.to(), Absorber.Kind.DEDUPLICATION, run.t(), FOREVER);
      } else {
        offer(edge, Impact.DUP, Reason.TWICE);
      }
    } else if (leavesTheSameState(edge)) {
      run.shields.hold(edge, Absorber.Kind.IDEMPOTENCE, run.t());
    } else {
      offer(edge, Impact.DUP, Reason.TWICE);
    }
  }

  private void overtaken(Edge edge) {
    boolean passesOn = edge.to().kind().isPassiveBroker();
    if (!passesOn && !edge.held(LinkAttributes.ORDERED) && leavesTheSameState(edge)) {
      run.shields.hold(edge, Absorber.Kind.IDEMPOTENCE, run.t());
    } else {
      offer(edge, Impact.REORDER, Reason.OVERTAKEN);
    }
  }

  private static boolean leavesTheSameState(Edge edge) {
    return edge.effect() != Effect.WRITE || edge.idempotency() != Idempotency.NONE;
  }

  private void lost(Edge edge, boolean atSource) {
    boolean isSend = edge.mode() == LinkMode.SEND;
    if (edge.held(LinkAttributes.LOSS_OK)) {
      run.shields.hold(edge, Absorber.Kind.LOSS_ACCEPTED, run.t());
    } else if (isSend && edge.hasOutbox()) {
      run.shields.hold(edge, Absorber.Kind.OUTBOX, run.t());
    } else if (isSend && edge.attempts() > 1) {
      run.shields.hold(edge, Absorber.Kind.RETRIES, run.t());
    } else if (!isSend && !atSource && edge.from().delivery() != Delivery.AT_MOST_ONCE) {
      run.shields.hold(edge.from(), Absorber.Kind.REDELIVERY, run.t(), FOREVER);
    } else {
      offer(edge, Impact.LOSS, Reason.NEVER);
    }
  }

  /// A slow consumer gets a message again that it still works on, once its work takes longer than
  /// the broker hides the message.
  void redelivered() {
    int node = run.node();
    double work = run.ripple.response[node] * run.factor();
    for (Edge delivery : run.ripple.deliveriesTo[node]) {
      Node broker = delivery.from();
      double hidden = millis(broker, ComponentAttributes.VISIBILITY).orElse(FOREVER);
      if (work > hidden && broker.delivery() != Delivery.AT_MOST_ONCE) {
        if (leavesTheSameState(delivery)) {
          run.shields.hold(delivery, Absorber.Kind.IDEMPOTENCE, run.t() + hidden);
        } else {
          double at = run.t() + hidden;
          run.toEverybody(at, node, Impact.DUP, Reason.REDELIVERED, delivery.index(), work);
        }
      }
    }
  }

  private static Optional<Double> millis(Node node, Attribute<Timespan> attribute) {
    return node.held(attribute).map(Timespan::millis);
  }

  /// Puts aside what a consumer answers with errors, instead of keeping it: after `maxReceives`
  /// times the visibility timeout; without one when it expires.
  ///
  /// @return false when the broker tries without end
  boolean deadLetters(Edge delivery, double rate) {
    Node broker = delivery.from();
    Optional<Integer> receives = broker.held(ComponentAttributes.MAX_RECEIVES);
    if (receives.isEmpty()) {
      return false;
    }
    double wait =
        millis(broker, ComponentAttributes.VISIBILITY)
            .map(hidden -> hidden * receives.get())
            .orElse(Double.isNaN(broker.retention()) ? 0 : broker.retention());
    if (wait == FOREVER) {
      return false;
    }
    double at = run.t() + wait;
    Optional<Node> aside =
        delivery
            .link()
            .get(LinkAttributes.DLQ)
            .or(() -> broker.held(ComponentAttributes.DLQ))
            .flatMap(run.ripple.graph::findNode);
    if (aside.isEmpty()) {
      run.toEverybody(at, broker.index(), Impact.LOSS, Reason.DISCARDED, delivery.index(), rate);
      return true;
    }
    Node kept = aside.get();
    run.toEverybody(at, kept.index(), Impact.BACKLOG, Reason.DEAD_LETTERS, delivery.index(), rate);
    run.shields.hold(broker, Absorber.Kind.DEAD_LETTERS, at, FOREVER);
    if (!Double.isNaN(kept.retention())) {
      run.toEverybody(
          at + kept.retention(), kept.index(), Impact.LOSS, Reason.EXPIRES, delivery.index(), rate);
    }
    return true;
  }
}

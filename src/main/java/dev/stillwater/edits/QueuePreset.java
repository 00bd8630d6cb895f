package dev.stillwater.edits;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Settings;
import dev.stillwater.model.Timespan;

/// The queues that edits add: which product, and the values that it needs to be one.
final class QueuePreset {
  static final String STANDARD = "sqs-standard";
  static final String FIFO = "sqs-fifo";

  /// Deliveries of one message before it is put aside; five, so that a deployment or a short outage
  /// of the consumer uses up none of them (SQS guide, Dead-letter queues).
  static final int MAX_RECEIVES = 5;

  /// The longest that SQS keeps a message: a fault found on a Friday can be repaired and redriven.
  private static final Timespan DEAD_LETTER_RETENTION = Timespan.parse("14d").orElseThrow();

  private QueuePreset() {}

  /// A queue whose messages are hidden from other consumers for long enough: the visibility factor
  /// times p99 of the consumer, where that is declared.
  static Component queue(
      Design design, String id, String preset, String consumer, String deadLetters) {
    Component queue =
        new Component(id, ComponentKind.QUEUE)
            .with(ComponentAttributes.PRESET, preset)
            .with(ComponentAttributes.MAX_RECEIVES, MAX_RECEIVES)
            .with(ComponentAttributes.DLQ, deadLetters);
    return design
        .components()
        .find(consumer)
        .flatMap(component -> component.get(ComponentAttributes.P99))
        .filter(p99 -> p99.millis() > 0 && !p99.isUnlimited())
        .map(p99 -> p99.millis() * design.setting(Settings.VISIBILITY_FACTOR))
        .map(millis -> queue.with(ComponentAttributes.VISIBILITY, Timespan.ofMillis(millis)))
        .orElse(queue);
  }

  static Component deadLetters(String id, String preset) {
    return new Component(id, ComponentKind.QUEUE)
        .with(ComponentAttributes.PRESET, preset)
        .with(ComponentAttributes.RETENTION, DEAD_LETTER_RETENTION);
  }

  /// The product for a link: one that keeps order where the link needs it.
  static String of(Link link) {
    return link.get(LinkAttributes.ORDERED).orElse(false) ? FIFO : STANDARD;
  }

  /// The product whose queues can take the dead letters of a broker: order begets order.
  static String deadLettersOf(Component broker) {
    boolean fifo = broker.get(ComponentAttributes.PRESET).filter(FIFO::equals).isPresent();
    return fifo ? FIFO : STANDARD;
  }
}

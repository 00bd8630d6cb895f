package dev.stillwater.edits;

import dev.stillwater.model.Attributes;
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
    ComponentKind kind = Product.of(preset).map(Product::kind).orElse(ComponentKind.QUEUE);
    Component queue =
        new Component(id, kind)
            .with(ComponentAttributes.PRESET, preset)
            .with(ComponentAttributes.MAX_RECEIVES, MAX_RECEIVES)
            .with(ComponentAttributes.DLQ, deadLetters);
    if (kind != ComponentKind.QUEUE) {
      return queue;
    }
    return design
        .components()
        .find(consumer)
        .flatMap(component -> component.get(ComponentAttributes.P99))
        .filter(p99 -> p99.millis() > 0 && !p99.isUnlimited())
        .map(p99 -> p99.millis() * design.setting(Settings.VISIBILITY_FACTOR))
        .map(millis -> queue.with(ComponentAttributes.VISIBILITY, Timespan.ofMillis(millis)))
        .orElse(queue);
  }

  /// Where a broker with this preset puts what cannot be processed.
  static Component deadLetters(String id, String preset) {
    Product product = Product.of(preset).map(Product::deadLetters).orElse(Product.SQS_STANDARD);
    return new Component(id, product.kind())
        .with(ComponentAttributes.PRESET, product.preset())
        .with(ComponentAttributes.RETENTION, DEAD_LETTER_RETENTION);
  }

  /// A queue for the old messages of a broker: of the same product where that is a queue, with the
  /// same dead letters, kept for as long as possible.
  static Component spillover(String id, Component broker) {
    Attributes values =
        Attributes.none(ComponentAttributes.TABLE)
            .with(ComponentAttributes.PRESET, STANDARD)
            .with(ComponentAttributes.RETENTION, DEAD_LETTER_RETENTION)
            .copyFrom(
                broker.attributes(), ComponentAttributes.MAX_RECEIVES, ComponentAttributes.DLQ);
    if (broker.kind() == ComponentKind.QUEUE) {
      values =
          values.copyFrom(
              broker.attributes(), ComponentAttributes.PRESET, ComponentAttributes.VISIBILITY);
    }
    return new Component(id, ComponentKind.QUEUE, values);
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

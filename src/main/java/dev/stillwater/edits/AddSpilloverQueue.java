package dev.stillwater.edits;

import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import dev.stillwater.model.Timespan;
import java.util.List;
import java.util.Optional;

/// Lets the consumers of a queue or stream put work that is too old aside into a second queue, and
/// take it from there when nothing fresh waits: they compare the age of each message.
///
/// The way into the spillover queue declares a rate of 0, because nothing goes there while the
/// consumers keep up. Journeys stay on the first queue.
///
/// @param age when a message is too old for the first queue
/// @param name what people call the queue, for the title
public record AddSpilloverQueue(String queue, Timespan age, String name) implements Edit {
  /// When putting aside is given up where no producer declares how long a hand-over may take.
  private static final Timespan USUAL_TIMEOUT = Timespan.ofSeconds(1);

  @Override
  public String signature() {
    return "AddSpilloverQueue(" + queue + ", " + age + ")";
  }

  @Override
  public String title() {
    return "Put messages of "
        + name
        + " that are older than "
        + Words.duration(age.millis())
        + " aside into a spillover queue";
  }

  @Override
  public Design apply(Design design) {
    return design
        .components()
        .find(queue)
        .filter(it -> it.kind() == ComponentKind.QUEUE || it.kind() == ComponentKind.STREAM)
        .filter(it -> !expires(it))
        .map(it -> spill(design, it))
        .orElse(design);
  }

  private boolean expires(Component broker) {
    return broker
        .get(ComponentAttributes.MESSAGE_TTL)
        .filter(ttl -> ttl.compareTo(age) <= 0)
        .isPresent();
  }

  private Design spill(Design design, Component broker) {
    List<Link> deliveries =
        design.links().stream()
            .filter(link -> link.from().equals(queue))
            .filter(link -> Couplings.mode(design, link) == LinkMode.DELIVER)
            .filter(link -> design.components().get(link.to()).kind().isCompute())
            .toList();
    Design result = design.with(broker.with(ComponentAttributes.MESSAGE_TTL, age));
    if (deliveries.isEmpty()) {
      return result;
    }
    Component spillover =
        QueuePreset.spillover(Naming.component(design, queue, "spillover"), broker);
    result = result.with(spillover);
    Optional<Timespan> timeout =
        design.links().stream()
            .filter(link -> link.to().equals(queue))
            .flatMap(link -> link.get(LinkAttributes.TIMEOUT).stream())
            .filter(each -> !each.isUnlimited())
            .findFirst();
    for (Link delivery : deliveries) {
      String consumer = delivery.to();
      Attributes aside =
          Attributes.none(LinkAttributes.TABLE)
              .with(LinkAttributes.NEED, Need.ACK_NOW)
              .copyFrom(delivery.attributes(), LinkAttributes.EFFECT, LinkAttributes.PAYLOAD)
              .with(LinkAttributes.RATE, 0.0)
              .with(LinkAttributes.TIMEOUT, timeout.orElse(USUAL_TIMEOUT));
      String into = Naming.link(result, consumer, spillover.id());
      result = result.with(new Link(into, consumer, spillover.id(), aside));
      String back = Naming.link(result, spillover.id(), consumer);
      result = result.with(new Link(back, spillover.id(), consumer, Parting.second(delivery)));
    }
    return result;
  }
}

package dev.stillwater.edits;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;

/// Gives a broker a dead-letter queue: what cannot be processed is put aside after some deliveries
/// and kept for two weeks.
///
/// @param element the id of the broker, or of the link whose annotated broker is not drawn
/// @param onLink whether the element is a link
public record AddDlq(String element, boolean onLink, String name) implements Edit {
  @Override
  public String signature() {
    return "AddDlq(" + element + ")";
  }

  @Override
  public String title() {
    return "Put aside what " + name + " cannot get processed";
  }

  @Override
  public Design apply(Design design) {
    return onLink
        ? design.links().find(element).map(link -> forLink(design, link)).orElse(design)
        : design.components().find(element).map(it -> forBroker(design, it)).orElse(design);
  }

  private static Design forBroker(Design design, Component broker) {
    if (!broker.kind().isBroker() || broker.get(ComponentAttributes.DLQ).isPresent()) {
      return design;
    }
    Component queue =
        QueuePreset.deadLetters(
            Naming.component(design, broker.id(), "dlq"), QueuePreset.deadLettersOf(broker));
    Component changed = broker.with(ComponentAttributes.DLQ, queue.id());
    if (changed.get(ComponentAttributes.MAX_RECEIVES).isEmpty()) {
      changed = changed.with(ComponentAttributes.MAX_RECEIVES, QueuePreset.MAX_RECEIVES);
    }
    return design.with(changed).with(queue);
  }

  private static Design forLink(Design design, Link link) {
    if (!Couplings.impliesIntermediary(design, link) || link.get(LinkAttributes.DLQ).isPresent()) {
      return design;
    }
    Component queue =
        QueuePreset.deadLetters(
            Naming.component(design, Naming.stem(link), "dlq"), QueuePreset.STANDARD);
    return design.with(queue).with(link.with(LinkAttributes.DLQ, queue.id()));
  }
}

package dev.stillwater.edits;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import java.util.Optional;

/// Gives one subscription a dead-letter queue: what its consumer did not take in the end is kept.
///
/// @param consumer what people call the consumer, for the title
public record SetDlq(String link, String consumer) implements Edit {
  @Override
  public String signature() {
    return "SetDlq(" + link + ")";
  }

  @Override
  public String title() {
    return "Put aside what " + consumer + " does not take over " + link;
  }

  @Override
  public Design apply(Design design) {
    Optional<Link> found =
        design
            .links()
            .find(link)
            .filter(it -> Couplings.mode(design, it) == LinkMode.DELIVER)
            .filter(it -> it.get(LinkAttributes.DLQ).isEmpty());
    return found.map(it -> withQueue(design, it)).orElse(design);
  }

  private static Design withQueue(Design design, Link subscription) {
    Component broker = design.components().get(subscription.from());
    Component queue =
        QueuePreset.deadLetters(
            Naming.component(design, Naming.stem(subscription), "dlq"),
            broker.get(ComponentAttributes.PRESET).orElse(QueuePreset.STANDARD));
    return design.with(queue).with(subscription.with(LinkAttributes.DLQ, queue.id()));
  }
}

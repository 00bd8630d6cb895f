package dev.stillwater.bench;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Timespan;
import java.util.List;
import java.util.Random;

/// What people do to a drawing, at random: a value changed, a link drawn or taken away, a component
/// added. The design goes back to where it began after some edits, so that it keeps its size.
final class RandomEdits {
  private static final int BACK_AFTER = 50;

  private final Design origin;
  private final Random random = new Random(7);
  private final List<Component> components;
  private final List<Link> links;
  private Design present;
  private int done;

  RandomEdits(Design origin) {
    this.origin = origin;
    this.present = origin;
    this.components = List.copyOf(origin.components().all());
    this.links = List.copyOf(origin.links().all());
  }

  Design next() {
    if (++done % BACK_AFTER == 0) {
      present = origin;
    }
    present = edited(present);
    return present;
  }

  private Design edited(Design design) {
    Component component = any(components);
    Component other = any(components);
    Link link = any(links);
    Timespan time = Timespan.ofMillis(10 + random.nextInt(5_000));
    return switch (random.nextInt(7)) {
      case 0 ->
          design.links().contains(link.id())
              ? design.with(link.with(LinkAttributes.TIMEOUT, time))
              : design;
      case 1 ->
          design.links().contains(link.id())
              ? design.with(link.with(LinkAttributes.RETRIES, random.nextInt(4)))
              : design;
      case 2 -> design.with(component.with(ComponentAttributes.P99, time));
      case 3 -> design.with(component.with(ComponentAttributes.REPLICAS, 1 + random.nextInt(9)));
      case 4 ->
          design.with(
              new Link(design.freeId("drawn"), component.id(), other.id(), link.attributes()));
      case 5 -> design.without(List.of(), List.of(link.id()));
      default -> design.with(new Component(design.freeId("added"), ComponentKind.SERVICE));
    };
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}

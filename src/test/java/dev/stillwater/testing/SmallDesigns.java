package dev.stillwater.testing;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Coupling;
import dev.stillwater.model.Design;
import dev.stillwater.model.Index;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Timespan;
import dev.stillwater.model.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/// Generates small designs of every shape, legal or not: all kinds, all modes, cycles, self loops,
/// parallel links, islands, annotated couplings, attributes where they make no sense. The same seed
/// gives the same design, whatever it is named and however it is ordered.
public final class SmallDesigns {
  private final Random random;
  private final UnaryOperator<String> naming;
  private final boolean acyclic;

  private SmallDesigns(long seed, UnaryOperator<String> naming, boolean acyclic) {
    this.random = new Random(seed);
    this.naming = naming;
    this.acyclic = acyclic;
  }

  public static Design any(long seed) {
    return any(seed, UnaryOperator.identity());
  }

  /// @param naming turns `c0`, `l0`, `j0` … into the ids to use
  public static Design any(long seed, UnaryOperator<String> naming) {
    return new SmallDesigns(seed, naming, false).generate();
  }

  /// A design whose links all lead from a smaller to a larger number. `c0` is a client and calls
  /// the service `c1` by the link `l0`.
  public static Design acyclic(long seed) {
    return new SmallDesigns(seed, UnaryOperator.identity(), true).generate();
  }

  /// The same elements in another order of the file.
  public static Design shuffled(Design design, long seed) {
    Random random = new Random(seed);
    List<Component> components = new ArrayList<>(design.components().all());
    List<Link> links = new ArrayList<>(design.links().all());
    List<Journey> journeys = new ArrayList<>(design.journeys().all());
    Collections.shuffle(components, random);
    Collections.shuffle(links, random);
    Collections.shuffle(journeys, random);
    return design
        .withComponents(Index.of(components))
        .withLinks(Index.of(links))
        .withJourneys(Index.of(journeys));
  }

  private Design generate() {
    int size = acyclic ? 3 + random.nextInt(8) : random.nextInt(11);
    List<Component> components = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      components.add(component(i));
    }
    List<Link> links = new ArrayList<>();
    int count = size == 0 ? 0 : random.nextInt(3 * size);
    for (int i = 0; i < Math.max(count, acyclic ? 1 : 0); i++) {
      links.add(link(i, size));
    }
    List<Journey> journeys = new ArrayList<>();
    for (int i = 0; i < 3 && !links.isEmpty(); i++) {
      journeys.add(journey(i, links));
    }
    return Design.empty("small")
        .withComponents(Index.of(components))
        .withLinks(Index.of(links))
        .withJourneys(Index.of(journeys));
  }

  private String named(String name) {
    return naming.apply(name);
  }

  private Component component(int number) {
    ComponentKind kind = pick(ComponentKind.values());
    if (acyclic && number < 2) {
      kind = number == 0 ? ComponentKind.CLIENT : ComponentKind.SERVICE;
    } else if (random.nextInt(3) == 0) {
      kind = ComponentKind.SERVICE;
    }
    Attributes values = Attributes.none(ComponentAttributes.TABLE);
    values = maybe(values, ComponentAttributes.REPLICAS, 1 + random.nextInt(4));
    values = maybe(values, ComponentAttributes.CAPACITY_RATE, 10.0 * random.nextInt(20));
    values = maybe(values, ComponentAttributes.P99, Timespan.ofMillis(random.nextInt(3) * 100));
    values = maybe(values, ComponentAttributes.CONCURRENCY, 1 + random.nextInt(60));
    values = maybe(values, ComponentAttributes.FAIL_OPEN, random.nextBoolean());
    values = maybe(values, ComponentAttributes.IDLE_TIMEOUT, span());
    values = maybe(values, ComponentAttributes.BUFFER, 1.0 + random.nextInt(5000));
    values = maybe(values, ComponentAttributes.RETENTION, span());
    values = maybe(values, ComponentAttributes.HIT_RATIO, random.nextInt(3) / 2.0);
    for (Attribute<?> attribute :
        List.of(
            ComponentAttributes.OVERFLOW,
            ComponentAttributes.ADMISSION,
            ComponentAttributes.HEALTH_CHECK,
            ComponentAttributes.DELIVERY,
            ComponentAttributes.REPLICATION,
            ComponentAttributes.FAILOVER_MODE)) {
      values = choice(values, attribute);
    }
    values = maybe(values, ComponentAttributes.ZONES, zones());
    values = maybe(values, ComponentAttributes.VISIBILITY, span());
    values = maybe(values, ComponentAttributes.MAX_RECEIVES, 1 + random.nextInt(5));
    values = maybe(values, ComponentAttributes.DLQ, named("c" + random.nextInt(10)));
    values = maybe(values, ComponentAttributes.FENCING, random.nextBoolean());
    values = maybe(values, ComponentAttributes.MANAGED, random.nextInt(4) == 0);
    values = maybe(values, ComponentAttributes.TTL, span());
    return new Component(named("c" + number), kind, values);
  }

  private List<String> zones() {
    return random
        .ints(1 + random.nextInt(3), 0, 4)
        .sorted()
        .distinct()
        .mapToObj(zone -> named("z" + zone))
        .toList();
  }

  private Link link(int number, int size) {
    int from = random.nextInt(size);
    int to = random.nextInt(size);
    if (acyclic) {
      from = number == 0 ? 0 : random.nextInt(size - 1);
      to = number == 0 ? 1 : from + 1 + random.nextInt(size - from - 1);
    }
    Attributes values = Attributes.none(LinkAttributes.TABLE);
    values = maybe(values, LinkAttributes.RATE, 1.0 * random.nextInt(100));
    values = maybe(values, LinkAttributes.CALLS, random.nextInt(5) / 2.0);
    values = maybe(values, LinkAttributes.TIMEOUT, span());
    values = maybe(values, LinkAttributes.RETRIES, random.nextInt(5) - 1);
    values = maybe(values, LinkAttributes.BULKHEAD, 1 + random.nextInt(100));
    values = maybe(values, LinkAttributes.BREAKER, random.nextBoolean());
    values = maybe(values, LinkAttributes.OUTBOX, random.nextBoolean());
    values = maybe(values, LinkAttributes.PERIOD, span());
    values = maybe(values, LinkAttributes.BEHIND_CACHE, named("c" + random.nextInt(size + 1)));
    for (Attribute<?> attribute :
        List.of(
            LinkAttributes.BACKOFF,
            LinkAttributes.DEPENDENCY,
            LinkAttributes.FALLBACK,
            LinkAttributes.EFFECT,
            LinkAttributes.IDEMPOTENCY,
            LinkAttributes.ROLLOUT)) {
      values = choice(values, attribute);
    }
    values = maybe(values, LinkAttributes.FALLBACK_TO, named("c" + random.nextInt(size)));
    values = maybe(values, LinkAttributes.LOSS_OK, random.nextBoolean());
    values = maybe(values, LinkAttributes.ORDERED, random.nextBoolean());
    if (random.nextInt(4) == 0) {
      values = choice(values, LinkAttributes.MODE);
    }
    if (!acyclic) {
      values = maybe(values, LinkAttributes.COUPLING, pick(Coupling.values()));
    }
    return new Link(named("l" + number), named("c" + from), named("c" + to), values);
  }

  private Journey journey(int number, List<Link> links) {
    Journey journey = new Journey(named("j" + number));
    if (random.nextBoolean()) {
      journey = journey.with(JourneyAttributes.ENTRY, pick(links).id());
    } else {
      List<String> path = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        path.add(pick(links).id());
      }
      journey = journey.with(JourneyAttributes.PATH, path.stream().distinct().toList());
    }
    Attributes values = maybe(journey.attributes(), JourneyAttributes.DEADLINE, span());
    return journey.withAttributes(choice(values, JourneyAttributes.CLASS));
  }

  private Timespan span() {
    return pick(
        new Timespan[] {
          Timespan.ofMillis(50),
          Timespan.ofMillis(300),
          Timespan.ofSeconds(2),
          Timespan.ofSeconds(7200),
          Timespan.NONE
        });
  }

  private <T> Attributes maybe(Attributes values, Attribute<T> attribute, T value) {
    return random.nextInt(3) == 0 ? values.with(attribute, value) : values;
  }

  private <T> Attributes choice(Attributes values, Attribute<T> attribute) {
    if (random.nextInt(3) > 0 || !(attribute.type() instanceof ValueType.Choice<?> choice)) {
      return values;
    }
    Object option = pick(choice.options().toArray());
    @SuppressWarnings("unchecked")
    T value = (T) option;
    return values.with(attribute, value);
  }

  private <T> T pick(T[] options) {
    return options[random.nextInt(options.length)];
  }

  private <T> T pick(List<T> options) {
    return options.get(random.nextInt(options.size()));
  }
}

package dev.stillwater.testing;

import dev.stillwater.model.Attributes;
import dev.stillwater.model.Backoff;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Dependency;
import dev.stillwater.model.Design;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Index;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.model.Timespan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// Generates designs with the shape of large real topologies: shallow and wide, a few hubs with
/// thousands of callers, cycles, 10–25 % of the services behind brokers. The same seed gives the
/// same design.
///
/// Shape: 13 % entries, 48 % middle, 39 % leaves; fan-out lognormal(1.5, 1.0) scaled to the mean
/// degree; callees by preferential attachment; 87 % of the links one layer down, the others two,
/// and those of one group in all directions; one in 30 services publishes through a broker; 30 % of
/// the calls have no timeout.
public final class LargeDesigns {
  private static final int LAYERS = 6;

  private final Random random;
  private final List<Component> components = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<List<String>> layers = new ArrayList<>();

  /// Every callee once for each caller it has, and once more: the urns of preferential attachment.
  private final List<List<String>> urns = new ArrayList<>();

  /// Those that call each other in all directions.
  private final List<String> tangled = new ArrayList<>();

  private LargeDesigns(long seed) {
    this.random = new Random(seed);
  }

  /// @param tangle the part of the components that forms one big cycle; 0.03 is usual
  public static Design of(int nodes, double degree, double tangle, long seed) {
    return new LargeDesigns(seed).generate(nodes, degree, tangle);
  }

  private Design generate(int nodes, double degree, double tangle) {
    for (int layer = 0; layer < LAYERS; layer++) {
      layers.add(new ArrayList<>());
      urns.add(new ArrayList<>());
    }
    int brokers = nodes / 60;
    for (int i = 0; i < nodes - brokers; i++) {
      double place = random.nextDouble();
      int layer = place < 0.13 ? 0 : place < 0.61 ? 1 + random.nextInt(LAYERS - 2) : LAYERS - 1;
      component(String.format("n%05d", i), layer);
    }
    for (int i = 0; i < tangle * nodes; i++) {
      tangled.add(any(1 + i % (LAYERS - 2)));
    }
    for (int layer = 0; layer < LAYERS - 1; layer++) {
      for (String from : layers.get(layer)) {
        int calls = (int) Math.round(Math.exp(1.5 + random.nextGaussian()) * degree / 7.4 / 0.61);
        for (int i = 0; i < Math.max(1, Math.min(calls, nodes / 20)); i++) {
          call(from, layer);
        }
      }
    }
    for (int i = 0; i < brokers; i++) {
      broker(String.format("q%05d", i));
    }
    return Design.empty("large")
        .withComponents(Index.of(components))
        .withLinks(Index.of(links))
        .withJourneys(Index.of(journeys()));
  }

  private void component(String id, int layer) {
    boolean entry = layer == 0;
    boolean store = layer == LAYERS - 1 && random.nextDouble() < 0.6;
    ComponentKind kind =
        entry
            ? random.nextDouble() < 0.3 ? ComponentKind.CLIENT : ComponentKind.API_GATEWAY
            : store
                ? random.nextBoolean() ? ComponentKind.RELATIONAL_DB : ComponentKind.CACHE
                : ComponentKind.SERVICE;
    double size = random.nextDouble();
    int replicas =
        size < 0.6
            ? 1 + random.nextInt(8)
            : size < 0.85
                ? 9 + random.nextInt(56)
                : (int) Math.min(5000, 65 * Math.exp(random.nextGaussian()));
    Attributes values = Attributes.none(ComponentAttributes.TABLE);
    if (!entry) {
      values =
          values
              .with(ComponentAttributes.REPLICAS, replicas)
              .with(ComponentAttributes.P99, Timespan.ofMillis(5 + random.nextInt(200)));
    }
    components.add(new Component(id, kind, values));
    layers.get(layer).add(id);
    urns.get(layer).add(id);
  }

  private void call(String from, int layer) {
    double way = random.nextDouble();
    int target = way < 0.87 || layer == 0 ? layer + 1 : layer + 2;
    List<String> urn = urns.get(Math.min(target, LAYERS - 1));
    if (tangled.contains(from) && way > 0.9) {
      urn = tangled;
    }
    String to = urn.get(random.nextInt(urn.size()));
    if (to.equals(from)) {
      return;
    }
    urn.add(to);
    Attributes values = Attributes.none(LinkAttributes.TABLE);
    if (layer == 0) {
      values = values.with(LinkAttributes.RATE, 1.0 + random.nextInt(50));
    }
    if (random.nextDouble() < 0.7) {
      values = values.with(LinkAttributes.TIMEOUT, Timespan.ofMillis(100 << random.nextInt(8)));
    }
    if (random.nextDouble() < 0.13) {
      values =
          values
              .with(LinkAttributes.RETRIES, 2 + random.nextInt(2))
              .with(LinkAttributes.BACKOFF, Backoff.EXP);
    }
    double calls = random.nextDouble() < 0.16 ? 2 + random.nextInt(4) : random.nextDouble() / 5;
    values = values.with(LinkAttributes.CALLS, calls);
    if (random.nextDouble() < 0.1) {
      values = values.with(LinkAttributes.DEPENDENCY, Dependency.SOFT);
    }
    links.add(new Link(String.format("l%06d", links.size()), from, to, values));
  }

  private void broker(String id) {
    components.add(new Component(id, ComponentKind.QUEUE));
    for (int i = 0; i < 2; i++) {
      links.add(new Link(id + "-in" + i, any(1 + random.nextInt(3)), id));
      Attributes values =
          Attributes.none(LinkAttributes.TABLE)
              .with(LinkAttributes.EFFECT, Effect.IDEMPOTENT_WRITE);
      links.add(new Link(id + "-out" + i, id, any(1 + random.nextInt(4)), values));
    }
  }

  private String any(int layer) {
    List<String> all = layers.get(layer);
    return all.get(random.nextInt(all.size()));
  }

  /// One journey for each of the twenty busiest entries, classes mixed.
  private List<Journey> journeys() {
    List<Link> entries =
        links.stream()
            .filter(link -> link.get(LinkAttributes.RATE).isPresent())
            .sorted(
                Comparator.comparingDouble(
                        (Link link) -> -link.get(LinkAttributes.RATE).orElseThrow())
                    .thenComparing(Link::id))
            .limit(20)
            .toList();
    List<Journey> journeys = new ArrayList<>();
    for (Link entry : entries) {
      RealTimeClass[] classes = RealTimeClass.values();
      journeys.add(
          new Journey("j-" + entry.id())
              .with(JourneyAttributes.ENTRY, entry.id())
              .with(JourneyAttributes.CLASS, classes[journeys.size() % classes.length])
              .with(JourneyAttributes.DEADLINE, Timespan.ofSeconds(5)));
    }
    return journeys;
  }
}

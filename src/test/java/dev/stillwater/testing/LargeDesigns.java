package dev.stillwater.testing;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Load;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Backoff;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Dependency;
import dev.stillwater.model.Design;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Idempotency;
import dev.stillwater.model.Index;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Presets;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.model.Timespan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// Generates designs with the shape of large real topologies: shallow and wide, a few hubs with
/// thousands of callers, cycles, services behind brokers. The same seed gives the same design.
///
/// **Shape** (scale.md): 13 % entries, 48 % middle in four layers, 39 % leaves, of which 60 % store
/// or cache. Fan-out lognormal(1.5, 1.0), above 20 a tail with the exponent 2.2, scaled to the
/// wanted number of links. Callees by preferential attachment with the exponent 2.1: one in eleven
/// is drawn evenly, the others as often as they were drawn before (H. Simon, 1955), so that the top
/// 1 % get a third of the links of a large design (in the data half, where pairs have several). Of
/// the calls 87 % lead one layer down, 10 % skip a layer, 3 % lead up within the tangle, one group
/// of 3 % of the components; besides, there are small cycles of two to four. 15 % of the links go
/// to or come from brokers, one for 35 components. A journey for each of the twenty busiest
/// entries, classes mixed.
///
/// **Assumptions**: 30 % of the calls have no timeout, 13 % are repeated, 10 % are soft, 30 %
/// write; timeouts mostly shrink on the way down; half of the services know their workers, which
/// suffice for the usual load; components with several replicas run in two or three of three zones,
/// the others in one.
public final class LargeDesigns {
  private static final int LAYERS = 6;
  private static final int LEAVES = LAYERS - 1;
  private static final double EVENLY = 1 - 1 / 1.1;
  private static final double ASYNCHRONOUS = 0.15;
  private static final double SKIPPING = 0.10;
  private static final int COMPONENTS_PER_BROKER = 35;
  private static final int COMPONENTS_PER_RING = 200;
  private static final List<String> ZONES = List.of("zone-a", "zone-b", "zone-c");

  private final Random random;
  private final boolean declared;
  private final List<Component> components = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<List<String>> layers = new ArrayList<>();
  private final Map<String, Integer> layerOf = new HashMap<>();

  /// Every callee once for each caller it has: the urns of preferential attachment.
  private final List<List<String>> urns = new ArrayList<>();

  private LargeDesigns(long seed, boolean declared) {
    this.random = new Random(seed);
    this.declared = declared;
    for (int layer = 0; layer < LAYERS; layer++) {
      layers.add(new ArrayList<>());
      urns.add(new ArrayList<>());
    }
  }

  /// A design as usual: 3 % of its components form one big cycle.
  public static Design of(int nodes, int links) {
    return new LargeDesigns(nodes, false).generate(nodes, links, 0.03);
  }

  /// One of which more was declared, so that rules have more to say.
  public static Design declared(int nodes, int links) {
    return new LargeDesigns(nodes, true).generate(nodes, links, 0.03);
  }

  /// @param degree links per component
  /// @param tangle the part of the components that forms one big cycle, and about the part of the
  ///   links that lead up in it; 0.03 is usual
  public static Design of(int nodes, double degree, double tangle, long seed) {
    return new LargeDesigns(seed, true).generate(nodes, (int) (nodes * degree), tangle);
  }

  private Design generate(int nodes, int size, double tangle) {
    int brokers = Math.max(1, nodes / COMPONENTS_PER_BROKER);
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < nodes - brokers; i++) {
      double place = (i + 0.5) / (nodes - brokers);
      places.add(place < 0.13 ? 0 : place < 0.61 ? 1 + (int) ((place - 0.13) / 0.12) : LEAVES);
    }
    Collections.shuffle(places, random);
    for (int i = 0; i < places.size(); i++) {
      component("n%05d".formatted(i), places.get(i));
    }
    for (int layer = 1; layer < LAYERS; layer++) {
      hubs(layer);
    }
    int upward = (int) (size * Math.min(tangle, 0.3));
    int asynchronous = (int) (size * ASYNCHRONOUS);
    calls(size - upward - asynchronous);
    tangle((int) (nodes * tangle), upward);
    rings(nodes / COMPONENTS_PER_RING);
    for (int i = 0; i < brokers; i++) {
      broker("q%05d".formatted(i), asynchronous / brokers);
    }
    Design design =
        Design.empty("large")
            .withComponents(Index.of(components))
            .withLinks(Index.of(links))
            .withJourneys(Index.of(journeys()));
    return declared ? sized(design) : design;
  }

  /// Every second service has workers for two to ten times its usual load, by Little's law.
  private Design sized(Design design) {
    DependencyGraph graph = DependencyGraph.of(design, Presets.NONE);
    Load load = Load.of(graph);
    List<Component> result = new ArrayList<>();
    for (Component component : components) {
      Node node = graph.node(component.id());
      boolean counts = component.kind() == ComponentKind.SERVICE && random.nextBoolean();
      double busy = load.inflow(node) * node.own() / 1e3 / node.replicas();
      double workers = Math.ceil(busy * (2 + random.nextInt(9)));
      result.add(
          counts
              ? component.with(
                  ComponentAttributes.CONCURRENCY, (int) Math.clamp(workers, 10, 100_000))
              : component);
    }
    return design.withComponents(Index.of(result));
  }

  // ---- components

  private void component(String id, int layer) {
    boolean entry = layer == 0;
    ComponentKind kind =
        entry
            ? random.nextDouble() < 0.3 ? ComponentKind.CLIENT : ComponentKind.API_GATEWAY
            : layer == LEAVES && random.nextDouble() < 0.6
                ? random.nextBoolean() ? ComponentKind.RELATIONAL_DB : ComponentKind.CACHE
                : ComponentKind.SERVICE;
    Attributes values = Attributes.none(ComponentAttributes.TABLE);
    if (!entry) {
      int replicas = replicas();
      values =
          values
              .with(ComponentAttributes.REPLICAS, replicas)
              .with(ComponentAttributes.P99, Timespan.ofMillis(5 + random.nextInt(200)));
      if (declared) {
        values = values.with(ComponentAttributes.ZONES, zones(replicas));
      }
    }
    components.add(new Component(id, kind, values));
    layers.get(layer).add(id);
    layerOf.put(id, layer);
  }

  private int replicas() {
    double size = random.nextDouble();
    return size < 0.6
        ? 1 + random.nextInt(8)
        : size < 0.85
            ? 9 + random.nextInt(56)
            : (int) Math.min(5000, 65 * Math.exp(random.nextGaussian()));
  }

  private List<String> zones(int replicas) {
    int first = random.nextInt(ZONES.size());
    int count = Math.min(replicas, 2 + random.nextInt(2));
    return IntStream.range(first, first + count)
        .mapToObj(i -> ZONES.get(i % ZONES.size()))
        .sorted()
        .toList();
  }

  /// One component in a hundred is popular before anybody calls.
  private void hubs(int layer) {
    for (int i = 0; i < 1 + layers.get(layer).size() / 100; i++) {
      urns.get(layer).addAll(Collections.nCopies(3000 / (i + 4), any(layer)));
    }
  }

  // ---- links

  /// The calls that lead down, each caller's fan-out scaled so that there are so many of them.
  private void calls(int wanted) {
    List<List<String>> callers = layers.subList(0, LEAVES);
    int most = Math.max(3, components.size() / 20);
    double[] fanOut =
        callers.stream().flatMap(List::stream).mapToDouble(id -> fanOut(most)).toArray();
    double scale = wanted / Arrays.stream(fanOut).sum();
    double due = 0;
    int at = 0;
    int before = links.size();
    for (int layer = 0; layer < LEAVES; layer++) {
      for (String from : layers.get(layer)) {
        due += fanOut[at++] * scale;
        Set<String> callees = new HashSet<>();
        while (links.size() - before < due - 0.5) {
          call(from, another(callees, layer), layer == 0);
        }
      }
    }
  }

  private double fanOut(int most) {
    double usual = Math.exp(1.5 + random.nextGaussian());
    double tail = 20 * Math.pow(1 - random.nextDouble(), -1 / 1.2);
    return Math.min(most, usual > 20 ? tail : usual);
  }

  /// Few call the same component along two links.
  private String another(Set<String> callees, int layer) {
    String to = callee(layer);
    for (int tried = 0; tried < 20 && !callees.add(to); tried++) {
      to = callee(layer);
    }
    urns.get(layerOf.get(to)).add(to);
    return to;
  }

  private String callee(int layer) {
    boolean skips = random.nextDouble() < SKIPPING / (1 - ASYNCHRONOUS);
    int target = Math.min(skips && layer > 0 ? layer + 2 : layer + 1, LEAVES);
    List<String> urn = urns.get(target);
    return random.nextDouble() < EVENLY ? any(target) : urn.get(random.nextInt(urn.size()));
  }

  /// The big cycle: links in all directions among services of two layers, so that nobody else gets
  /// into it.
  private void tangle(int members, int size) {
    List<String> group = new ArrayList<>();
    for (int i = 0; i < Math.max(3, members); i++) {
      group.add(any(2 + i % 2));
    }
    for (int i = 0; i < size; i++) {
      String from = group.get(random.nextInt(group.size()));
      String to = group.get(random.nextInt(group.size()));
      if (!from.equals(to)) {
        call(from, to, false);
      }
    }
  }

  /// Small cycles of two to four services of a layer.
  private void rings(int count) {
    for (int i = 0; i < count; i++) {
      Set<String> ring = new HashSet<>();
      List<String> order = new ArrayList<>();
      int layer = 1 + random.nextInt(LEAVES - 1);
      for (int member = 0; member < 2 + i % 3; member++) {
        String next = any(layer);
        if (ring.add(next)) {
          order.add(next);
        }
      }
      for (int member = 0; order.size() > 1 && member < order.size(); member++) {
        call(order.get(member), order.get((member + 1) % order.size()), false);
      }
    }
  }

  private void call(String from, String to, boolean enters) {
    Attributes values = Attributes.none(LinkAttributes.TABLE);
    if (enters) {
      values = values.with(LinkAttributes.RATE, 1.0 + random.nextInt(50));
    }
    if (random.nextDouble() < 0.7) {
      values = values.with(LinkAttributes.TIMEOUT, timeout(from));
    }
    if (random.nextDouble() < 0.13) {
      values =
          values
              .with(LinkAttributes.RETRIES, 2 + random.nextInt(2))
              .with(LinkAttributes.BACKOFF, Backoff.EXP);
    }
    double calls = random.nextDouble() < 0.16 ? 2 + random.nextInt(4) : random.nextDouble() / 5;
    values = values.with(LinkAttributes.CALLS, calls);
    if (declared && random.nextDouble() < 0.1) {
      values = values.with(LinkAttributes.DEPENDENCY, Dependency.SOFT);
    }
    if (declared && random.nextDouble() < 0.3) {
      values = values.with(LinkAttributes.EFFECT, Effect.WRITE);
    }
    links.add(new Link("l%06d".formatted(links.size()), from, to, values));
  }

  /// Most callers wait longer than those whom they call.
  private Timespan timeout(String from) {
    int behind = LEAVES - layerOf.get(from);
    return Timespan.ofMillis(100 << Math.max(0, behind - 1 + random.nextInt(3)));
  }

  /// A broker, half of its links in and half out.
  private void broker(String id, int size) {
    ComponentKind[] kinds = {ComponentKind.QUEUE, ComponentKind.TOPIC, ComponentKind.STREAM};
    components.add(new Component(id, kinds[random.nextInt(kinds.length)]));
    for (int i = 0; i < Math.max(1, size / 2); i++) {
      links.add(
          new Link(
              "%s-in%d".formatted(id, i),
              any(1 + random.nextInt(2)),
              id,
              Attributes.none(LinkAttributes.TABLE)
                  .with(LinkAttributes.EFFECT, Effect.WRITE)
                  .with(LinkAttributes.TIMEOUT, Timespan.ofSeconds(1))));
      links.add(
          new Link(
              "%s-out%d".formatted(id, i),
              id,
              any(3 + random.nextInt(2)),
              Attributes.none(LinkAttributes.TABLE)
                  .with(LinkAttributes.EFFECT, Effect.IDEMPOTENT_WRITE)
                  .with(LinkAttributes.IDEMPOTENCY, Idempotency.DEDUP_STORE)));
    }
  }

  private String any(int layer) {
    List<String> all = layers.get(layer);
    return all.get(random.nextInt(all.size()));
  }

  // ---- journeys

  /// One for each of the twenty busiest entries, by their busiest link.
  private List<Journey> journeys() {
    Map<String, Double> busy = new LinkedHashMap<>();
    Map<String, Link> first = new LinkedHashMap<>();
    for (Link link : links) {
      link.get(LinkAttributes.RATE)
          .ifPresent(rate -> {
            busy.merge(link.from(), rate, Double::sum);
            first.merge(link.from(), link, LargeDesigns::busier);
          });
    }
    RealTimeClass[] classes = RealTimeClass.values();
    List<Journey> journeys = new ArrayList<>();
    busy.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Double> entry) -> -entry.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(20)
        .map(entry -> first.get(entry.getKey()))
        .forEach(link ->
            journeys.add(
                new Journey("j-" + link.id())
                    .with(JourneyAttributes.ENTRY, link.id())
                    .with(JourneyAttributes.CLASS, classes[journeys.size() % classes.length])
                    .with(JourneyAttributes.DEADLINE, Timespan.ofSeconds(5))));
    return journeys;
  }

  private static Link busier(Link a, Link b) {
    return b.get(LinkAttributes.RATE).orElse(0.0) > a.get(LinkAttributes.RATE).orElse(0.0) ? b : a;
  }
}

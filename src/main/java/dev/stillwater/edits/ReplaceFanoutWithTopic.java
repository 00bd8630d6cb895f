package dev.stillwater.edits;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Dependency;
import dev.stillwater.model.Design;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Idempotency;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import dev.stillwater.model.Timespan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Replaces calls that nobody waits for by one publication: caller → topic → a queue for each link
/// → callee. Every subscriber has its own queue, so that a slow one delays no other.
///
/// The links keep their ids and become the deliveries. The publication does what the strongest of
/// them did; only what every call declared (idempotency, soft dependency, acceptable loss) holds
/// for it. A link that carried fewer calls than the busiest gets its share of the messages.
///
/// A stream keeps what was published and every subscriber has its own place in it: there the queues
/// are left out.
///
/// @param name what people call the caller, for the title
/// @param preset the product: a topic, an event bus or a stream
public record ReplaceFanoutWithTopic(
    String caller, String name, List<String> callees, String preset)
    implements Buffering, Pickable {
  public ReplaceFanoutWithTopic {
    callees = List.copyOf(callees);
  }

  /// The edit with the usual product.
  public ReplaceFanoutWithTopic(String caller, String name, List<String> callees) {
    this(caller, name, callees, Product.SNS.preset());
  }

  @Override
  public List<String> presets() {
    return Product.presets(Product.PUBLISHERS);
  }

  @Override
  public ReplaceFanoutWithTopic with(String other) {
    return new ReplaceFanoutWithTopic(caller, name, callees, Pickable.checked(other, presets()));
  }

  @Override
  public String signature() {
    return "ReplaceFanoutWithTopic(" + caller + Pickable.argument(preset, presets()) + ")";
  }

  @Override
  public String title() {
    String reads = isStream() ? " that is read by " : " with a queue each for ";
    return "Publish from " + name + " to " + kind().withArticle() + reads + Words.list(callees);
  }

  private ComponentKind kind() {
    return Product.of(preset).map(Product::kind).orElse(ComponentKind.TOPIC);
  }

  private boolean isStream() {
    return kind() == ComponentKind.STREAM;
  }

  @Override
  public List<Link> buffered(DependencyGraph graph) {
    return graph
        .findNode(caller)
        .map(node -> unawaited(graph.design(), Stream.of(graph.out(node)).map(Edge::link)))
        .orElse(List.of());
  }

  /// The calls of the component whose result nobody uses, in the order of their ids; empty when
  /// they lead to fewer than two components.
  private List<Link> unawaited(Design design, Stream<Link> candidates) {
    List<Link> links =
        candidates
            .filter(link -> link.from().equals(caller) && design.links().contains(link.id()))
            .filter(link -> isUnawaited(design, link))
            .sorted(Comparator.comparing(Link::id))
            .toList();
    return links.stream().map(Link::to).distinct().count() < 2 ? List.of() : links;
  }

  private static boolean isUnawaited(Design design, Link link) {
    Need need = link.attributes().orDefault(LinkAttributes.NEED);
    ComponentKind to = design.components().get(link.to()).kind();
    return design.components().get(link.from()).kind().isCompute()
        && Couplings.mode(design, link) == LinkMode.SYNC
        && !Couplings.impliesIntermediary(design, link)
        && (need == Need.ACK_NOW || need == Need.LATER)
        && link.attributes().orDefault(LinkAttributes.EFFECT) != Effect.READ
        && (to.isCompute() || to == ComponentKind.EXTERNAL);
  }

  @Override
  public Design apply(Design design) {
    List<Link> links = unawaited(design, design.links().stream());
    if (links.isEmpty()) {
      return design;
    }
    Component deadLetters =
        QueuePreset.deadLetters(Naming.component(design, caller, "events-dlq"), preset);
    Component topic =
        new Component(Naming.component(design, caller, "events"), kind())
            .with(ComponentAttributes.PRESET, preset)
            .with(ComponentAttributes.DLQ, deadLetters.id());
    if (isStream()) {
      topic = topic.with(ComponentAttributes.MAX_RECEIVES, QueuePreset.MAX_RECEIVES);
    }
    Design result = design.with(topic).with(deadLetters);
    Link publication =
        new Link(Naming.link(result, caller, topic.id()), caller, topic.id(), publication(links));
    result = result.with(publication);
    for (Link link : links) {
      result =
          isStream()
              ? read(result, link, publication, topic)
              : subscribe(result, link, publication, topic, deadLetters);
    }
    return result;
  }

  /// The callee reads the stream itself.
  private static Design read(Design design, Link old, Link publication, Component stream) {
    Attributes kept =
        Parting.second(old)
            .copyFrom(
                old.attributes(),
                LinkAttributes.DESCRIPTION,
                LinkAttributes.RATE,
                LinkAttributes.NOTES,
                LinkAttributes.URL);
    double part = calls(old) / calls(publication);
    if (part != 1 && old.get(LinkAttributes.RATE).isEmpty()) {
      kept = kept.with(LinkAttributes.CALLS, part);
    }
    Attributes all = kept.withUnknown(old.attributes().unknown());
    return design
        .with(new Link(old.id(), stream.id(), old.to(), all))
        .replaceInJourneys(old.id(), List.of(publication.id(), old.id()));
  }

  private static Design subscribe(
      Design design, Link old, Link publication, Component topic, Component deadLetters) {
    String queueId = Naming.component(design, Naming.stem(old), "queue");
    Component queue =
        QueuePreset.queue(design, queueId, QueuePreset.STANDARD, old.to(), deadLetters.id());
    Attributes share =
        Attributes.none(LinkAttributes.TABLE)
            .copyFrom(
                old.attributes(),
                LinkAttributes.EFFECT,
                LinkAttributes.RATE,
                LinkAttributes.PAYLOAD);
    double part = calls(old) / calls(publication);
    if (part != 1 && old.get(LinkAttributes.RATE).isEmpty()) {
      share = share.with(LinkAttributes.CALLS, part);
    }
    Design result = design.with(queue);
    Link subscription =
        new Link(Naming.link(result, topic.id(), queueId), topic.id(), queueId, share);
    Attributes kept =
        Parting.second(old)
            .copyFrom(
                old.attributes(),
                LinkAttributes.DESCRIPTION,
                LinkAttributes.NOTES,
                LinkAttributes.URL);
    Link delivery =
        new Link(old.id(), queueId, old.to(), kept.withUnknown(old.attributes().unknown()));
    return result
        .with(subscription)
        .with(delivery)
        .replaceInJourneys(old.id(), List.of(publication.id(), subscription.id(), delivery.id()));
  }

  private static double calls(Link link) {
    return Math.max(link.attributes().orDefault(LinkAttributes.CALLS), Double.MIN_NORMAL);
  }

  private static Attributes publication(List<Link> links) {
    Attributes result =
        Attributes.none(LinkAttributes.TABLE)
            .with(LinkAttributes.NEED, least(links, LinkAttributes.NEED))
            .with(LinkAttributes.EFFECT, most(links, LinkAttributes.EFFECT).orElseThrow());
    if (links.stream().allMatch(link -> link.get(LinkAttributes.RATE).isPresent())) {
      result = result.set(LinkAttributes.RATE, most(links, LinkAttributes.RATE).orElse(null));
    }
    double calls = links.stream().mapToDouble(ReplaceFanoutWithTopic::calls).max().orElse(1);
    if (calls != 1) {
      result = result.with(LinkAttributes.CALLS, calls);
    }
    result = result.set(LinkAttributes.TIMEOUT, shortest(links).orElse(null));
    Optional<Link> keenest =
        links.stream()
            .filter(link -> link.get(LinkAttributes.RETRIES).isPresent())
            .max(Comparator.comparingInt(ReplaceFanoutWithTopic::attempts));
    if (keenest.isPresent()) {
      result =
          result.copyFrom(
              keenest.get().attributes(),
              LinkAttributes.RETRIES,
              LinkAttributes.BACKOFF,
              LinkAttributes.JITTER,
              LinkAttributes.RETRY_BUDGET,
              LinkAttributes.BACKOFF_CAP);
    }
    result = ifAll(result, links, LinkAttributes.IDEMPOTENCY, Idempotency.TOKEN);
    result = ifAll(result, links, LinkAttributes.DEPENDENCY, Dependency.SOFT);
    result = ifAll(result, links, LinkAttributes.LOSS_OK, true);
    return result.set(LinkAttributes.PAYLOAD, most(links, LinkAttributes.PAYLOAD).orElse(null));
  }

  /// A topic acknowledges faster than the fastest callee answered.
  private static Optional<Timespan> shortest(List<Link> links) {
    return links.stream()
        .flatMap(link -> link.get(LinkAttributes.TIMEOUT).stream())
        .filter(timeout -> !timeout.isUnlimited())
        .min(Comparator.naturalOrder());
  }

  private static int attempts(Link link) {
    int retries = link.attributes().orDefault(LinkAttributes.RETRIES);
    return retries < 0 ? Integer.MAX_VALUE : retries;
  }

  private static <T> Attributes ifAll(
      Attributes into, List<Link> links, Attribute<T> attribute, T value) {
    return links.stream().allMatch(link -> link.get(attribute).filter(value::equals).isPresent())
        ? into.with(attribute, value)
        : into;
  }

  private static <T extends Comparable<? super T>> T least(
      List<Link> links, Attribute<T> attribute) {
    return links.stream()
        .map(link -> link.attributes().orDefault(attribute))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static <T extends Comparable<? super T>> Optional<T> most(
      List<Link> links, Attribute<T> attribute) {
    List<T> values = new ArrayList<>();
    links.forEach(link -> link.get(attribute).ifPresent(values::add));
    return values.stream().max(Comparator.naturalOrder());
  }
}

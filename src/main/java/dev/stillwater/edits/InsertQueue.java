package dev.stillwater.edits;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.LegalLinks;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkMode;
import java.util.List;
import java.util.Optional;

/// Puts a queue with a dead-letter queue on a call, or between a topic and a subscriber: the caller
/// hands over and goes on, the callee takes messages at its own pace.
///
/// The link keeps its id and becomes the hand-over; a new link delivers. Effect and declared
/// idempotency stand on both; the consumer does not become idempotent by this.
///
/// @param caller what people call the caller, for the title
/// @param callee what people call the callee, for the title
/// @param preset the product: a queue, or a stream that one consumer reads
public record InsertQueue(String link, String caller, String callee, String preset)
    implements Buffering, Pickable {
  /// The edit for a link of a design, with a queue that keeps order where the link needs it.
  public static InsertQueue on(Design design, Link link) {
    return new InsertQueue(
        link.id(),
        design.components().get(link.from()).name(),
        design.components().get(link.to()).name(),
        QueuePreset.of(link));
  }

  @Override
  public List<String> presets() {
    return Product.presets(Product.BUFFERS);
  }

  @Override
  public InsertQueue with(String other) {
    return new InsertQueue(link, caller, callee, Pickable.checked(other, presets()));
  }

  @Override
  public String signature() {
    return "InsertQueue(" + link + Pickable.argument(preset, presets()) + ")";
  }

  @Override
  public String title() {
    return "Put " + kind().withArticle() + " between " + caller + " and " + callee;
  }

  private ComponentKind kind() {
    return Product.of(preset).map(Product::kind).orElse(ComponentKind.QUEUE);
  }

  /// Nobody waits for a delivery, so that a queue behind a topic takes no wait away.
  @Override
  public List<Link> buffered(DependencyGraph graph) {
    Design design = graph.design();
    return fitting(design).filter(old -> Couplings.mode(design, old) == LinkMode.SYNC).stream()
        .toList();
  }

  @Override
  public List<Link> queued(DependencyGraph graph) {
    return fitting(graph.design()).stream().toList();
  }

  private Optional<Link> fitting(Design design) {
    return design.links().find(link).filter(found -> fits(design, found));
  }

  /// Whether a queue or stream can stand between the ends of this link.
  public static boolean fits(Design design, Link link) {
    LinkMode mode = Couplings.mode(design, link);
    ComponentKind from = design.components().get(link.from()).kind();
    ComponentKind to = design.components().get(link.to()).kind();
    LinkMode into = LegalLinks.derived(from, ComponentKind.QUEUE);
    return (mode == LinkMode.SYNC || mode == LinkMode.DELIVER)
        && !Couplings.impliesIntermediary(design, link)
        && !to.isBroker()
        && LegalLinks.legal(into, from, ComponentKind.QUEUE)
        && LegalLinks.legal(LinkMode.DELIVER, ComponentKind.QUEUE, to);
  }

  @Override
  public Design apply(Design design) {
    return fitting(design).map(old -> part(design, old)).orElse(design);
  }

  private Design part(Design design, Link old) {
    String stem = Naming.stem(old);
    String queueId = Naming.component(design, stem, kind().word());
    Component deadLetters = QueuePreset.deadLetters(Naming.component(design, stem, "dlq"), preset);
    Component queue = QueuePreset.queue(design, queueId, preset, old.to(), deadLetters.id());
    Design result = design.with(queue).with(deadLetters).with(Parting.first(old, queueId));
    Link delivery =
        new Link(Naming.link(result, queueId, old.to()), queueId, old.to(), Parting.second(old));
    return result.with(delivery).replaceInJourneys(old.id(), List.of(old.id(), delivery.id()));
  }
}

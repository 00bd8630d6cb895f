package dev.stillwater.edits;

import dev.stillwater.model.Admission;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.LegalLinks;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.model.Timespan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lets a router answer with a receipt: it hands the request to a queue, the backend works it off
/// and records the outcome in a status store, and clients ask the store through the same router.
///
/// A gateway hands over and reads the store itself. A balancer can do neither, so a small service
/// behind it does both. The link keeps its id. A hard journey ends at the receipt and the question
/// for the outcome, and what lies behind becomes a soft journey of its own; other journeys can wait
/// and go on through the queue.
///
/// @param backend the id of the component that the link leads to; where it leads elsewhere, the
///   edit was made already
/// @param caller what people call the router, for the title
/// @param callee what people call the backend, for the title
public record AsyncRequestReply(String link, String backend, String caller, String callee)
    implements Edit {
  private static final String STATUS_PRESET = "dynamodb";
  private static final Timespan QUICK = Timespan.ofSeconds(1);

  /// The edit for a link of a design; empty where no router calls somebody who can take messages.
  public static Optional<AsyncRequestReply> on(Design design, Link link) {
    return fits(design, link)
        ? Optional.of(
            new AsyncRequestReply(
                link.id(),
                link.to(),
                design.components().get(link.from()).name(),
                design.components().get(link.to()).name()))
        : Optional.empty();
  }

  @Override
  public String signature() {
    return "AsyncRequestReply(" + link + ")";
  }

  @Override
  public String title() {
    return "Answer requests of "
        + caller
        + " to "
        + callee
        + " with a receipt, through a queue and a status store";
  }

  @Override
  public Design apply(Design design) {
    return design
        .links()
        .find(link)
        .filter(old -> old.to().equals(backend) && fits(design, old))
        .map(old -> part(design, old))
        .orElse(design);
  }

  private static boolean fits(Design design, Link link) {
    ComponentKind from = design.components().get(link.from()).kind();
    ComponentKind to = design.components().get(link.to()).kind();
    return from.isRouter()
        && Couplings.mode(design, link) == LinkMode.SYNC
        && !Couplings.impliesIntermediary(design, link)
        && !to.isBroker()
        && LegalLinks.legal(LinkMode.DELIVER, ComponentKind.QUEUE, to);
  }

  private static Design part(Design design, Link old) {
    String stem = Naming.stem(old);
    Component deadLetters =
        QueuePreset.deadLetters(Naming.component(design, stem, "dlq"), QueuePreset.of(old));
    Component queue =
        QueuePreset.queue(
            design,
            Naming.component(design, stem, "queue"),
            QueuePreset.of(old),
            old.to(),
            deadLetters.id());
    Component status =
        new Component(Naming.component(design, stem, "status"), ComponentKind.KEY_VALUE_STORE)
            .with(ComponentAttributes.PRESET, STATUS_PRESET);
    Design result = design.with(queue).with(deadLetters).with(status);
    List<String> steps = new ArrayList<>(List.of(old.id()));
    String front = old.from();
    if (design.components().get(front).kind() == ComponentKind.API_GATEWAY) {
      result = result.with(acknowledged(Parting.first(old, queue.id())));
    } else {
      Component endpoint = endpoint(Naming.component(design, stem, "receipts"));
      front = endpoint.id();
      Link handOver =
          acknowledged(
              new Link(
                  Naming.link(design, front, queue.id()),
                  front,
                  queue.id(),
                  Parting.second(old)
                      .without(LinkAttributes.ORDERED)
                      .without(LinkAttributes.MAX_CONCURRENCY)
                      .without(LinkAttributes.DLQ)
                      .with(LinkAttributes.TIMEOUT, QUICK)));
      result =
          result
              .with(endpoint)
              .with(Parting.first(old, front).with(LinkAttributes.NEED, Need.RESULT_NOW))
              .with(handOver);
      steps.add(handOver.id());
    }
    Link question = link(result, front, status.id(), Effect.READ);
    Link delivery =
        new Link(
            Naming.link(result, queue.id(), old.to()), queue.id(), old.to(), Parting.second(old));
    Link record = link(result, old.to(), status.id(), Effect.IDEMPOTENT_WRITE);
    result = result.with(question).with(delivery);
    String last = steps.getLast();
    steps.add(question.id());
    steps.add(delivery.id());
    if (LegalLinks.legal(LinkMode.SYNC, design.components().get(old.to()).kind(), status.kind())) {
      result = result.with(record);
      steps.add(record.id());
    }
    return received(result.replaceInJourneys(old.id(), List.copyOf(steps)), old.id(), last);
  }

  private static Link acknowledged(Link link) {
    return link.with(LinkAttributes.NEED, Need.ACK_NOW);
  }

  private static Component endpoint(String id) {
    return new Component(id, ComponentKind.SERVICE)
        .with(ComponentAttributes.REPLICAS, 2)
        .with(ComponentAttributes.ADMISSION, Admission.LIMIT);
  }

  private static Link link(Design design, String from, String to, Effect effect) {
    return new Link(Naming.link(design, from, to), from, to)
        .with(LinkAttributes.NEED, Need.RESULT_NOW)
        .with(LinkAttributes.EFFECT, effect)
        .with(LinkAttributes.TIMEOUT, QUICK);
  }

  /// Hard journeys that went along the link end at the receipt.
  private static Design received(Design design, String link, String handOver) {
    Design result = design;
    for (Journey journey : design.journeys()) {
      Optional<List<String>> path = journey.get(JourneyAttributes.PATH);
      if (journey.realTimeClass() == RealTimeClass.HARD
          && path.filter(steps -> steps.contains(link)).isPresent()) {
        result = new SplitJourneyAtAck(handOver, journey.id(), journey.name()).apply(result);
      }
    }
    return result;
  }
}

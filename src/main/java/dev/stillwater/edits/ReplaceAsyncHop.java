package dev.stillwater.edits;

import dev.stillwater.model.Attributes;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Coupling;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.LegalLinks;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns a hand-over through a broker into a call that waits: producer → balancer → consumer, or
/// straight to the consumer where it is no service.
///
/// The link of the producer keeps its id. The broker and its dead-letter queue go when nothing else
/// uses them. An annotated queue becomes an annotated balancer, a hand-over to compute a call.
///
/// @param delivery the link from the broker to the consumer that answers; empty where the broker is
///   annotated, absent, or a workflow that answers itself
public record ReplaceAsyncHop(String link, Optional<String> delivery, String caller, String callee)
    implements Edit {
  @Override
  public String signature() {
    return "ReplaceAsyncHop(" + link + ")";
  }

  @Override
  public String title() {
    return "Let " + caller + " call " + callee + " and wait";
  }

  @Override
  public Design apply(Design design) {
    Link old = design.links().find(link).orElse(null);
    if (old == null) {
      return design;
    }
    if (Couplings.impliesIntermediary(design, old)) {
      return design.with(balanced(design, old));
    }
    if (Couplings.mode(design, old) != LinkMode.SEND) {
      return design;
    }
    if (!design.components().get(old.to()).kind().isPassiveBroker()) {
      return design.with(awaited(old).with(LinkAttributes.MODE, LinkMode.SYNC));
    }
    return delivery
        .flatMap(design.links()::find)
        .filter(out -> out.from().equals(old.to()))
        .filter(out -> callable(design, old, out))
        .map(out -> shortcut(design, old, out))
        .orElse(design);
  }

  /// Whether who sends by one link may call who gets it by another.
  public static boolean callable(Design design, Link send, Link out) {
    ComponentKind from = design.components().get(send.from()).kind();
    ComponentKind to = design.components().get(out.to()).kind();
    return LegalLinks.legal(LinkMode.SYNC, from, to) && !to.isBroker();
  }

  /// An annotated queue gives way to an annotated balancer, where one makes sense.
  private static Link balanced(Design design, Link old) {
    if (old.get(LinkAttributes.COUPLING).filter(c -> c == Coupling.LOOSE_ASYNC).isEmpty()) {
      return namesBroker(old) ? old.without(LinkAttributes.VIA) : old;
    }
    Link plain = old.without(LinkAttributes.VIA).without(LinkAttributes.COUPLING);
    return design.components().get(old.to()).kind() == ComponentKind.SERVICE
        ? plain.with(LinkAttributes.COUPLING, Coupling.LOOSE_SYNC)
        : plain;
  }

  /// Whether the product contradicts the annotation, and so a broker stands where none should.
  private static boolean namesBroker(Link link) {
    return link.get(LinkAttributes.VIA)
        .flatMap(Product::of)
        .filter(product -> product.kind().isBroker())
        .isPresent();
  }

  /// The caller waits from now on, so it needs the result: otherwise a queue would be advised
  /// again.
  private static Link awaited(Link link) {
    return link.with(LinkAttributes.NEED, Need.RESULT_NOW)
        .without(LinkAttributes.COUPLING)
        .without(LinkAttributes.VIA)
        .without(LinkAttributes.OUTBOX);
  }

  private static Design shortcut(Design design, Link send, Link out) {
    String broker = send.to();
    Attributes attributes = awaited(send).attributes().without(LinkAttributes.MODE);
    if (!attributes.declares(LinkAttributes.IDEMPOTENCY)) {
      attributes =
          attributes.copyFrom(
              out.attributes(),
              LinkAttributes.IDEMPOTENCY,
              LinkAttributes.TOKEN_SOURCE,
              LinkAttributes.TOKEN_TTL,
              LinkAttributes.DEDUP_ATOMIC);
    }
    Link call = new Link(send.id(), send.from(), out.to(), attributes);
    Design result = withoutUnused(leaveOut(design.with(call), send.id(), out.id()), broker, out);
    return design.components().get(out.to()).kind() == ComponentKind.SERVICE
        ? InsertLoadBalancer.on(result, call).apply(result)
        : result;
  }

  /// Journeys that went along both links go along the call alone.
  private static Design leaveOut(Design design, String send, String out) {
    Design result = design;
    for (Journey journey : design.journeys()) {
      List<String> path = journey.get(JourneyAttributes.PATH).orElse(List.of());
      if (path.contains(send) && path.contains(out)) {
        List<String> rest = new ArrayList<>(path);
        rest.remove(out);
        result = result.with(journey.with(JourneyAttributes.PATH, List.copyOf(rest)));
      }
    }
    return result;
  }

  private static Design withoutUnused(Design design, String broker, Link out) {
    boolean used =
        design.links().stream()
            .anyMatch(link -> link.touches(broker) && !link.id().equals(out.id()));
    boolean named =
        design.journeys().stream().anyMatch(journey -> journey.namedLinks().contains(out.id()));
    if (used || named) {
      return design;
    }
    List<String> gone = new ArrayList<>(List.of(broker));
    design
        .components()
        .get(broker)
        .get(ComponentAttributes.DLQ)
        .filter(design.components()::contains)
        .filter(dlq -> !Naming.isNamed(design, dlq, broker))
        .ifPresent(gone::add);
    return design.without(gone, List.of());
  }
}

package dev.stillwater.edits;

import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Effect;
import dev.stillwater.model.LegalLinks;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import dev.stillwater.model.Timespan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts what is too large for a message into an object store and sends a reference in its place:
/// whoever sent the payload writes it there first, whoever gets the message reads it there (Azure
/// Architecture Center, Claim-Check pattern).
///
/// @param reference bytes of the message that is left
public record ClaimCheck(String link, double reference) implements Edit {
  private static final String STORE_PRESET = "s3";

  /// When a call to the store is given up where the message declares nothing: megabytes take longer
  /// than a message, and nobody should wait for ever from the first day.
  private static final Timespan USUAL_TIMEOUT = Timespan.ofSeconds(2);

  @Override
  public String signature() {
    return "ClaimCheck(" + link + ")";
  }

  @Override
  public String title() {
    return "Keep the payload of " + link + " in an object store and send a reference";
  }

  @Override
  public Design apply(Design design) {
    return design
        .links()
        .find(link)
        .filter(it -> isLarge(it))
        .map(it -> check(design, it))
        .orElse(design);
  }

  private boolean isLarge(Link candidate) {
    return candidate.get(LinkAttributes.PAYLOAD).filter(bytes -> bytes > reference).isPresent();
  }

  private Design check(Design design, Link large) {
    double payload = large.get(LinkAttributes.PAYLOAD).orElseThrow();
    Map<String, Link> writing = upstream(design, large);
    Map<String, Link> reading = downstream(design, large);
    Component store =
        new Component(
                Naming.component(design, Naming.stem(large), "payloads"),
                ComponentKind.OBJECT_STORE)
            .with(ComponentAttributes.PRESET, STORE_PRESET);
    Design result = design.with(store);
    Set<Link> messages = new LinkedHashSet<>(List.of(large));
    messages.addAll(writing.values());
    messages.addAll(reading.values());
    for (Link message : messages) {
      if (isLarge(message)) {
        result = result.with(message.with(LinkAttributes.PAYLOAD, reference));
      }
    }
    for (Map.Entry<String, Link> writer : writing.entrySet()) {
      Attributes values =
          Attributes.none(LinkAttributes.TABLE)
              .with(LinkAttributes.NEED, Need.ACK_NOW)
              .with(LinkAttributes.EFFECT, Effect.IDEMPOTENT_WRITE)
              .with(LinkAttributes.TIMEOUT, USUAL_TIMEOUT)
              .with(LinkAttributes.PAYLOAD, payload)
              .copyFrom(
                  writer.getValue().attributes(),
                  LinkAttributes.RATE,
                  LinkAttributes.CALLS,
                  LinkAttributes.TIMEOUT);
      result = use(result, writer.getKey(), store.id(), values, writer.getValue());
    }
    for (Map.Entry<String, Link> reader : reading.entrySet()) {
      Attributes values =
          Attributes.none(LinkAttributes.TABLE)
              .with(LinkAttributes.TIMEOUT, USUAL_TIMEOUT)
              .with(LinkAttributes.PAYLOAD, payload)
              .copyFrom(reader.getValue().attributes(), LinkAttributes.RATE)
              .copyFrom(large.attributes(), LinkAttributes.TIMEOUT);
      result = use(result, reader.getKey(), store.id(), values, reader.getValue());
    }
    return result;
  }

  /// Lets a component call the store, on the journeys of the message.
  private static Design use(
      Design design, String component, String store, Attributes values, Link message) {
    ComponentKind kind = design.components().get(component).kind();
    if (!LegalLinks.legal(LinkMode.SYNC, kind, ComponentKind.OBJECT_STORE)) {
      return design;
    }
    Link call = new Link(Naming.link(design, component, store), component, store, values);
    return design.with(call).replaceInJourneys(message.id(), List.of(message.id(), call.id()));
  }

  /// Who first sends what goes over the link, each with the link by which it does: the caller, or
  /// before a broker all who send to it.
  private static Map<String, Link> upstream(Design design, Link large) {
    Map<String, Link> result = new LinkedHashMap<>();
    Set<String> seen = new LinkedHashSet<>();
    Deque<Link> waiting = new ArrayDeque<>(List.of(large));
    while (!waiting.isEmpty()) {
      Link at = waiting.poll();
      if (!design.components().get(at.from()).kind().isPassiveBroker()) {
        result.putIfAbsent(at.from(), at);
      } else if (seen.add(at.from())) {
        design.links().stream().filter(in -> in.to().equals(at.from())).forEach(waiting::add);
      }
    }
    return result;
  }

  /// Who gets what goes over the link, each with the link by which it does: the callee, or behind a
  /// broker all to whom it delivers, behind a router all whom it calls.
  private static Map<String, Link> downstream(Design design, Link large) {
    Map<String, Link> result = new LinkedHashMap<>();
    Set<String> seen = new LinkedHashSet<>();
    Deque<Link> waiting = new ArrayDeque<>(List.of(large));
    while (!waiting.isEmpty()) {
      Link at = waiting.poll();
      ComponentKind kind = design.components().get(at.to()).kind();
      if (!kind.isBroker() && !kind.isRouter()) {
        result.putIfAbsent(at.to(), at);
      } else if (seen.add(at.to())) {
        LinkMode onward = kind.isBroker() ? LinkMode.DELIVER : LinkMode.SYNC;
        design.links().stream()
            .filter(out -> out.from().equals(at.to()) && Couplings.mode(design, out) == onward)
            .forEach(waiting::add);
      }
    }
    return result;
  }
}

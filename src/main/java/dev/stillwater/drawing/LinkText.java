package dev.stillwater.drawing;

import dev.stillwater.model.Fallback;
import dev.stillwater.model.Figures;
import dev.stillwater.model.Idempotency;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Timespan;
import dev.stillwater.model.WorkShape;
import java.util.ArrayList;
import java.util.List;

/// What a link says beside its line: a label, and the signs of its guards.
///
/// @param label as much as there may be room for: `mail · 50 /s · no timeout`; may be empty
/// @param brief the same without the name; may be empty
/// @param guards how it deals with failures, in the order of drawing
record LinkText(String label, String brief, List<Icon> guards) {
  /// A longer label is left to the inspector, except for what it says besides the name.
  private static final double WIDEST = 280;

  static LinkText of(Link link, LinkStyle style) {
    List<String> facts = new ArrayList<>();
    switch (style) {
      case TIGHT, LOOSE_SYNC, ILLEGAL -> {
        rate(link, facts);
        timeout(link, facts);
      }
      case LOOSE_ASYNC -> {
        rate(link, facts);
        link.get(LinkAttributes.MAX_CONCURRENCY)
            .ifPresent(most -> facts.add(Figures.number(most) + " at once"));
      }
      case CONFIG, PROBE, REPLICATE ->
          link.get(LinkAttributes.PERIOD)
              .ifPresent(period -> facts.add("every " + Figures.time(period.millis())));
    }
    String brief = String.join(" · ", facts);
    boolean named = !link.id().equals(Link.impliedId(link.from(), link.to()));
    String label = !named ? brief : brief.isEmpty() ? link.id() : link.id() + " · " + brief;
    String shown = VisibleText.of(label);
    boolean fits = brief.isEmpty() || TextMetrics.width(shown, Typeface.LINE) <= WIDEST;
    return new LinkText(
        fits ? TextMetrics.cut(shown, Typeface.LINE, WIDEST) : brief, brief, guards(link, style));
  }

  /// Of links that are drawn as one.
  static LinkText of(List<String> bundle) {
    String label = bundle.size() == 1 ? bundle.getFirst() : bundle.size() + " links";
    return new LinkText(
        TextMetrics.cut(VisibleText.of(label), Typeface.LINE, WIDEST), label, List.of());
  }

  private static void rate(Link link, List<String> facts) {
    link.get(LinkAttributes.RATE).ifPresent(rate -> facts.add(Figures.rate(rate)));
  }

  private static void timeout(Link link, List<String> facts) {
    facts.add(
        link.get(LinkAttributes.TIMEOUT)
            .filter(timeout -> !timeout.isUnlimited())
            .map(Timespan::millis)
            .map(Figures::time)
            .orElse("no timeout"));
  }

  /// What waits for an answer and never gives up stands first.
  private static List<Icon> guards(Link link, LinkStyle style) {
    List<Icon> icons = new ArrayList<>();
    if (style.waits()
        && link.get(LinkAttributes.TIMEOUT).filter(limit -> !limit.isUnlimited()).isEmpty()) {
      icons.add(Icon.NO_TIMEOUT);
    }
    if (link.get(LinkAttributes.RETRIES).orElse(0) != 0) {
      icons.add(Icon.RETRY);
    }
    if (link.get(LinkAttributes.BREAKER).orElse(false)) {
      icons.add(Icon.BREAKER);
    }
    if (link.get(LinkAttributes.BULKHEAD).isPresent()) {
      icons.add(Icon.BULKHEAD);
    }
    if (link.get(LinkAttributes.FALLBACK).orElse(Fallback.NONE) != Fallback.NONE) {
      icons.add(Icon.FALLBACK);
    }
    if (link.get(LinkAttributes.IDEMPOTENCY).orElse(Idempotency.NONE) != Idempotency.NONE) {
      icons.add(Icon.IDEMPOTENT);
    }
    if (link.get(LinkAttributes.OUTBOX).orElse(false)) {
      icons.add(Icon.OUTBOX);
    }
    if (link.get(LinkAttributes.SHAPE).filter(shape -> shape == WorkShape.CONSTANT).isPresent()) {
      icons.add(Icon.CONSTANT_WORK);
    }
    return icons;
  }

  /// What a pointer that rests on the link is told.
  static String title(SceneBuilder.Drawn drawn) {
    Link link = drawn.link();
    LinkStyle style = drawn.style();
    String label =
        drawn.bundle().isEmpty() ? of(link, style).brief() : String.join(", ", drawn.bundle());
    String what =
        switch (style) {
          case TIGHT -> "tight";
          case LOOSE_SYNC -> "loose, waits";
          case LOOSE_ASYNC -> "loose, does not wait";
          case CONFIG -> "configuration";
          case PROBE -> "probe";
          case REPLICATE -> "replication";
          case ILLEGAL -> "not a legal link";
        };
    String which = drawn.bundle().size() > 1 ? drawn.bundle().size() + " links" : link.id();
    return which
        + ": "
        + drawn.from().name()
        + " → "
        + drawn.to().name()
        + " · "
        + what
        + (label.isEmpty() ? "" : " · " + label);
  }
}

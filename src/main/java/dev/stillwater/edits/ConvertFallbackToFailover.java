package dev.stillwater.edits;

import dev.stillwater.model.Component;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Dependency;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.LegalLinks;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import java.util.List;
import java.util.Optional;

/// Uses both ways all the time instead of the second one in emergencies: each takes half of the
/// calls, and the caller can do without either.
///
/// The link keeps its id. The second way becomes a link of its own, unless one is drawn already,
/// and belongs to the journeys of the first.
///
/// @param caller what people call the caller, for the title
/// @param first what people call the callee, for the title
/// @param second what people call the component that it falls back to, for the title
public record ConvertFallbackToFailover(String link, String caller, String first, String second)
    implements Edit {
  private static final double HALF = 0.5;

  /// The edit for a link whose second way is known and can be drawn; empty for others.
  public static Optional<ConvertFallbackToFailover> on(Design design, String link) {
    return design
        .links()
        .find(link)
        .filter(found -> fits(design, found))
        .map(found ->
            new ConvertFallbackToFailover(
                link,
                design.components().get(found.from()).name(),
                design.components().get(found.to()).name(),
                other(design, found).orElseThrow().name()));
  }

  @Override
  public String signature() {
    return "ConvertFallbackToFailover(" + link + ")";
  }

  @Override
  public String title() {
    return "Let " + caller + " use " + first + " and " + second + " all the time";
  }

  @Override
  public Design apply(Design design) {
    return design
        .links()
        .find(link)
        .filter(found -> fits(design, found))
        .map(found -> both(design, found))
        .orElse(design);
  }

  /// Whether it is a request that can go either way: a delivery to both would be processed twice.
  private static boolean fits(Design design, Link link) {
    LinkMode mode = Couplings.mode(design, link);
    Fallback fallback = link.attributes().orDefault(LinkAttributes.FALLBACK);
    return (mode == LinkMode.SYNC || mode == LinkMode.SEND)
        && (fallback == Fallback.OTHER_PATH || fallback == Fallback.BYPASS_CACHE)
        && other(design, link).isPresent();
  }

  private static Optional<Component> other(Design design, Link link) {
    return link.get(LinkAttributes.FALLBACK_TO)
        .flatMap(design.components()::find)
        .filter(component -> !component.id().equals(link.to()))
        .filter(component ->
            LegalLinks.legal(
                Couplings.mode(design, link),
                design.components().get(link.from()).kind(),
                component.kind()));
  }

  private static Design both(Design design, Link old) {
    LinkMode mode = Couplings.mode(design, old);
    String other = old.get(LinkAttributes.FALLBACK_TO).orElseThrow();
    Link shared = alternating(old, mode);
    boolean drawn =
        design.links().stream()
            .anyMatch(link ->
                link.from().equals(old.from())
                    && link.to().equals(other)
                    && Couplings.mode(design, link) == mode);
    if (drawn) {
      return design.with(shared);
    }
    Link half = halved(shared);
    Link second = half.withId(Naming.link(design, old.from(), other)).between(old.from(), other);
    if (LegalLinks.derived(
            design.components().get(old.from()).kind(), design.components().get(other).kind())
        != mode) {
      second = second.with(LinkAttributes.MODE, mode);
    }
    return design
        .with(half)
        .with(second)
        .replaceInJourneys(old.id(), List.of(old.id(), second.id()));
  }

  /// The link without its emergency exit: what it does without is served the other way.
  private static Link alternating(Link old, LinkMode mode) {
    Link result =
        old.without(LinkAttributes.FALLBACK)
            .without(LinkAttributes.FALLBACK_TO)
            .with(LinkAttributes.DEPENDENCY, Dependency.SOFT);
    boolean annotated = old.get(LinkAttributes.COUPLING).isPresent();
    return mode == LinkMode.SYNC && !annotated
        ? result.with(LinkAttributes.CLIENT_LB, true)
        : result;
  }

  private static Link halved(Link link) {
    Optional<Double> rate = link.get(LinkAttributes.RATE);
    return rate.isPresent()
        ? link.with(LinkAttributes.RATE, rate.get() * HALF)
        : link.with(LinkAttributes.CALLS, link.attributes().orDefault(LinkAttributes.CALLS) * HALF);
  }
}

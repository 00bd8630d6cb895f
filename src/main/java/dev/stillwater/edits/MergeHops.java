package dev.stillwater.edits;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Timespan;
import java.util.List;
import java.util.Optional;

/// Takes a component into its only caller: what it did becomes a part of the caller's work, and its
/// own calls leave from there.
///
/// @param caller what people call the caller, for the title
/// @param callee what people call the callee, for the title
public record MergeHops(String link, String caller, String callee) implements Edit {
  /// The edit for a link of a design.
  public static MergeHops on(Design design, Link link) {
    return new MergeHops(
        link.id(),
        design.components().get(link.from()).name(),
        design.components().get(link.to()).name());
  }

  @Override
  public String signature() {
    return "MergeHops(" + link + ")";
  }

  @Override
  public String title() {
    return "Make " + callee + " a part of " + caller + ", its only caller";
  }

  @Override
  public Design apply(Design design) {
    Optional<Link> found = design.links().find(link).filter(old -> fits(design, old));
    return found.map(old -> merged(design, old)).orElse(design);
  }

  /// Whether both ends are compute, nobody else uses the callee, and every journey keeps a link.
  public static boolean fits(Design design, Link link) {
    return Couplings.mode(design, link) == LinkMode.SYNC
        && !Couplings.impliesIntermediary(design, link)
        && !link.from().equals(link.to())
        && design.components().get(link.from()).kind().isCompute()
        && design.components().get(link.to()).kind().isCompute()
        && design.links().stream().filter(other -> other.to().equals(link.to())).count() == 1
        && design.journeys().stream().noneMatch(it -> namesOnlyLost(design, it.namedLinks(), link));
  }

  private static boolean namesOnlyLost(Design design, List<String> named, Link link) {
    return named.stream()
        .flatMap(id -> design.links().find(id).stream())
        .allMatch(step -> step.id().equals(link.id()) || isWayBack(step, link));
  }

  private static boolean isWayBack(Link step, Link link) {
    return step.from().equals(link.to()) && step.to().equals(link.from());
  }

  private static Design merged(Design design, Link old) {
    Design result = design.with(working(design, old));
    double calls = old.attributes().orDefault(LinkAttributes.CALLS);
    for (Link onward : design.links()) {
      if (onward.from().equals(old.to()) && !isWayBack(onward, old)) {
        Link moved = onward.between(old.from(), onward.to());
        double product = calls * moved.attributes().orDefault(LinkAttributes.CALLS);
        result = result.with(calls == 1 ? moved : moved.with(LinkAttributes.CALLS, product));
      }
    }
    return result.without(List.of(old.to()), List.of());
  }

  /// The caller with the work of both, where both are known.
  private static Component working(Design design, Link old) {
    Component caller = design.components().get(old.from());
    double calls = Math.max(1, old.attributes().orDefault(LinkAttributes.CALLS));
    Optional<Timespan> own = caller.get(ComponentAttributes.P99);
    Optional<Timespan> more = design.components().get(old.to()).get(ComponentAttributes.P99);
    return own.isPresent() && more.isPresent()
        ? caller.with(
            ComponentAttributes.P99,
            Timespan.ofMillis(own.get().millis() + calls * more.get().millis()))
        : caller;
  }
}

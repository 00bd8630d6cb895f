package dev.stillwater.edits;

import dev.stillwater.analysis.Node;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.LegalLinks;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import java.util.List;

/// Makes the intermediary that a link's annotation stands for a component of its own, with the same
/// preset. The link keeps its id and leads to it; a new link leads on. What is analysed stays the
/// same.
///
/// @param drawn the component that it becomes
public record DrawOut(String link, Component drawn) implements Edit {
  /// The edit for an intermediary that is not drawn.
  ///
  /// @throws java.util.NoSuchElementException when it is drawn
  public static DrawOut of(Design design, Node implied) {
    Link link = design.links().get(implied.impliedBy().orElseThrow());
    String id = Naming.component(design, Naming.stem(link), implied.kind().word());
    return new DrawOut(link.id(), implied.component().withId(id));
  }

  /// Whether a component can be changed as itself: it is drawn, or drawing it gives legal links.
  public static boolean isPossible(Design design, Node node) {
    return node.impliedBy()
        .flatMap(design.links()::find)
        .map(link -> fits(design, link, node.kind()))
        .orElse(true);
  }

  @Override
  public String signature() {
    return "DrawOut(" + link + ")";
  }

  @Override
  public String title() {
    return "Draw the " + drawn.kind().noun() + " on " + link;
  }

  @Override
  public Design apply(Design design) {
    return design
        .links()
        .find(link)
        .filter(old -> Couplings.impliesIntermediary(design, old))
        .filter(old -> fits(design, old, drawn.kind()))
        .filter(old -> !design.components().contains(drawn.id()))
        .map(old -> part(design, old))
        .orElse(design);
  }

  private static boolean fits(Design design, Link link, ComponentKind between) {
    ComponentKind from = design.components().get(link.from()).kind();
    ComponentKind to = design.components().get(link.to()).kind();
    return LegalLinks.legal(LegalLinks.derived(from, between), from, between)
        && LegalLinks.legal(LegalLinks.derived(between, to), between, to);
  }

  private Design part(Design design, Link old) {
    Design result = design.with(drawn).with(Parting.first(old, drawn.id()));
    Attributes values = Parting.second(old);
    if (!drawn.kind().isBroker()) {
      values = values.copyFrom(old.attributes(), LinkAttributes.NEED, LinkAttributes.TIMEOUT);
    }
    Link onward = new Link(Naming.link(result, drawn.id(), old.to()), drawn.id(), old.to(), values);
    return result.with(onward).replaceInJourneys(old.id(), List.of(old.id(), onward.id()));
  }
}

package dev.stillwater.edits;

import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.LegalLinks;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import java.util.List;
import java.util.Optional;

/// Puts a gateway before a queue that outsiders write to: they call the gateway, which checks,
/// limits and hands over.
///
/// The link keeps its id and becomes the call; the gateway's link hands over. An annotated queue
/// stays annotated on the gateway's link.
///
/// @param sender what people call the sender, for the title
public record InsertGateway(String link, String sender, String preset) implements Pickable {
  /// The edit for a link of a design.
  public static InsertGateway on(Design design, Link link) {
    return new InsertGateway(
        link.id(),
        design.components().get(link.from()).name(),
        Product.GATEWAYS.getFirst().preset());
  }

  @Override
  public List<String> presets() {
    return Product.presets(Product.GATEWAYS);
  }

  @Override
  public Edit with(String other) {
    return new InsertGateway(link, sender, Pickable.checked(other, presets()));
  }

  @Override
  public String signature() {
    return "InsertGateway(" + link + Pickable.argument(preset, presets()) + ")";
  }

  @Override
  public String title() {
    return "Let " + sender + " call a gateway that hands over";
  }

  @Override
  public Design apply(Design design) {
    Optional<Link> found = design.links().find(link).filter(old -> fits(design, old));
    return found.map(old -> part(design, old)).orElse(design);
  }

  /// Whether somebody outside hands over to a queue by this link.
  public static boolean fits(Design design, Link link) {
    ComponentKind from = design.components().get(link.from()).kind();
    ComponentKind to = design.components().get(link.to()).kind();
    boolean annotated = isAnnotated(design, link);
    return (from.isEdge() || from == ComponentKind.EXTERNAL)
        && (annotated || Couplings.mode(design, link) == LinkMode.SEND && to.isPassiveBroker());
  }

  private static boolean isAnnotated(Design design, Link link) {
    return Couplings.impliesIntermediary(design, link)
        && LegalLinks.legal(
            LinkMode.SYNC, ComponentKind.API_GATEWAY, design.components().get(link.to()).kind());
  }

  private Design part(Design design, Link old) {
    Component gateway =
        new Component(
                Naming.component(design, Naming.stem(old), "gateway"), ComponentKind.API_GATEWAY)
            .with(ComponentAttributes.PRESET, preset);
    Attributes handOver =
        Parting.second(old).copyFrom(old.attributes(), LinkAttributes.NEED, LinkAttributes.TIMEOUT);
    if (isAnnotated(design, old)) {
      handOver = handOver.copyFrom(old.attributes(), LinkAttributes.COUPLING, LinkAttributes.VIA);
    }
    Design result = design.with(gateway).with(Parting.first(old, gateway.id()));
    Link onward =
        new Link(Naming.link(result, gateway.id(), old.to()), gateway.id(), old.to(), handOver);
    return result.with(onward).replaceInJourneys(old.id(), List.of(old.id(), onward.id()));
  }
}

package dev.stillwater.edits;

import dev.stillwater.model.Attribute;
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
import dev.stillwater.model.Timespan;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Puts a load balancer on a call: the caller still waits, but no longer for one instance.
///
/// The link keeps its id and leads to the balancer. A balancer that stands before this callee alone
/// is used again, so that a service gets one and not one for each caller. The balancer gives up
/// earlier than its caller, because a caller that gives up first sees silence instead of an error.
///
/// @param caller what people call the caller, for the title
/// @param callee what people call the callee, for the title
public record InsertLoadBalancer(String link, String caller, String callee) implements Pickable {
  /// The part of the caller's timeout after which the balancer gives up.
  private static final double EARLIER = 0.8;

  /// The edit for a link of a design.
  public static InsertLoadBalancer on(Design design, Link link) {
    return new InsertLoadBalancer(
        link.id(),
        design.components().get(link.from()).name(),
        design.components().get(link.to()).name());
  }

  @Override
  public String preset() {
    return Product.ALB.preset();
  }

  @Override
  public List<String> presets() {
    return Product.presets(Product.BALANCERS);
  }

  /// One product so far.
  @Override
  public Edit with(String other) {
    Pickable.checked(other, presets());
    return this;
  }

  @Override
  public String signature() {
    return "InsertLoadBalancer(" + link + ")";
  }

  @Override
  public String title() {
    return "Put a load balancer between " + caller + " and " + callee;
  }

  @Override
  public Design apply(Design design) {
    Optional<Link> found = design.links().find(link).filter(old -> fits(design, old));
    return found.map(old -> part(design, old)).orElse(design);
  }

  /// Whether a balancer can stand between the ends of this link.
  public static boolean fits(Design design, Link link) {
    ComponentKind from = design.components().get(link.from()).kind();
    ComponentKind to = design.components().get(link.to()).kind();
    return Couplings.mode(design, link) == LinkMode.SYNC
        && !Couplings.impliesIntermediary(design, link)
        && !from.isRouter()
        && !to.isRouter()
        && !to.isBroker()
        && LegalLinks.legal(LinkMode.SYNC, from, ComponentKind.LOAD_BALANCER)
        && LegalLinks.legal(LinkMode.SYNC, ComponentKind.LOAD_BALANCER, to);
  }

  private Design part(Design design, Link old) {
    Optional<Link> forward = forwardOfOwnBalancer(design, old.to());
    if (forward.isPresent()) {
      Link used = stronger(forward.get(), old);
      return design
          .with(Parting.first(old, used.from()))
          .with(used)
          .replaceInJourneys(old.id(), List.of(old.id(), used.id()));
    }
    String id = Naming.component(design, old.to(), "lb");
    Component balancer =
        new Component(id, ComponentKind.LOAD_BALANCER).with(ComponentAttributes.PRESET, preset());
    Design result = design.with(balancer).with(Parting.first(old, id));
    Link onward = forward(result, old, id);
    return result.with(onward).replaceInJourneys(old.id(), List.of(old.id(), onward.id()));
  }

  /// The link by which a redundant balancer calls this component and nothing else.
  private static Optional<Link> forwardOfOwnBalancer(Design design, String callee) {
    return design.links().stream()
        .filter(link -> link.to().equals(callee))
        .filter(link -> isRedundantBalancer(design.components().get(link.from())))
        .filter(link -> Couplings.mode(design, link) == LinkMode.SYNC)
        .filter(
            link -> design.links().stream().filter(o -> o.from().equals(link.from())).count() == 1)
        .min(Comparator.comparing(Link::id));
  }

  /// Whether it can be trusted with one more caller; a preset stands for a provider's service.
  private static boolean isRedundantBalancer(Component component) {
    return component.kind() == ComponentKind.LOAD_BALANCER
        && (component.get(ComponentAttributes.PRESET).isPresent()
            || component.get(ComponentAttributes.MANAGED).orElse(false)
            || component.get(ComponentAttributes.REPLICAS).orElse(1) > 1);
  }

  private static Link stronger(Link forward, Link old) {
    Effect mine = forward.attributes().orDefault(LinkAttributes.EFFECT);
    Effect other = old.attributes().orDefault(LinkAttributes.EFFECT);
    return other.compareTo(mine) > 0 ? forward.with(LinkAttributes.EFFECT, other) : forward;
  }

  private static Link forward(Design design, Link old, String balancer) {
    Link link =
        new Link(
            Naming.link(design, balancer, old.to()),
            balancer,
            old.to(),
            Parting.second(old)
                .without(LinkAttributes.ORDERED)
                .copyFrom(old.attributes(), LinkAttributes.NEED));
    Attribute<Timespan> timeout = LinkAttributes.TIMEOUT;
    return old.get(timeout)
        .filter(declared -> !declared.isUnlimited())
        .map(declared -> Timespan.ofMillis(Math.max(1, declared.millis() * EARLIER)))
        .map(earlier -> link.with(timeout, earlier))
        .orElse(link);
  }
}

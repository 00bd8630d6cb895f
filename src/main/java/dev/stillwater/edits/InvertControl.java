package dev.stillwater.edits;

import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Dependency;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.LegalLinks;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import dev.stillwater.model.Timespan;
import dev.stillwater.model.WorkShape;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.Optional;

/// Puts the small side of a link in control: it publishes a snapshot of fixed size to an object
/// store on a fixed period, and the large fleet reads it there (Amazon Builders' Library, Avoiding
/// overload in distributed systems by putting the smaller service in control).
///
/// The link keeps its id and hands the snapshot to the fleet, which keeps the last good one. A
/// store to which the small side publishes already is used again. Only what is read can be
/// published: a link that changes something stays as it is.
///
/// @param small what people call the small side, for the title
/// @param fleet what people call the large side, for the title
public record InvertControl(String link, String small, String fleet) implements Edit {
  private static final String PRESET = "s3";
  private static final Timespan USUAL_PERIOD = Timespan.ofSeconds(60);

  /// A snapshot is written in the background; nobody waits for it longer than this.
  private static final Timespan PATIENCE = Timespan.ofSeconds(5);

  /// The edit for a link of a design; empty where nothing can be published.
  public static Optional<InvertControl> on(Design design, String link) {
    return design
        .links()
        .find(link)
        .filter(found -> fits(design, found))
        .map(found ->
            new InvertControl(
                link,
                design.components().get(small(design, found)).name(),
                design.components().get(fleet(design, found)).name()));
  }

  @Override
  public String signature() {
    return "InvertControl(" + link + ")";
  }

  @Override
  public String title() {
    return "Let " + small + " publish a snapshot that " + fleet + " reads from an object store";
  }

  @Override
  public Design apply(Design design) {
    return design
        .links()
        .find(link)
        .filter(found -> fits(design, found))
        .map(found -> inverted(design, found))
        .orElse(design);
  }

  private static boolean isCall(Design design, Link link) {
    return Couplings.mode(design, link) == LinkMode.SYNC;
  }

  private static String small(Design design, Link link) {
    return isCall(design, link) ? link.to() : link.from();
  }

  private static String fleet(Design design, Link link) {
    return isCall(design, link) ? link.from() : link.to();
  }

  private static boolean fits(Design design, Link link) {
    LinkMode mode = Couplings.mode(design, link);
    ComponentKind small = design.components().get(small(design, link)).kind();
    ComponentKind fleet = design.components().get(fleet(design, link)).kind();
    return (mode == LinkMode.SYNC || mode == LinkMode.CONFIG)
        && link.attributes().orDefault(LinkAttributes.EFFECT) == Effect.READ
        && (small.isCompute() || small == ComponentKind.CONFIG)
        && fleet.isCompute()
        && LegalLinks.legal(LinkMode.SYNC, small, ComponentKind.OBJECT_STORE)
        && LegalLinks.legal(LinkMode.CONFIG, ComponentKind.OBJECT_STORE, fleet);
  }

  /// The link as the fleet would read over it, for those who ask what that costs.
  static Link published(Link link) {
    return link.with(LinkAttributes.PERIOD, period(link));
  }

  private static Timespan period(Link link) {
    return link.get(LinkAttributes.PERIOD)
        .filter(declared -> declared.millis() > 0 && !declared.isUnlimited())
        .orElse(USUAL_PERIOD);
  }

  private static Design inverted(Design design, Link old) {
    String small = small(design, old);
    Timespan period = period(old);
    Optional<String> known = publishedAlready(design, small);
    String store = known.orElseGet(() -> Naming.component(design, small, "snapshots"));
    Link read = reading(old, store, fleet(design, old), period);
    if (known.isPresent()) {
      return design.with(read);
    }
    Design result =
        design.with(
            new Component(store, ComponentKind.OBJECT_STORE)
                .with(ComponentAttributes.PRESET, PRESET));
    return result.with(read).with(publishing(result, read, small, period));
  }

  /// The object store to which the small side writes and from which a fleet reads.
  private static Optional<String> publishedAlready(Design design, String small) {
    return design.links().stream()
        .filter(link -> link.from().equals(small) && isCall(design, link))
        .filter(link -> link.attributes().orDefault(LinkAttributes.EFFECT) != Effect.READ)
        .map(Link::to)
        .filter(to -> design.components().get(to).kind() == ComponentKind.OBJECT_STORE)
        .filter(to ->
            design.links().stream()
                .anyMatch(link ->
                    link.from().equals(to) && Couplings.mode(design, link) == LinkMode.CONFIG))
        .min(Comparator.naturalOrder());
  }

  /// The fleet's half: replicas read at moments of their own and go on with what they have.
  private static Link reading(Link old, String store, String fleet, Timespan period) {
    Attributes kept =
        Attributes.none(LinkAttributes.TABLE)
            .withUnknown(old.attributes().unknown())
            .copyFrom(
                old.attributes(),
                LinkAttributes.DESCRIPTION,
                LinkAttributes.DEPENDENCY,
                LinkAttributes.PAYLOAD,
                LinkAttributes.ITEM_COUNT,
                LinkAttributes.ROLLOUT,
                LinkAttributes.NOTES,
                LinkAttributes.URL);
    return steady(new Link(old.id(), store, fleet, kept), period)
        .with(LinkAttributes.MODE, LinkMode.CONFIG)
        .with(LinkAttributes.FALLBACK, Fallback.LAST_GOOD);
  }

  /// The half of the small side, which nobody waits for.
  private static Link publishing(Design design, Link read, String small, Timespan period) {
    String store = read.from();
    Attributes size =
        Attributes.none(LinkAttributes.TABLE)
            .copyFrom(read.attributes(), LinkAttributes.PAYLOAD, LinkAttributes.ITEM_COUNT);
    double rate = BigDecimal.valueOf(1 / period.seconds()).round(new MathContext(3)).doubleValue();
    return steady(new Link(Naming.link(design, small, store), small, store, size), period)
        .with(LinkAttributes.NEED, Need.ACK_NOW)
        .with(LinkAttributes.EFFECT, Effect.IDEMPOTENT_WRITE)
        .with(LinkAttributes.RATE, rate)
        .with(LinkAttributes.TIMEOUT, PATIENCE)
        .with(LinkAttributes.DEPENDENCY, Dependency.SOFT);
  }

  private static Link steady(Link link, Timespan period) {
    return link.with(LinkAttributes.SHAPE, WorkShape.CONSTANT)
        .with(LinkAttributes.PERIOD, period)
        .with(LinkAttributes.JITTER, true);
  }
}

package dev.stillwater.edits;

import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import java.util.List;
import java.util.Optional;

/// Lets a caller read its own copy instead of asking: callee → stream of changes → caller → copy.
///
/// The link keeps its id and reads the copy. The stream keeps the order of changes for each key, so
/// that an older one does not overwrite a newer. How often something changes is left to declare.
///
/// @param caller what people call the caller, for the title
/// @param callee what people call the callee, for the title
/// @param preset the product that carries the changes
public record KeepCopy(String link, String caller, String callee, String preset)
    implements Pickable {
  private static final String COPY_PRESET = "dynamodb";
  private static final List<Product> STREAMS =
      List.of(Product.KINESIS, Product.KAFKA, Product.NATS_JETSTREAM);

  /// The edit for a link of a design.
  public static KeepCopy on(Design design, Link link) {
    return new KeepCopy(
        link.id(),
        design.components().get(link.from()).name(),
        design.components().get(link.to()).name(),
        Product.KINESIS.preset());
  }

  @Override
  public List<String> presets() {
    return Product.presets(STREAMS);
  }

  @Override
  public KeepCopy with(String other) {
    return new KeepCopy(link, caller, callee, Pickable.checked(other, presets()));
  }

  @Override
  public String signature() {
    return "KeepCopy(" + link + Pickable.argument(preset, presets()) + ")";
  }

  @Override
  public String title() {
    return "Let " + caller + " keep its own copy of what it reads from " + callee;
  }

  @Override
  public Design apply(Design design) {
    return fitting(design).map(old -> copied(design, old)).orElse(design);
  }

  private Optional<Link> fitting(Design design) {
    return design.links().find(link).filter(found -> fits(design, found));
  }

  /// Whether a link is a read by a component that can keep a copy, from one that can tell of
  /// changes.
  public static boolean fits(Design design, Link link) {
    ComponentKind from = design.components().get(link.from()).kind();
    ComponentKind to = design.components().get(link.to()).kind();
    return Couplings.mode(design, link) == LinkMode.SYNC
        && !Couplings.impliesIntermediary(design, link)
        && link.attributes().orDefault(LinkAttributes.EFFECT) == Effect.READ
        && from.isCompute()
        && (to.isCompute() || to == ComponentKind.EXTERNAL)
        && !link.from().equals(link.to());
  }

  private Design copied(Design design, Link old) {
    Component copy =
        new Component(
                Naming.component(design, old.from() + "-" + old.to(), "copy"),
                ComponentKind.KEY_VALUE_STORE)
            .with(ComponentAttributes.PRESET, COPY_PRESET);
    Component deadLetters =
        QueuePreset.deadLetters(Naming.component(design, old.to(), "changes-dlq"), preset);
    Component changes =
        new Component(Naming.component(design, old.to(), "changes"), ComponentKind.STREAM)
            .with(ComponentAttributes.PRESET, preset)
            .with(ComponentAttributes.MAX_RECEIVES, QueuePreset.MAX_RECEIVES)
            .with(ComponentAttributes.DLQ, deadLetters.id());
    Design result = design.with(copy).with(deadLetters).with(changes);
    result = result.with(reading(old, copy.id()));
    result =
        with(result, old.to(), changes.id(), update(old).with(LinkAttributes.NEED, Need.ACK_NOW));
    result = with(result, changes.id(), old.from(), update().with(LinkAttributes.ORDERED, true));
    result = with(result, old.from(), copy.id(), update(old));
    return Steps.withoutUnreached(design, result, old.id());
  }

  private static Link reading(Link old, String copy) {
    return new Link(
        old.id(),
        old.from(),
        copy,
        old.attributes()
            .without(LinkAttributes.MODE)
            .without(LinkAttributes.COUPLING)
            .without(LinkAttributes.VIA)
            .without(LinkAttributes.CLIENT_LB));
  }

  private static Design with(Design design, String from, String to, Attributes attributes) {
    return design.with(new Link(Naming.link(design, from, to), from, to, attributes));
  }

  /// A repeated update leaves the same copy.
  private static Attributes update() {
    return Attributes.none(LinkAttributes.TABLE)
        .with(LinkAttributes.EFFECT, Effect.IDEMPOTENT_WRITE);
  }

  private static Attributes update(Link old) {
    return update().set(LinkAttributes.TIMEOUT, old.get(LinkAttributes.TIMEOUT).orElse(null));
  }
}

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
import java.util.Optional;

/// Uses a durable key-value store where a cache was. What people say of the component stays; what
/// was measured of the cache goes, because it is no longer true.
///
/// @param name what people call the cache, for the title
public record UseDurableStore(String component, String name) implements Edit {
  private static final ComponentKind KIND = ComponentKind.KEY_VALUE_STORE;
  private static final String PRESET = "dynamodb";

  /// The edit for a cache of a design; empty where a store may not take its place.
  public static Optional<UseDurableStore> on(Design design, String component) {
    return design
        .components()
        .find(component)
        .filter(cache -> fits(design, cache))
        .map(cache -> new UseDurableStore(component, cache.name()));
  }

  @Override
  public String signature() {
    return "UsePreset(" + component + ", " + PRESET + ")";
  }

  @Override
  public String title() {
    return "Use a durable key-value store in place of " + name;
  }

  @Override
  public Design apply(Design design) {
    return design
        .components()
        .find(component)
        .filter(cache -> fits(design, cache))
        .map(cache -> design.with(store(cache)))
        .orElse(design);
  }

  private static boolean fits(Design design, Component cache) {
    return cache.kind() == ComponentKind.CACHE
        && design.links().stream()
            .filter(link -> link.touches(cache.id()))
            .allMatch(link -> staysLegal(design, link, cache.id()));
  }

  private static boolean staysLegal(Design design, Link link, String cache) {
    return LegalLinks.legal(
        Couplings.mode(design, link),
        kind(design, link.from(), cache),
        kind(design, link.to(), cache));
  }

  private static ComponentKind kind(Design design, String component, String cache) {
    return component.equals(cache) ? KIND : design.components().get(component).kind();
  }

  private static Component store(Component cache) {
    Attributes kept =
        Attributes.none(ComponentAttributes.TABLE)
            .withUnknown(cache.attributes().unknown())
            .copyFrom(
                cache.attributes(),
                ComponentAttributes.NAME,
                ComponentAttributes.DESCRIPTION,
                ComponentAttributes.OWNER,
                ComponentAttributes.TAGS,
                ComponentAttributes.MULTI_TENANT,
                ComponentAttributes.CRITICALITY,
                ComponentAttributes.ALARMS,
                ComponentAttributes.NOTES,
                ComponentAttributes.URL)
            .with(ComponentAttributes.PRESET, PRESET);
    return new Component(cache.id(), KIND, kept);
  }
}

package dev.stillwater.edits;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Need;
import dev.stillwater.model.StateKeeping;
import dev.stillwater.model.Timespan;

/// Moves the sessions of a component into a key-value store of their own, so that every replica can
/// serve every request.
///
/// @param name what people call the component, for the title
public record ExternalizeState(String component, String name) implements Edit {
  private static final String PRESET = "dynamodb";

  /// Ten times what such a store takes on the slowest hundredth of reads.
  private static final Timespan TIMEOUT = Timespan.ofMillis(100);

  @Override
  public String signature() {
    return "ExternalizeState(" + component + ")";
  }

  @Override
  public String title() {
    return "Keep the sessions of " + name + " in a key-value store";
  }

  @Override
  public Design apply(Design design) {
    return design
        .components()
        .find(component)
        .filter(it -> it.kind().isCompute())
        .filter(it -> it.get(ComponentAttributes.STATE).orElse(null) == StateKeeping.SESSION)
        .map(it -> moved(design, it))
        .orElse(design);
  }

  private static Design moved(Design design, Component old) {
    Component store =
        new Component(Naming.component(design, old.id(), "sessions"), ComponentKind.KEY_VALUE_STORE)
            .with(ComponentAttributes.PRESET, PRESET);
    Link access =
        new Link(Naming.link(design, old.id(), store.id()), old.id(), store.id())
            .with(LinkAttributes.NEED, Need.RESULT_NOW)
            .with(LinkAttributes.EFFECT, Effect.IDEMPOTENT_WRITE)
            .with(LinkAttributes.TIMEOUT, TIMEOUT);
    return design
        .with(old.with(ComponentAttributes.STATE, StateKeeping.STATELESS))
        .with(store)
        .with(access);
  }
}

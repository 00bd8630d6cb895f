package dev.stillwater.edits;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import java.util.Optional;

/// Builds a broker with another product. What was declared stays; a dead-letter queue of the old
/// product that serves nothing else follows, because a queue and its dead letters must be of one
/// product.
///
/// @param kind what a component with this preset is: the lasting sibling of a topic may be a stream
/// @param name what people call the broker, for the title
public record UsePreset(String component, String preset, ComponentKind kind, String name)
    implements Edit {
  @Override
  public String signature() {
    return "UsePreset(" + component + ", " + preset + ")";
  }

  @Override
  public String title() {
    return "Build " + name + " with " + preset;
  }

  @Override
  public Design apply(Design design) {
    return design
        .components()
        .find(component)
        .filter(it -> it.kind().isPassiveBroker() && kind.isPassiveBroker())
        .map(it -> follow(design.with(used(it).withKind(kind)), it))
        .orElse(design);
  }

  private Component used(Component old) {
    return old.with(ComponentAttributes.PRESET, preset);
  }

  private Design follow(Design design, Component old) {
    Optional<String> before = old.get(ComponentAttributes.PRESET);
    return old.get(ComponentAttributes.DLQ)
        .flatMap(design.components()::find)
        .filter(letters -> before.isPresent() && !before.get().equals(preset))
        .filter(letters -> letters.kind() == kind)
        .filter(letters -> letters.get(ComponentAttributes.PRESET).equals(before))
        .filter(letters -> !Naming.isNamed(design, letters.id(), component))
        .map(letters -> design.with(used(letters)))
        .orElse(design);
  }
}

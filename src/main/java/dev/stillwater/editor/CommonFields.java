package dev.stillwater.editor;

import dev.stillwater.editor.Inspection.Field;
import dev.stillwater.editor.Inspection.Shown;
import dev.stillwater.editor.Inspection.Target;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Figures;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Presets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What can be declared of components and of links alike, to be shown and written for both at once.
final class CommonFields {
  private CommonFields() {}

  /// The attribute of links that says the same as one of components, because it has the same key,
  /// name and type, and applies to every kind of component.
  static Optional<Attribute<?>> ofLinks(Attribute<?> ofComponents) {
    return ComponentAttributes.NAME.equals(ofComponents)
        ? Optional.empty()
        : LinkAttributes.TABLE
            .find(ofComponents.key())
            .filter(other ->
                other.type().equals(ofComponents.type())
                    && other.label().equals(ofComponents.label()));
  }

  static <T> Field<T> field(
      Design design,
      Selection selection,
      Presets presets,
      Function<String, Optional<Double>> rate,
      Attribute<T> attribute) {
    @SuppressWarnings("unchecked")
    Attribute<T> ofLinks = (Attribute<T>) ofLinks(attribute).orElseThrow();
    List<Shown<T>> each = new ArrayList<>();
    for (String id : selection.components()) {
      Component component = design.components().get(id);
      each.add(Inspection.shown(component, presets, attribute));
    }
    for (String id : selection.links()) {
      Link link = design.links().get(id);
      each.add(Inspection.shown(design, link, rate, ofLinks));
    }
    String name =
        Figures.count(selection.components().size(), "component")
            + " and "
            + Figures.count(selection.links().size(), "link");
    return new Field<>(
        attribute,
        new Target.OfBoth(selection.components(), selection.links(), ofLinks, name),
        Inspection.common(each));
  }
}

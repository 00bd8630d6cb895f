package dev.stillwater.model;

import dev.stillwater.model.DocumentMerge.Conflict;
import dev.stillwater.model.DocumentMerge.Side;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What one side removed and the other came to need.
final class LostElements {
  private final Design mine;
  private final Design theirs;
  private final ValueMerge values;
  private final ElementMerge.Unwanted unwanted;

  LostElements(Design mine, Design theirs, ValueMerge values, ElementMerge.Unwanted unwanted) {
    this.mine = mine;
    this.theirs = theirs;
    this.values = values;
    this.unwanted = unwanted;
  }

  /// Brings back what one side removed and the other came to need: the ends of links, the links of
  /// journeys, and components that others name.
  Design complete(Design merged) {
    Design result = merged;
    boolean again = true;
    while (again) {
      again = false;
      for (String id : missingLinks(result)) {
        Optional<Link> link = lost(id, design -> design.links().find(id));
        if (link.isPresent()) {
          result = result.with(link.get());
          needed("link", id);
          again = true;
        }
      }
      for (String id : missingComponents(result)) {
        Optional<Component> component = lost(id, design -> design.components().find(id));
        if (component.isPresent()) {
          result = result.with(component.get());
          needed("component", id);
          again = true;
        }
      }
    }
    return result;
  }

  private <E> Optional<E> lost(String id, Function<Design, Optional<E>> find) {
    return find.apply(mine).or(() -> find.apply(theirs));
  }

  private void needed(String sort, String id) {
    boolean inMine =
        sort.equals("link") ? mine.links().contains(id) : mine.components().contains(id);
    Conflict conflict =
        new Conflict(
            sort,
            id,
            "",
            "there",
            inMine ? "still used" : DocumentMerge.REMOVED,
            inMine ? DocumentMerge.REMOVED : "still used");
    if (values.knows(conflict)) {
      return;
    }
    if (values.side(conflict) == (inMine ? Side.THEIRS : Side.MINE)) {
      (sort.equals("link") ? unwanted.links() : unwanted.components()).add(id);
    }
  }

  private static Set<String> missingLinks(Design design) {
    Set<String> missing = new LinkedHashSet<>();
    for (Journey journey : design.journeys()) {
      journey.namedLinks().stream()
          .filter(id -> !design.links().contains(id))
          .forEach(missing::add);
    }
    return missing;
  }

  private static Set<String> missingComponents(Design design) {
    Set<String> missing = new LinkedHashSet<>();
    for (Link link : design.links()) {
      missing.add(link.from());
      missing.add(link.to());
    }
    design.components().forEach(component -> references(component, missing));
    design.links().forEach(link -> references(link, missing));
    missing.removeIf(design.components()::contains);
    return missing;
  }

  private static void references(Element<?> element, Set<String> into) {
    for (Attribute<?> attribute : element.attributes().declared()) {
      if (attribute.type() instanceof ValueType.Reference reference
          && reference.target() == ValueType.Reference.Target.COMPONENT) {
        element.get(attribute).map(Object::toString).ifPresent(into::add);
      }
    }
  }
}

package dev.stillwater.edits;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Moves a component out of zones that another one needs, into as many beside them: known ones of
/// the design where there are any, else new ones.
///
/// @param awayFrom the zones to leave
/// @param name what people call the component, for the title
public record MoveZone(String component, List<String> awayFrom, String name) implements Edit {
  public MoveZone {
    awayFrom = List.copyOf(awayFrom);
  }

  @Override
  public String signature() {
    return "MoveZone(" + component + ")";
  }

  @Override
  public String title() {
    return "Move " + name + " out of " + Words.list(awayFrom);
  }

  @Override
  public Design apply(Design design) {
    Optional<Component> found = design.components().find(component);
    List<String> present = found.flatMap(it -> it.get(ComponentAttributes.ZONES)).orElse(List.of());
    if (present.stream().noneMatch(awayFrom::contains)) {
      return design;
    }
    ZoneChoice choice = new ZoneChoice(design);
    List<String> taken = new ArrayList<>(awayFrom);
    taken.addAll(present);
    List<String> moved = new ArrayList<>();
    for (String zone : present) {
      String place = awayFrom.contains(zone) ? choice.beside(zone, taken) : zone;
      taken.add(place);
      moved.add(place);
    }
    return choice.with(
        List.of(found.orElseThrow().with(ComponentAttributes.ZONES, List.copyOf(moved))));
  }
}

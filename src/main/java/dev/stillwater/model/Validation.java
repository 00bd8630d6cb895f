package dev.stillwater.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is wrong with a design as a whole: names that lead nowhere, links between kinds that cannot
/// be linked, presets that nobody knows.
public final class Validation {
  private Validation() {}

  /// All problems, in the order of the file.
  public static List<Problem> of(Design design, Presets presets) {
    List<Problem> problems = new ArrayList<>();
    zones(design, problems);
    for (Component component : design.components()) {
      List<String> path = List.of("components", component.id());
      references(design, presets, component, path, problems);
    }
    for (Link link : design.links()) {
      link(design, presets, link, problems);
    }
    for (Journey journey : design.journeys()) {
      journey(design, journey, problems);
    }
    return problems;
  }

  private static void zones(Design design, List<Problem> problems) {
    for (Zone zone : design.zones()) {
      Set<String> seen = new HashSet<>();
      Zone at = zone;
      while (at != null && seen.add(at.id())) {
        at = at.get(ZoneAttributes.PARENT).flatMap(design.zones()::find).orElse(null);
      }
      if (at != null && at.id().equals(zone.id())) {
        problems.add(
            Problem.warning(
                List.of("zones", zone.id(), "parent"),
                "zone " + zone.id() + " lies in itself; its parents are ignored"));
      }
    }
  }

  private static void link(Design design, Presets presets, Link link, List<Problem> problems) {
    List<String> path = List.of("links", link.id());
    boolean fromKnown = design.components().contains(link.from());
    boolean toKnown = design.components().contains(link.to());
    if (!fromKnown) {
      problems.add(Problem.error(with(path, "from"), "no component " + link.from()));
    }
    if (!toKnown) {
      problems.add(Problem.error(with(path, "to"), "no component " + link.to()));
    }
    if (fromKnown && toKnown) {
      ComponentKind from = design.components().get(link.from()).kind();
      ComponentKind to = design.components().get(link.to()).kind();
      LinkMode mode = Couplings.mode(design, link);
      if (!LegalLinks.legal(mode, from, to)) {
        List<LinkMode> modes = LegalLinks.modes(from, to);
        problems.add(
            Problem.warning(
                path,
                "a "
                    + mode.word()
                    + " link cannot lead from a "
                    + from.noun()
                    + " to a "
                    + to.noun()
                    + (modes.isEmpty() ? "" : "; it could be " + words(modes))));
      }
    }
    references(design, presets, link, path, problems);
  }

  private static String words(List<LinkMode> modes) {
    return String.join(" or ", modes.stream().map(Word::word).toList());
  }

  private static void journey(Design design, Journey journey, List<Problem> problems) {
    List<String> path = List.of("journeys", journey.id());
    boolean hasPath = journey.get(JourneyAttributes.PATH).isPresent();
    boolean hasEntry = journey.get(JourneyAttributes.ENTRY).isPresent();
    if (hasPath == hasEntry) {
      problems.add(
          Problem.error(
              path,
              "a journey has either a path or an entry; "
                  + (hasPath ? "this one has both" : "this one has neither")));
    }
    if (journey.get(JourneyAttributes.PATH).filter(List::isEmpty).isPresent()) {
      problems.add(Problem.error(with(path, "path"), "the path names no link"));
    }
    String key = hasPath ? "path" : "entry";
    for (String id : journey.namedLinks()) {
      if (!design.links().contains(id)) {
        problems.add(Problem.error(with(path, key), "no link " + id));
      }
    }
  }

  private static void references(
      Design design,
      Presets presets,
      Element<?> element,
      List<String> path,
      List<Problem> problems) {
    for (Attribute<?> attribute : element.attributes().declared()) {
      if (attribute.type() instanceof ValueType.Reference reference) {
        String id = (String) element.attributes().get(attribute).orElseThrow();
        boolean known =
            switch (reference.target()) {
              case COMPONENT -> design.components().contains(id);
              case LINK -> design.links().contains(id);
              case PRESET -> presets.find(id).isPresent();
            };
        if (!known) {
          problems.add(
              Problem.warning(
                  with(path, attribute.key()),
                  "no "
                      + switch (reference.target()) {
                        case COMPONENT -> "component ";
                        case LINK -> "link ";
                        case PRESET -> "preset ";
                      }
                      + id));
        }
      }
    }
  }

  private static List<String> with(List<String> path, String key) {
    List<String> result = new ArrayList<>(path);
    result.add(key);
    return result;
  }
}

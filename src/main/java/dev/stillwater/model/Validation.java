package dev.stillwater.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is wrong with a design as a whole: names that lead nowhere, links between kinds that cannot
/// be linked, presets that nobody knows.
public final class Validation {
  /// Guessing what was meant takes time; a list with more problems has another cause.
  private static final int MOST_GUESSES = 50;

  /// Nobody reads on; the check ends there.
  private static final int MOST_PROBLEMS = 1_000;

  private static final String NAME_ANOTHER = "Name one that is there, or leave the field out.";

  private final Design design;
  private final Presets presets;
  private final List<Problem> problems = new ArrayList<>();

  private Validation(Design design, Presets presets) {
    this.design = design;
    this.presets = presets;
  }

  /// The problems of a design, in the order of the file; of more than a thousand the first.
  public static List<Problem> of(Design design, Presets presets) {
    Validation validation = new Validation(design, presets);
    validation.checkDesign();
    return validation.problems;
  }

  /// All problems of a design and of its scenarios, in the order of the file.
  public static List<Problem> of(Document document, Presets presets) {
    Validation validation = new Validation(document.design(), presets);
    validation.checkDesign();
    document.scenarios().forEach(validation::scenario);
    return validation.problems;
  }

  private void checkDesign() {
    zones();
    for (Component component : design.components()) {
      if (isFull()) {
        return;
      }
      references(component.attributes(), List.of("components", component.id()));
    }
    for (Link link : design.links()) {
      if (isFull()) {
        return;
      }
      link(link);
    }
    for (Journey journey : design.journeys()) {
      if (isFull()) {
        return;
      }
      journey(journey);
    }
  }

  private boolean isFull() {
    return problems.size() >= MOST_PROBLEMS;
  }

  private void zones() {
    Map<String, Boolean> inItself = new HashMap<>();
    for (Zone zone : design.zones()) {
      List<String> walk = new ArrayList<>();
      String at = zone.id();
      while (design.zones().contains(at) && !inItself.containsKey(at)) {
        inItself.put(at, false);
        walk.add(at);
        at = design.zones().get(at).get(ZoneAttributes.PARENT).orElse("");
      }
      int start = walk.indexOf(at);
      if (start >= 0) {
        walk.subList(start, walk.size()).forEach(id -> inItself.put(id, true));
      }
    }
    for (Zone zone : design.zones()) {
      if (inItself.getOrDefault(zone.id(), false)) {
        problems.add(
            Problem.warning(
                List.of("zones", zone.id(), "parent"),
                "zone " + zone.id() + " lies in itself",
                "Its parents are ignored until one of them names another zone or none."));
      }
    }
  }

  private void link(Link link) {
    List<String> path = List.of("links", link.id());
    boolean fromKnown = end(path, "from", link.from());
    boolean toKnown = end(path, "to", link.to());
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
                    + " link cannot lead from "
                    + from.withArticle()
                    + " to "
                    + to.withArticle(),
                modes.isEmpty()
                    ? LegalLinks.whyNot(from, to)
                    : "It could be " + words(modes) + "."));
      }
    }
    references(link.attributes(), path);
  }

  private boolean end(List<String> path, String key, String id) {
    boolean known = design.components().contains(id);
    if (!known) {
      problems.add(
          Problem.error(
              with(path, key),
              "no component \"" + id + "\"",
              guess(
                  id,
                  design.components().ids(),
                  "Add it to the components, or name one that is there.")));
    }
    return known;
  }

  private static String words(List<LinkMode> modes) {
    return String.join(" or ", modes.stream().map(LinkMode::word).toList());
  }

  private void journey(Journey journey) {
    List<String> path = List.of("journeys", journey.id());
    boolean hasPath = journey.get(JourneyAttributes.PATH).isPresent();
    boolean hasEntry = journey.get(JourneyAttributes.ENTRY).isPresent();
    if (hasPath == hasEntry) {
      problems.add(
          Problem.error(
              path,
              "expected either a path or an entry, found " + (hasPath ? "both" : "neither"),
              hasPath
                  ? "Keep the path (its links, one by one) or the entry (one link; what follows from"
                      + " it is derived)."
                  : "Add \"entry\" with the link by which requests come in, or \"path\" with the"
                      + " list of its links."));
    }
    if (journey.get(JourneyAttributes.PATH).filter(List::isEmpty).isPresent()) {
      problems.add(
          Problem.error(
              with(path, "path"),
              "the path names no link",
              "Name at least one, or give an \"entry\" instead."));
    }
    String key = hasPath ? "path" : "entry";
    for (String id : journey.namedLinks()) {
      if (!design.links().contains(id)) {
        problems.add(
            Problem.error(
                with(path, key),
                "no link \"" + id + "\"",
                guess(
                    id,
                    design.links().ids(),
                    "Name a link by its id; one that declares none has the id from>to.")));
      }
    }
  }

  private void scenario(Scenario scenario) {
    List<String> path = List.of("scenarios", scenario.name());
    for (Attribute<List<Attributes>> lists :
        List.of(ScenarioAttributes.LOADS, ScenarioAttributes.FAULTS)) {
      List<Attributes> entries = scenario.attributes().get(lists).orElse(List.of());
      for (int i = 0; i < entries.size(); i++) {
        references(entries.get(i), with(with(path, lists.key()), Integer.toString(i)));
      }
    }
  }

  private void references(Attributes attributes, List<String> path) {
    for (Attribute<?> attribute : attributes.declared()) {
      if (attribute.type() instanceof ValueType.Reference reference) {
        String id = (String) attributes.get(attribute).orElseThrow();
        reference(reference.target(), id, with(path, attribute.key()));
      }
    }
  }

  private void reference(ValueType.Reference.Target target, String id, List<String> path) {
    boolean known =
        switch (target) {
          case COMPONENT -> design.components().contains(id);
          case LINK -> design.links().contains(id);
          case PRESET -> presets.find(id).isPresent();
        };
    if (!known) {
      String advice =
          switch (target) {
            case COMPONENT -> guess(id, design.components().ids(), NAME_ANOTHER);
            case LINK -> guess(id, design.links().ids(), NAME_ANOTHER);
            case PRESET ->
                guess(
                    id,
                    presets.all().stream().map(Preset::key).toList(),
                    "Its values are unknown; presets of your own stand in presets.json.");
          };
      problems.add(
          Problem.warning(
              path,
              switch (target) {
                    case COMPONENT -> "no component \"";
                    case LINK -> "no link \"";
                    case PRESET -> "no preset \"";
                  }
                  + id
                  + "\"",
              advice));
    }
  }

  private String guess(String id, Collection<String> known, String otherwise) {
    return problems.size() >= MOST_GUESSES
        ? otherwise
        : Spelling.nearest(id, known)
            .map(meant -> "Did you mean \"" + meant + "\"?")
            .orElse(otherwise);
  }

  private static List<String> with(List<String> path, String key) {
    List<String> result = new ArrayList<>(path);
    result.add(key);
    return result;
  }
}

package dev.stillwater.io;

import dev.stillwater.model.AttributeTable;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Decision;
import dev.stillwater.model.DecisionAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Ids;
import dev.stillwater.model.Index;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.NamedView;
import dev.stillwater.model.Parsed;
import dev.stillwater.model.Problem;
import dev.stillwater.model.Scenario;
import dev.stillwater.model.ScenarioAttributes;
import dev.stillwater.model.ValueType;
import dev.stillwater.model.ViewAttributes;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The elements of a file as they are read, each by its own method.
final class DesignParts {
  private static final String SPELLING = "1 to 100 letters, digits and . _ - > :";

  private static final ValueType.Choice<ComponentKind> KIND =
      new ValueType.Choice<>(ComponentKind.class);

  private final JsonInput in;
  private final Problems problems;
  private final ElementReader elements;
  private final Sites sites;

  private final Map<String, Zone> zones = new LinkedHashMap<>();
  private final Map<String, Component> components = new LinkedHashMap<>();
  private final Map<String, Link> links = new LinkedHashMap<>();
  private final Map<String, Journey> journeys = new LinkedHashMap<>();
  private final List<Scenario> scenarios = new ArrayList<>();
  private final List<NamedView> views = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();

  /// Components whose kind could not be read.
  private final Set<String> kindless = new HashSet<>();

  /// Links and journeys of which not everything could be read.
  private final Set<List<String>> broken = new HashSet<>();

  DesignParts(JsonInput in, ElementReader elements, Sites sites) {
    this.in = in;
    this.problems = in.problems;
    this.elements = elements;
    this.sites = sites;
  }

  /// Whether anything was there that only designs have.
  boolean any() {
    return !components.isEmpty() || !links.isEmpty();
  }

  Document document(
      String name,
      String description,
      Attributes settings,
      Map<String, String> unknown,
      Layout layout) {
    Design design =
        new Design(
            name,
            description,
            settings,
            Index.of(zones.values()),
            Index.of(components.values()),
            Index.of(links.values()),
            Index.of(journeys.values()),
            unknown);
    return new Document(design, layout, scenarios, decisions, views);
  }

  /// Whether a problem of the whole design only follows from one that was found while reading.
  boolean explains(Problem problem) {
    List<String> path = problem.path();
    if (path.size() == 2 && broken.contains(path)) {
      return true;
    }
    Link link = path.getFirst().equals("links") ? links.get(path.get(1)) : null;
    if (link == null) {
      return false;
    }
    return switch (path.size() == 2 ? "" : path.get(2)) {
      case "" -> kindless.contains(link.from()) || kindless.contains(link.to());
      case "from" -> link.from().isEmpty();
      case "to" -> link.to().isEmpty();
      default -> false;
    };
  }

  void zone(Scope scope, int index) {
    ElementReader.Read read = read(scope, "a zone", ZoneAttributes.TABLE, Set.of("id"));
    id(scope, read, "zones", index, zones.keySet(), Ids::legal)
        .ifPresent(id -> zones.put(id, new Zone(id, read.attributes())));
  }

  void component(Scope scope, int index) {
    ElementReader.Read read =
        read(scope, "a component", ComponentAttributes.TABLE, Set.of("id", "kind"));
    Optional<String> id = id(scope, read, "components", index, components.keySet(), Ids::legal);
    Optional<ComponentKind> kind = kind(scope, read);
    id.ifPresent(known -> {
      if (kind.isEmpty()) {
        kindless.add(known);
      }
      components.put(
          known, new Component(known, kind.orElse(ComponentKind.SERVICE), read.attributes()));
    });
  }

  private Optional<ComponentKind> kind(Scope scope, ElementReader.Read read) {
    Optional<String> word = read.text("kind");
    if (word.isEmpty()) {
      if (!read.has("kind")) {
        problems.error(
            read.offset(),
            scope,
            "",
            "expected a kind, found none",
            "Add \"kind\": " + KIND.expectation() + ".");
      }
      return Optional.empty();
    }
    return switch (KIND.fromPlain(word.get())) {
      case Parsed.Ok<ComponentKind> ok -> Optional.of(ok.value());
      case Parsed.Bad<ComponentKind> bad -> {
        problems.error(
            read.offset("kind"),
            scope,
            "kind",
            bad.reason(),
            Hints.forValue(KIND, word.get(), "Choose the one that is nearest."));
        yield Optional.empty();
      }
    };
  }

  void link(Scope scope, int index) {
    ElementReader.Read read =
        read(scope, "a link", LinkAttributes.TABLE, Set.of("id", "from", "to"));
    String from = end(scope, read, "from");
    String to = end(scope, read, "to");
    Optional<String> id =
        read.has("id")
            ? id(scope, read, "links", index, links.keySet(), Ids::legalForLink)
            : impliedId(scope, read, index, from, to);
    id.ifPresent(known -> {
      links.put(known, new Link(known, from, to, read.attributes()));
      if (!read.whole()) {
        broken.add(List.of("links", known));
      }
    });
  }

  /// The component at one end, or nothing and a problem.
  private String end(Scope scope, ElementReader.Read read, String key) {
    if (!read.has(key)) {
      problems.error(
          read.offset(),
          scope,
          key,
          "expected the id of a component, found none",
          "Add \"" + key + "\": \"…\"; a link leads from one component to another.");
    }
    return read.text(key).orElse("");
  }

  private Optional<String> impliedId(
      Scope scope, ElementReader.Read read, int index, String from, String to) {
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    String id = Link.impliedId(from, to);
    if (links.containsKey(id)) {
      problems.error(
          read.offset(),
          scope,
          "id",
          "expected an id, since " + id + " is already the link in " + site("links", id),
          "Add \"id\": \"…\": without one a link has the id from>to, which only one can have.");
      return Optional.empty();
    }
    scope.element = id;
    sites.element("links", id, index, read.offset());
    return Optional.of(id);
  }

  void journey(Scope scope, int index) {
    ElementReader.Read read = read(scope, "a journey", JourneyAttributes.TABLE, Set.of("id"));
    id(scope, read, "journeys", index, journeys.keySet(), Ids::legal)
        .ifPresent(id -> {
          journeys.put(id, new Journey(id, read.attributes()));
          if (!read.whole()) {
            broken.add(List.of("journeys", id));
          }
        });
  }

  void scenario(Scope scope, int index) {
    ElementReader.Read read =
        elements.read(scope, "a scenario", ScenarioAttributes.TABLE, Set.of("name"), NOWHERE_ELSE);
    Optional<String> name = needed(scope, read, "name", "the name of the scenario");
    name.ifPresent(known -> {
      scope.element = known;
      if (sites.element("scenarios", known).isPresent()) {
        problems.warning(
            read.offset("name"),
            scope,
            "name",
            "another scenario has the same name, in " + site("scenarios", known),
            "Give one of them another name: a name stands for the first.");
      }
      sites.element("scenarios", known, index, read.offset());
      scenarios.add(new Scenario(known, read.attributes()));
    });
  }

  void view(Scope scope, int index) {
    ElementReader.Read read =
        elements.read(scope, "a view", ViewAttributes.TABLE, Set.of("name"), NOWHERE_ELSE);
    Optional<String> name = needed(scope, read, "name", "the name of the view");
    name.ifPresent(known -> {
      scope.element = known;
      if (sites.element("namedViews", known).isPresent()) {
        problems.warning(
            read.offset("name"),
            scope,
            "name",
            "another view has the same name, in " + site("namedViews", known),
            "Give one of them another name: a name stands for the first.");
      }
      sites.element("namedViews", known, index, read.offset());
      views.add(new NamedView(known, read.attributes()));
    });
  }

  void decision(Scope scope, int index) {
    ElementReader.Read read =
        elements.read(
            scope, "a decision", DecisionAttributes.TABLE, Set.of("target"), NOWHERE_ELSE);
    needed(scope, read, "target", "what was decided about, such as LC-001@mail")
        .ifPresent(target -> {
          scope.element = target;
          sites.element("decisions", target, index, read.offset());
          decisions.add(new Decision(target, read.attributes()));
        });
  }

  private Optional<String> needed(
      Scope scope, ElementReader.Read read, String key, String expectation) {
    if (!read.has(key)) {
      problems.error(
          read.offset(),
          scope,
          key,
          "expected " + expectation + ", found none",
          "Add \"" + key + "\": \"…\".");
    }
    return read.text(key);
  }

  private ElementReader.Read read(
      Scope scope, String noun, AttributeTable table, Set<String> ownKeys) {
    return elements.read(scope, noun, table, ownKeys, Sections::knowing);
  }

  private static final ElementReader.Others NOWHERE_ELSE = ElementReader.Others.NONE;

  /// The id that an element declares; empty where it has none to be found by.
  private Optional<String> id(
      Scope scope,
      ElementReader.Read read,
      String section,
      int index,
      Set<String> taken,
      Predicate<String> legal) {
    if (!read.has("id")) {
      problems.error(
          read.offset(),
          scope,
          "",
          "expected an id, found none",
          "Add \"id\": \"…\" with " + SPELLING + ".");
      return Optional.empty();
    }
    Optional<String> declared = read.text("id");
    if (declared.isEmpty()) {
      return declared;
    }
    String id = declared.get();
    scope.element = id;
    if (!legal.test(id)) {
      problems.error(
          read.offset("id"),
          scope,
          "id",
          "expected " + SPELLING + ", found " + shown(id),
          "Write for instance \""
              + Ids.of(id)
              + "\" here and wherever it is named"
              + (section.equals("links") ? "." : "; a \"name\" may be any text."));
    }
    if (taken.contains(id)) {
      problems.error(
          read.offset("id"),
          scope,
          "id",
          "the id is taken by the one in " + site(section, id),
          "Give one of them another id, and name the right one wherever it is meant.");
      return Optional.empty();
    }
    sites.element(section, id, index, read.offset());
    return declared;
  }

  private static String shown(String id) {
    int length = id.codePointCount(0, id.length());
    return length > Ids.LONGEST ? length + " characters" : "\"" + id + "\"";
  }

  private String site(String section, String id) {
    return sites.element(section, id).map(Position::toString).orElse("the same file");
  }
}

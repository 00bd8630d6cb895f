package dev.stillwater.editor;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.AttributeTable;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Element;
import dev.stillwater.model.Figures;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import dev.stillwater.model.Presets;
import dev.stillwater.model.Settings;
import dev.stillwater.model.Word;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What the inspector shows of a selection: its subject, and for every attribute the value that
/// holds and where it comes from.
public record Inspection(Subject subject, List<Section> sections) {
  /// The section that makes journeys out of entry links.
  public static final String JOURNEY = "Journey";

  private static final String GENERAL = "General";

  public Inspection {
    sections = List.copyOf(sections);
  }

  /// What is inspected.
  public sealed interface Subject {
    record OfDesign(Design design) implements Subject {}

    record OfComponent(Component component) implements Subject {}

    record OfLink(Link link) implements Subject {}

    record OfJourney(Journey journey) implements Subject {}

    /// @param components how many are in it and in the zones inside
    /// @param zones how many zones are inside
    record OfZone(Zone zone, int components, int zones, boolean isCollapsed) implements Subject {}

    /// Several components, several links, or both.
    record OfSeveral(List<String> components, List<String> links) implements Subject {}
  }

  /// Attributes that belong together, in the order of their table.
  public record Section(String title, List<Field<?>> fields) {
    public Section {
      fields = List.copyOf(fields);
    }
  }

  /// One attribute of the subject.
  public record Field<T>(Attribute<T> attribute, Target target, Shown<T> shown) {
    /// The document with this attribute declared, or no longer declared where the value is null.
    public Document write(Document document, @Nullable T value) {
      return target.write(document, attribute, value);
    }

    /// The name of the step: `Set timeout of mail`.
    public String label(boolean clears) {
      String label = attribute.label();
      boolean name = label.length() > 1 && Character.isUpperCase(label.charAt(1));
      String noun = name ? label : Character.toLowerCase(label.charAt(0)) + label.substring(1);
      return (clears ? "Clear " : "Set ") + noun + " of " + target.name();
    }
  }

  /// What is shown of an attribute.
  public sealed interface Shown<T> {
    /// A value that holds.
    record Known<T>(T value, Origin origin) implements Shown<T> {}

    /// Nobody has said.
    record Undeclared<T>() implements Shown<T> {}

    /// Several elements that say different things.
    record Mixed<T>(int values) implements Shown<T> {}

    static <T> Shown<T> known(T value, Origin origin) {
      return value instanceof Word word
              && word.name().equals("UNKNOWN")
              && origin != Origin.DECLARED
          ? new Undeclared<>()
          : new Known<>(value, origin);
    }

    static <T> Shown<T> of(Optional<T> value, Origin origin) {
      return value.map(v -> known(v, origin)).orElseGet(Undeclared::new);
    }
  }

  /// Where a value comes from.
  public enum Origin implements Word {
    DECLARED,
    PRESET,
    DEFAULT,
    /// From what is drawn.
    DERIVED
  }

  /// Where a value is written.
  public sealed interface Target {
    /// What it is called in the name of a step.
    String name();

    <T> Document write(Document document, Attribute<T> attribute, @Nullable T value);

    /// One element or several of one sort.
    record Elements(List<String> ids, String name) implements Target {
      @Override
      public <T> Document write(Document document, Attribute<T> attribute, @Nullable T value) {
        return Editing.set(document, ids, attribute, value);
      }
    }

    /// Components and links together, which have an attribute each.
    record OfBoth(List<String> components, List<String> links, Attribute<?> ofLinks, String name)
        implements Target {
      @Override
      @SuppressWarnings("unchecked")
      public <T> Document write(Document document, Attribute<T> attribute, @Nullable T value) {
        Document first = Editing.set(document, components, attribute, value);
        return Editing.set(first, links, (Attribute<T>) ofLinks, value);
      }
    }

    /// The settings of the design.
    record OfSettings() implements Target {
      @Override
      public String name() {
        return "the design";
      }

      @Override
      public <T> Document write(Document document, Attribute<T> attribute, @Nullable T value) {
        Design design = document.design();
        return document.withDesign(design.withSettings(design.settings().set(attribute, value)));
      }
    }

    /// The journey that begins at a link; writing a value makes it.
    record JourneyOf(String link) implements Target {
      @Override
      public String name() {
        return "the journey from " + link;
      }

      @Override
      public <T> Document write(Document document, Attribute<T> attribute, @Nullable T value) {
        if (value == null && journeyAt(document.design(), link).isEmpty()) {
          return document;
        }
        Document with =
            journeyAt(document.design(), link).isPresent()
                ? document
                : Editing.journeyFrom(document, link);
        return journeyAt(with.design(), link)
            .map(journey -> Editing.set(with, List.of(journey.id()), attribute, value))
            .orElse(with);
      }
    }
  }

  /// The journey whose requests come in by a link, if there is one.
  public static Optional<Journey> journeyAt(Design design, String link) {
    return design.journeys().stream()
        .filter(j -> !j.namedLinks().isEmpty() && j.namedLinks().getFirst().equals(link))
        .findFirst();
  }

  /// @param rate the rate of a link that follows from the rates before it
  public static Inspection of(
      Design design,
      Selection selection,
      Presets presets,
      Function<String, Optional<Double>> rate) {
    int parts = selection.components().size() + selection.links().size();
    if (parts > 1) {
      return several(design, selection, presets, rate);
    }
    if (parts == 1) {
      return switch (design.find(selection.single().orElseThrow()).orElse(null)) {
        case Component component -> component(component, presets);
        case Link link -> link(design, link, rate);
        case null, default -> whole(design);
      };
    }
    return selection
        .journey()
        .flatMap(design.journeys()::find)
        .map(Inspection::journey)
        .orElseGet(() -> whole(design));
  }

  /// What is shown of a zone.
  public static Inspection zone(Document document, Zone zone) {
    Design design = document.design();
    Target target = new Target.Elements(List.of(zone.id()), "zone " + zone.name());
    return new Inspection(
        new Subject.OfZone(
            zone,
            Zoning.members(design, zone.id()).size(),
            Zoning.inside(design, zone.id()).size(),
            Collapsing.isCollapsed(document, zone.id())),
        sections(
            ZoneAttributes.TABLE,
            attribute -> attribute != ZoneAttributes.NAME,
            attribute -> field(zone, target, attribute)));
  }

  private static Inspection whole(Design design) {
    return new Inspection(
        new Subject.OfDesign(design),
        sections(Settings.TABLE, attribute -> true, attribute -> settings(design, attribute)));
  }

  private static <T> Field<T> settings(Design design, Attribute<T> attribute) {
    return new Field<>(
        attribute, new Target.OfSettings(), held(design.settings().get(attribute), attribute));
  }

  private static Inspection component(Component component, Presets presets) {
    Target target = new Target.Elements(List.of(component.id()), component.name());
    return new Inspection(
        new Subject.OfComponent(component),
        sections(
            ComponentAttributes.TABLE,
            attribute ->
                attribute != ComponentAttributes.NAME
                    && (attribute.appliesTo(component.kind())
                        || component.attributes().declares(attribute)),
            attribute -> field(component, presets, target, attribute)));
  }

  private static <T> Field<T> field(
      Component component, Presets presets, Target target, Attribute<T> attribute) {
    return new Field<>(attribute, target, shown(component, presets, attribute));
  }

  static <T> Shown<T> shown(Component component, Presets presets, Attribute<T> attribute) {
    return presets
        .held(component, attribute)
        .map(held -> Shown.known(held.value(), origin(held.origin())))
        .orElseGet(Shown.Undeclared::new);
  }

  private static Origin origin(Presets.Origin origin) {
    return switch (origin) {
      case DECLARED -> Origin.DECLARED;
      case PRESET -> Origin.PRESET;
      case DEFAULT -> Origin.DEFAULT;
    };
  }

  private static Inspection link(
      Design design, Link link, Function<String, Optional<Double>> rate) {
    Target target = new Target.Elements(List.of(link.id()), link.id());
    List<Section> sections = new ArrayList<>();
    ComponentKind from = design.components().get(link.from()).kind();
    if (from.isEdge()
        || from == ComponentKind.EXTERNAL
        || journeyAt(design, link.id()).isPresent()) {
      sections.add(entry(design, link));
    }
    sections.addAll(
        sections(
            LinkAttributes.TABLE,
            attribute -> true,
            attribute -> new FieldOf(design, link, rate, target).field(attribute)));
    return new Inspection(new Subject.OfLink(link), sections);
  }

  private record FieldOf(
      Design design, Link link, Function<String, Optional<Double>> rate, Target target) {
    <T> Field<T> field(Attribute<T> attribute) {
      return new Field<>(attribute, target, shown(design, link, rate, attribute));
    }
  }

  static <T> Shown<T> shown(
      Design design, Link link, Function<String, Optional<Double>> rate, Attribute<T> attribute) {
    Optional<T> declared = link.get(attribute);
    if (declared.isPresent()) {
      return Shown.known(declared.get(), Origin.DECLARED);
    }
    Optional<?> derived = derived(design, link, rate, attribute);
    if (derived.isPresent()) {
      @SuppressWarnings("unchecked")
      T value = (T) derived.get();
      return Shown.known(value, Origin.DERIVED);
    }
    return held(declared, attribute);
  }

  /// What the drawing says of an attribute that nobody declared.
  private static Optional<?> derived(
      Design design, Link link, Function<String, Optional<Double>> rate, Attribute<?> attribute) {
    if (attribute == LinkAttributes.COUPLING) {
      return Optional.of(Couplings.drawn(design, link));
    }
    if (attribute == LinkAttributes.MODE) {
      return Optional.of(Couplings.mode(design, link));
    }
    if (attribute == LinkAttributes.RATE) {
      return rate.apply(link.id());
    }
    if (attribute == LinkAttributes.NEED
        && Couplings.mode(design, link) == LinkMode.SYNC
        && link.attributes().orDefault(LinkAttributes.EFFECT) == Effect.READ) {
      return Optional.of(Need.RESULT_NOW);
    }
    return Optional.empty();
  }

  private static Section entry(Design design, Link link) {
    Target target = new Target.JourneyOf(link.id());
    Optional<Journey> journey = journeyAt(design, link.id());
    List<Field<?>> fields = new ArrayList<>();
    fields.add(entry(journey, target, JourneyAttributes.CLASS));
    fields.add(entry(journey, target, JourneyAttributes.DEADLINE));
    fields.add(entry(journey, target, JourneyAttributes.SLO));
    fields.add(entry(journey, target, JourneyAttributes.IMPORTANCE));
    return new Section(JOURNEY, fields);
  }

  private static <T> Field<T> entry(
      Optional<Journey> journey, Target target, Attribute<T> attribute) {
    return new Field<>(
        attribute,
        target,
        journey.isEmpty()
            ? new Shown.Undeclared<>()
            : held(journey.flatMap(j -> j.get(attribute)), attribute));
  }

  private static Inspection journey(Journey journey) {
    Target target = new Target.Elements(List.of(journey.id()), journey.name());
    return new Inspection(
        new Subject.OfJourney(journey),
        sections(
            JourneyAttributes.TABLE,
            attribute ->
                attribute != JourneyAttributes.NAME
                    && attribute != JourneyAttributes.PATH
                    && attribute != JourneyAttributes.ENTRY,
            attribute -> field(journey, target, attribute)));
  }

  private static <T> Field<T> field(Element<?> element, Target target, Attribute<T> attribute) {
    return new Field<>(attribute, target, held(element.get(attribute), attribute));
  }

  private static <T> Shown<T> held(Optional<T> declared, Attribute<T> attribute) {
    return declared.isPresent()
        ? Shown.of(declared, Origin.DECLARED)
        : Shown.of(attribute.defaultValue(), Origin.DEFAULT);
  }

  private static Inspection several(
      Design design,
      Selection selection,
      Presets presets,
      Function<String, Optional<Double>> rate) {
    List<String> components = selection.components();
    List<String> links = selection.links();
    Subject subject = new Subject.OfSeveral(components, links);
    if (!components.isEmpty() && !links.isEmpty()) {
      return new Inspection(
          subject,
          sections(
              ComponentAttributes.TABLE,
              attribute -> CommonFields.ofLinks(attribute).isPresent(),
              attribute -> CommonFields.field(design, selection, presets, rate, attribute)));
    }
    if (links.isEmpty()) {
      List<Component> all = components.stream().map(design.components()::get).toList();
      Target target = new Target.Elements(components, Figures.count(all.size(), "component"));
      return new Inspection(
          subject,
          sections(
              ComponentAttributes.TABLE,
              attribute ->
                  attribute != ComponentAttributes.NAME
                      && all.stream().allMatch(c -> attribute.appliesTo(c.kind())),
              attribute -> common(all, target, attribute, presets)));
    }
    List<Link> all = links.stream().map(design.links()::get).toList();
    Target target = new Target.Elements(links, Figures.count(all.size(), "link"));
    return new Inspection(
        subject,
        sections(
            LinkAttributes.TABLE,
            attribute -> true,
            attribute -> common(design, all, rate, target, attribute)));
  }

  private static <T> Field<T> common(
      List<Component> all, Target target, Attribute<T> attribute, Presets presets) {
    return new Field<>(
        attribute, target, common(all.stream().map(c -> shown(c, presets, attribute)).toList()));
  }

  private static <T> Field<T> common(
      Design design,
      List<Link> all,
      Function<String, Optional<Double>> rate,
      Target target,
      Attribute<T> attribute) {
    return new Field<>(
        attribute,
        target,
        common(all.stream().map(link -> shown(design, link, rate, attribute)).toList()));
  }

  /// What several elements show together: the same value from the weakest origin, or mixed.
  static <T> Shown<T> common(List<Shown<T>> each) {
    List<@Nullable Object> values = each.stream().map(Inspection::value).distinct().toList();
    if (values.size() > 1) {
      return new Shown.Mixed<>(values.size());
    }
    Shown<T> weakest = each.getFirst();
    for (Shown<T> shown : each) {
      if (shown instanceof Shown.Known<T> known
          && weakest instanceof Shown.Known<T> before
          && known.origin().compareTo(before.origin()) > 0) {
        weakest = shown;
      }
    }
    return weakest;
  }

  private static @Nullable Object value(Shown<?> shown) {
    return switch (shown) {
      case Shown.Known<?> known -> known.value();
      case Shown.Undeclared<?> u -> null;
      case Shown.Mixed<?> m -> m;
    };
  }

  /// Sections in the order in which their first attribute stands in the table; what is general
  /// comes last, because a reviewer asks for the numbers, except where it names the product.
  private static List<Section> sections(
      AttributeTable table,
      Predicate<Attribute<?>> wanted,
      Function<Attribute<?>, Field<?>> field) {
    Map<String, List<Field<?>>> groups = new LinkedHashMap<>();
    for (Attribute<?> attribute : table.all()) {
      if (wanted.test(attribute)) {
        groups
            .computeIfAbsent(attribute.group(), g -> new ArrayList<>())
            .add(field.apply(attribute));
      }
    }
    List<Section> sections = new ArrayList<>();
    groups.forEach((title, fields) -> sections.add(new Section(title, fields)));
    if (table != ComponentAttributes.TABLE) {
      sections.stream()
          .filter(section -> section.title().equals(GENERAL))
          .findFirst()
          .ifPresent(section -> {
            sections.remove(section);
            sections.add(section);
          });
    }
    return sections;
  }

  /// The same attributes of the same sort of subject: fields can be kept and only take new values.
  public boolean hasSameShape(Inspection other) {
    if (subject.getClass() != other.subject.getClass()
        || sections.size() != other.sections.size()) {
      return false;
    }
    for (int i = 0; i < sections.size(); i++) {
      Section mine = sections.get(i);
      Section theirs = other.sections.get(i);
      if (!mine.title().equals(theirs.title()) || !attributes(mine).equals(attributes(theirs))) {
        return false;
      }
    }
    return true;
  }

  private static List<Attribute<?>> attributes(Section section) {
    List<Attribute<?>> result = new ArrayList<>();
    section.fields().forEach(field -> result.add(Objects.requireNonNull(field.attribute())));
    return result;
  }
}

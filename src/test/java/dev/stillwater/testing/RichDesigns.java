package dev.stillwater.testing;

import dev.stillwater.io.PresetsJson;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.Importance;
import dev.stillwater.model.Index;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.LegalLinks;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Preset;
import dev.stillwater.model.Timespan;
import dev.stillwater.model.ValueType;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneAttributes;
import dev.stillwater.model.ZoneKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Small designs with zones, promises and habits besides, so that nearly every rule has something
/// to say of one of them. The same seed gives the same design, whatever it is named.
public final class RichDesigns {
  /// One in so many attributes that nothing was declared for gets a value.
  private static final int SELDOM = 7;

  private RichDesigns() {}

  private static Index<Zone> zones(UnaryOperator<String> naming) {
    String here = naming.apply("here");
    String there = naming.apply("there");
    return Index.of(
        List.of(
            zone(here, ZoneKind.REGION),
            zone(there, ZoneKind.REGION),
            zone(naming.apply("x"), ZoneKind.AZ).with(ZoneAttributes.PARENT, here),
            zone(naming.apply("y"), ZoneKind.AZ).with(ZoneAttributes.PARENT, here),
            zone(naming.apply("z"), ZoneKind.AZ).with(ZoneAttributes.PARENT, there)));
  }

  private static Zone zone(String id, ZoneKind kind) {
    return new Zone(id, Attributes.none(ZoneAttributes.TABLE)).with(ZoneAttributes.KIND, kind);
  }

  public static Design any(long seed) {
    return any(seed, UnaryOperator.identity());
  }

  /// @param naming turns `c0`, `l0`, `j0` … into the ids to use
  public static Design any(long seed, UnaryOperator<String> naming) {
    Design plain = SmallDesigns.any(seed, naming);
    Random random = new Random(~seed);
    Random habits = new Random(seed * 31 + 7);
    List<Component> components = new ArrayList<>();
    for (Component component : plain.components()) {
      Attributes values = enriched(component, naming, random);
      values = preset(component.kind(), values, habits);
      components.add(
          component.withAttributes(anything(values, it -> it.appliesTo(component.kind()), habits)));
    }
    List<Link> links = new ArrayList<>();
    for (Link link : plain.links()) {
      Attributes values = choice(link.attributes(), LinkAttributes.ROLLOUT, random);
      values = choice(values, LinkAttributes.EFFECT, random);
      values = choice(values, LinkAttributes.NEED, random);
      String other = naming.apply("c" + random.nextInt(plain.components().size()));
      values = maybe(values, LinkAttributes.FALLBACK_TO, other, random);
      links.add(link.withAttributes(anything(values, it -> true, habits)));
    }
    List<Journey> journeys = new ArrayList<>();
    for (Journey journey : plain.journeys()) {
      Attributes values =
          maybe(journey.attributes(), JourneyAttributes.SLO, 1 - random.nextInt(5) / 100.0, random);
      values = maybe(values, JourneyAttributes.IMPORTANCE, Importance.CRITICAL, random);
      journeys.add(journey.withAttributes(values));
    }
    return plain
        .withComponents(Index.of(components))
        .withLinks(Index.of(links))
        .withJourneys(Index.of(journeys))
        .withZones(zones(naming));
  }

  /// The design without the links that no two such kinds may have.
  public static Design legal(Design design) {
    List<String> illegal = new ArrayList<>();
    for (Link link : design.links()) {
      ComponentKind from = design.components().get(link.from()).kind();
      ComponentKind to = design.components().get(link.to()).kind();
      if (!LegalLinks.legal(Couplings.mode(design, link), from, to)) {
        illegal.add(link.id());
      }
    }
    return design.without(List.of(), illegal);
  }

  private static Attributes enriched(
      Component component, UnaryOperator<String> naming, Random random) {
    Attributes values = component.attributes();
    List<String> zones =
        List.of("x", "y", "z").subList(random.nextInt(2), 2 + random.nextInt(2)).stream()
            .map(naming)
            .toList();
    values = maybe(values, ComponentAttributes.ZONES, zones, random);
    values = maybe(values, ComponentAttributes.AVAILABILITY, 1 - random.nextInt(5) / 200.0, random);
    values = maybe(values, ComponentAttributes.ALARMS, random.nextBoolean(), random);
    values = maybe(values, ComponentAttributes.MANAGED, random.nextBoolean(), random);
    values = maybe(values, ComponentAttributes.MTTR, Timespan.ofSeconds(60), random);
    for (Attribute<?> attribute :
        List.of(
            ComponentAttributes.STATE,
            ComponentAttributes.SCALING,
            ComponentAttributes.CRITICALITY,
            ComponentAttributes.ISOLATION,
            ComponentAttributes.REPLICATION,
            ComponentAttributes.LEADER)) {
      if (attribute.appliesTo(component.kind())) {
        values = choice(values, attribute, random);
      }
    }
    return values;
  }

  private static <T> Attributes maybe(
      Attributes values, Attribute<T> attribute, T value, Random random) {
    return random.nextInt(2) == 0 ? values.with(attribute, value) : values;
  }

  private static <T> Attributes choice(Attributes values, Attribute<T> attribute, Random random) {
    List<?> options = ((ValueType.Choice<?>) attribute.type()).options();
    @SuppressWarnings("unchecked")
    T value = (T) options.get(random.nextInt(options.size()));
    return maybe(values, attribute, value, random);
  }

  /// A product of the kind, where nothing else says which.
  private static Attributes preset(ComponentKind kind, Attributes values, Random random) {
    List<Preset> fitting =
        PresetsJson.shipped().all().stream().filter(it -> it.kind() == kind).toList();
    return fitting.isEmpty() || random.nextInt(4) > 0
        ? values
        : values.with(
            ComponentAttributes.PRESET, fitting.get(random.nextInt(fitting.size())).key());
  }

  /// A value for some of the attributes that nothing was declared for.
  private static Attributes anything(
      Attributes values, Predicate<Attribute<?>> fits, Random random) {
    Attributes result = values;
    for (Attribute<?> attribute : values.table().all()) {
      boolean isChosen = random.nextInt(SELDOM) == 0;
      int number = random.nextInt(1_000);
      if (isChosen && fits.test(attribute) && !values.declares(attribute)) {
        result = any(result, attribute, number);
      }
    }
    return result;
  }

  private static <T> Attributes any(Attributes values, Attribute<T> attribute, int number) {
    @SuppressWarnings("unchecked")
    T value = (T) value(attribute.type(), number);
    return value == null ? values : values.with(attribute, value);
  }

  /// One of the values that such an attribute may have; null for texts and names.
  private static @Nullable Object value(ValueType<?> type, int number) {
    return switch (type) {
      case ValueType.Flag flag -> number % 2 == 0;
      case ValueType.Choice<?> choice -> pick(choice.options(), number);
      case ValueType.Duration duration ->
          Timespan.ofMillis(pick(List.of(100, 2_000, 30_000, 600_000, 14_400_000), number));
      case ValueType.Whole whole ->
          Math.max(whole.least(), pick(List.of(1, 2, 5, 80, 2_000), number));
      case ValueType.Real real ->
          switch (real.quantity()) {
            case COUNT -> pick(List.of(100.0, 10_000.0), number);
            case RATE -> pick(List.of(5.0, 50.0, 500.0), number);
            case BYTES -> pick(List.of(1_000.0, 300_000.0, 5e6), number);
            case FRACTION -> pick(List.of(0.5, 0.95, 0.999), number);
            case FACTOR -> pick(List.of(1.0, 2.0, 12.0), number);
          };
      case ValueType.Text text -> null;
      case ValueType.Reference reference -> null;
      case ValueType.Names names -> null;
      case ValueType.Day day -> null;
      case ValueType.Entries entries -> null;
    };
  }

  private static <T> T pick(List<T> options, int number) {
    return options.get(number % options.size());
  }
}

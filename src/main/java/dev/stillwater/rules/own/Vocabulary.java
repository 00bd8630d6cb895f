package dev.stillwater.rules.own;

import dev.stillwater.analysis.Node;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Coupling;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Quantity;
import dev.stillwater.model.Timespan;
import dev.stillwater.model.ValueType;
import dev.stillwater.model.Word;
import dev.stillwater.rules.RuleContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/// The names that expressions may use: every attribute of the model, what is computed of a design,
/// and the ways to neighbours. There are no others.
final class Vocabulary {
  /// A value that a thing has.
  ///
  /// @param attribute the one that it is declared by; empty for what is computed
  record Property(
      Type type, Optional<Attribute<?>> attribute, BiFunction<World, Thing, Value> read) {}

  /// The one thing on the other side: `from`.
  record Step(Sort to, BiFunction<World, Thing, Optional<Thing>> take) {}

  /// Several neighbours: `out`.
  record Group(Sort of, BiFunction<World, Thing, List<Thing>> members) {}

  private static final Map<Sort, Vocabulary> ALL = all();

  private final Map<String, Property> properties = new TreeMap<>();
  private final Map<String, Step> steps = new TreeMap<>();
  private final Map<String, Group> groups = new TreeMap<>();

  private Vocabulary() {}

  static Vocabulary of(Sort sort) {
    return Objects.requireNonNull(ALL.get(sort));
  }

  Optional<Property> property(String name) {
    return Optional.ofNullable(properties.get(name));
  }

  Optional<Step> step(String name) {
    return Optional.ofNullable(steps.get(name));
  }

  Optional<Group> group(String name) {
    return Optional.ofNullable(groups.get(name));
  }

  List<String> properties() {
    return List.copyOf(properties.keySet());
  }

  List<String> steps() {
    return List.copyOf(steps.keySet());
  }

  List<String> groups() {
    return List.copyOf(groups.keySet());
  }

  /// Everything that may stand after a dot or alone.
  List<String> names() {
    List<String> result = new ArrayList<>(properties());
    result.addAll(steps());
    result.addAll(groups());
    return result;
  }

  // ---- what there is

  private static Map<Sort, Vocabulary> all() {
    Map<Sort, Vocabulary> result = new EnumMap<>(Sort.class);
    result.put(Sort.COMPONENT, components());
    result.put(Sort.LINK, links());
    result.put(Sort.JOURNEY, journeys());
    return result;
  }

  private static Vocabulary components() {
    Vocabulary names = declared(Sort.COMPONENT);
    names.text("id", (world, thing) -> new Value.Text(thing.id()));
    names.text("name", (world, thing) -> new Value.Text(node(thing).component().name()));
    // Tags are the team's own: one that nobody wrote is not there.
    names.put(
        "tags",
        new Type.Names(),
        (world, thing) ->
            new Value.Names(node(thing).held(ComponentAttributes.TAGS).orElse(List.of())));
    names.word("kind", ComponentKind.class, (world, thing) -> node(thing).kind());
    names.properties.put(
        "family",
        new Property(
            new Type.Word(
                Arrays.stream(ComponentKind.Family.values()).map(Vocabulary::spelled).toList()),
            Optional.empty(),
            (world, thing) -> new Value.Text(spelled(node(thing).kind().family()))));
    names.amount("inflow", Unit.RATE, (world, thing) -> context(world).load().inflow(node(thing)));
    names.amount("totalCapacity", Unit.RATE, (world, thing) -> node(thing).capacity());
    names.amount("workers", Unit.PLAIN, (world, thing) -> node(thing).pool());
    names.amount(
        "responseTime",
        Unit.TIME,
        (world, thing) -> context(world).responseTimes().of(node(thing)) / 1000);
    names.truth("redundant", (world, thing) -> node(thing).isRedundant());
    names.truth("critical", (world, thing) -> context(world).critical(node(thing)).isPresent());
    names.groups.put(
        "in",
        new Group(
            Sort.LINK,
            (world, thing) -> world.links(List.of(context(world).graph().in(node(thing))))));
    names.groups.put(
        "out",
        new Group(
            Sort.LINK,
            (world, thing) -> world.links(List.of(context(world).graph().out(node(thing))))));
    names.groups.put(
        "journeys",
        new Group(
            Sort.JOURNEY,
            (world, thing) -> World.journeys(context(world).graph().journeysOf(node(thing)))));
    return names;
  }

  private static Vocabulary links() {
    Vocabulary names = declared(Sort.LINK);
    names.text("id", (world, thing) -> new Value.Text(thing.id()));
    names.word("mode", LinkMode.class, (world, thing) -> link(thing).first().mode());
    names.word(
        "coupling",
        Coupling.class,
        (world, thing) -> Couplings.of(context(world).design(), link(thing).link()));
    names.amount(
        "rate", Unit.RATE, (world, thing) -> context(world).load().rate(link(thing).first()));
    names.amount("retries", Unit.PLAIN, (world, thing) -> link(thing).first().attempts() - 1);
    names.amount("attempts", Unit.PLAIN, (world, thing) -> link(thing).first().attempts());
    names.amount("hold", Unit.TIME, (world, thing) -> link(thing).first().hold() / 1000);
    names.truth(
        "critical", (world, thing) -> context(world).critical(link(thing).first()).isPresent());
    names.steps.put(
        "from",
        new Step(
            Sort.COMPONENT,
            (world, thing) -> Optional.of(new Thing.OfComponent(link(thing).first().from()))));
    names.steps.put(
        "to",
        new Step(
            Sort.COMPONENT,
            (world, thing) -> Optional.of(new Thing.OfComponent(link(thing).last().to()))));
    names.groups.put(
        "journeys",
        new Group(
            Sort.JOURNEY,
            (world, thing) ->
                World.journeys(context(world).graph().journeysOf(link(thing).first()))));
    return names;
  }

  private static Vocabulary journeys() {
    Vocabulary names = declared(Sort.JOURNEY);
    names.text("id", (world, thing) -> new Value.Text(thing.id()));
    names.text("name", (world, thing) -> new Value.Text(journey(thing).reach().journey().name()));
    names.truth("critical", (world, thing) -> journey(thing).reach().journey().isCritical());
    names.steps.put(
        "first",
        new Step(
            Sort.LINK,
            (world, thing) ->
                journey(thing).reach().isEmpty()
                    ? Optional.empty()
                    : Optional.of(world.link(journey(thing).reach().first()))));
    names.groups.put(
        "links",
        new Group(Sort.LINK, (world, thing) -> world.links(journey(thing).reach().edges())));
    names.groups.put(
        "components",
        new Group(
            Sort.COMPONENT, (world, thing) -> world.components(journey(thing).reach().nodes())));
    return names;
  }

  // ---- how it is read

  private static RuleContext context(World world) {
    return world.context();
  }

  private static Node node(Thing thing) {
    return ((Thing.OfComponent) thing).node();
  }

  private static Thing.OfLink link(Thing thing) {
    return (Thing.OfLink) thing;
  }

  private static Thing.OfJourney journey(Thing thing) {
    return (Thing.OfJourney) thing;
  }

  private static String spelled(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Vocabulary declared(Sort sort) {
    Vocabulary names = new Vocabulary();
    for (Attribute<?> attribute : sort.table().all()) {
      type(attribute.type())
          .ifPresent(type ->
              names.properties.put(
                  attribute.key(),
                  new Property(
                      type,
                      Optional.of(attribute),
                      (world, thing) -> held(world, thing, attribute))));
    }
    return names;
  }

  /// The type that a declared attribute has in expressions; empty where it has none.
  static Optional<Type> type(ValueType<?> type) {
    return switch (type) {
      case ValueType.Text text -> Optional.of(new Type.Text());
      case ValueType.Reference reference -> Optional.of(new Type.Text());
      case ValueType.Names names -> Optional.of(new Type.Names());
      case ValueType.Flag flag -> Optional.of(new Type.Truth());
      case ValueType.Choice<?> choice ->
          Optional.of(new Type.Word(choice.options().stream().map(Word::word).toList()));
      case ValueType.Duration duration -> Optional.of(new Type.Amount(Unit.TIME));
      case ValueType.Whole whole -> Optional.of(new Type.Amount(Unit.PLAIN));
      case ValueType.Real real -> Optional.of(new Type.Amount(unit(real.quantity())));
      case ValueType.Day day -> Optional.empty();
      case ValueType.Entries entries -> Optional.empty();
    };
  }

  private static Unit unit(Quantity quantity) {
    return switch (quantity) {
      case COUNT, FACTOR -> Unit.PLAIN;
      case RATE -> Unit.RATE;
      case BYTES -> Unit.SIZE;
      case FRACTION -> Unit.SHARE;
    };
  }

  /// The value that holds, declared or by default. The word `unknown` is no value.
  private static <T> Value held(World world, Thing thing, Attribute<T> attribute) {
    Value value = heldBy(thing, attribute).map(Vocabulary::value).orElse(Value.UNKNOWN);
    if (!value.isKnown()) {
      world.missing(thing, attribute);
    }
    return value;
  }

  private static <T> Optional<T> heldBy(Thing thing, Attribute<T> attribute) {
    return switch (thing) {
      case Thing.OfComponent component -> component.node().held(attribute);
      case Thing.OfLink link -> link.link().get(attribute).or(attribute::defaultValue);
      case Thing.OfJourney journey ->
          journey.reach().journey().get(attribute).or(attribute::defaultValue);
    };
  }

  /// Whether a design or a preset declares it; a default does not count.
  static boolean isDeclared(Thing thing, Attribute<?> attribute) {
    return switch (thing) {
      case Thing.OfComponent component -> component.node().isDeclared(attribute);
      case Thing.OfLink link -> link.link().attributes().declares(attribute);
      case Thing.OfJourney journey -> journey.reach().journey().attributes().declares(attribute);
    };
  }

  private static Value value(Object held) {
    return switch (held) {
      case Boolean flag -> Value.of((boolean) flag);
      case Integer number -> new Value.Amount(number);
      case Double number -> Value.of((double) number);
      case Timespan span -> new Value.Amount(span.millis() / 1000);
      case String text -> new Value.Text(text);
      case Word word -> word.word().equals("unknown") ? Value.UNKNOWN : new Value.Text(word.word());
      case List<?> names -> new Value.Names(names.stream().map(Object::toString).toList());
      default -> Value.UNKNOWN;
    };
  }

  private void text(String name, BiFunction<World, Thing, Value> read) {
    put(name, new Type.Text(), read);
  }

  private <E extends Enum<E> & Word> void word(
      String name, Class<E> options, BiFunction<World, Thing, E> read) {
    List<String> words = Arrays.stream(options.getEnumConstants()).map(Word::word).toList();
    put(
        name,
        new Type.Word(words),
        (world, thing) -> new Value.Text(read.apply(world, thing).word()));
  }

  private void amount(String name, Unit unit, BiFunction<World, Thing, Double> read) {
    put(name, new Type.Amount(unit), (world, thing) -> Value.of((double) read.apply(world, thing)));
  }

  private void truth(String name, BiFunction<World, Thing, Boolean> read) {
    put(name, new Type.Truth(), (world, thing) -> Value.of((boolean) read.apply(world, thing)));
  }

  /// What is computed takes the place of an attribute of the same name, which stays its source.
  private void put(String name, Type type, BiFunction<World, Thing, Value> read) {
    Property replaced = properties.get(name);
    Optional<Attribute<?>> attribute = replaced == null ? Optional.empty() : replaced.attribute();
    properties.put(name, new Property(type, attribute, read));
  }
}

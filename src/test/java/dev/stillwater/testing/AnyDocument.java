package dev.stillwater.testing;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.AttributeTable;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Decision;
import dev.stillwater.model.DecisionAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Index;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.NamedView;
import dev.stillwater.model.Scenario;
import dev.stillwater.model.ScenarioAttributes;
import dev.stillwater.model.Settings;
import dev.stillwater.model.Timespan;
import dev.stillwater.model.ValueType;
import dev.stillwater.model.ViewAttributes;
import dev.stillwater.model.Word;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneAttributes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Arbitrary documents for properties: every attribute of every table with any legal value, names
/// in any script, fields of versions to come.
public final class AnyDocument {
  private AnyDocument() {}

  public static Arbitrary<Document> documents() {
    return designs()
        .flatMap(design ->
            Combinators.combine(
                    layouts(design),
                    texts()
                        .flatMap(name ->
                            attributes(ScenarioAttributes.TABLE)
                                .map(values -> new Scenario(name, values)))
                        .list()
                        .ofMaxSize(2),
                    texts()
                        .flatMap(target ->
                            attributes(DecisionAttributes.TABLE)
                                .map(values -> new Decision(target, values)))
                        .list()
                        .ofMaxSize(2),
                    texts()
                        .flatMap(name ->
                            attributes(ViewAttributes.TABLE)
                                .map(values -> new NamedView(name, values)))
                        .list()
                        .ofMaxSize(2))
                .as((layout, scenarios, decisions, views) ->
                    new Document(design, layout, scenarios, decisions, views)));
  }

  public static Arbitrary<Design> designs() {
    Arbitrary<List<Zone>> zones =
        elements(ids(), ZoneAttributes.TABLE).map(all -> list(all, Zone::new));
    Arbitrary<List<Component>> components =
        elements(ids(), ComponentAttributes.TABLE)
            .flatMap(all ->
                Arbitraries.of(ComponentKind.class)
                    .list()
                    .ofSize(all.size())
                    .map(kinds -> {
                      List<Component> result = new ArrayList<>();
                      all.forEach((id, values) ->
                          result.add(new Component(id, kinds.get(result.size()), values)));
                      return result;
                    }));
    return Combinators.combine(texts(), texts(), zones, components)
        .as((name, description, z, c) -> with(name, description, z, c))
        .flatMap(AnyDocument::withLinks)
        .flatMap(AnyDocument::withJourneys)
        .flatMap(design ->
            Combinators.combine(attributes(Settings.TABLE), unknown())
                .as((settings, unknown) ->
                    new Design(
                        design.name(),
                        design.description(),
                        settings,
                        design.zones(),
                        design.components(),
                        design.links(),
                        design.journeys(),
                        unknown)));
  }

  private static Design with(
      String name, String description, List<Zone> zones, List<Component> components) {
    return Design.empty(name)
        .withDescription(description)
        .withZones(Index.of(zones))
        .withComponents(Index.of(components));
  }

  private static Arbitrary<Design> withLinks(Design design) {
    if (design.components().isEmpty()) {
      return Arbitraries.just(design);
    }
    Arbitrary<String> ends = Arbitraries.of(new ArrayList<>(design.components().ids()));
    return Combinators.combine(
            elements(ids(), LinkAttributes.TABLE),
            ends.list().ofSize(8),
            ends.list().ofSize(8),
            Arbitraries.of(true, false).list().ofSize(8))
        .as((all, from, to, named) -> {
          Map<String, Link> links = new LinkedHashMap<>();
          all.forEach((id, values) -> {
            int i = links.size();
            String own = named.get(i) ? id : Link.impliedId(from.get(i), to.get(i));
            links.put(own, new Link(own, from.get(i), to.get(i), values));
          });
          return design.withLinks(Index.of(links.values()));
        });
  }

  private static Arbitrary<Design> withJourneys(Design design) {
    if (design.links().isEmpty()) {
      return Arbitraries.just(design);
    }
    Arbitrary<String> links = Arbitraries.of(new ArrayList<>(design.links().ids()));
    return Combinators.combine(
            elements(ids(), JourneyAttributes.TABLE),
            links.list().ofMinSize(1).ofMaxSize(4),
            Arbitraries.of(true, false))
        .as((all, path, asPath) -> {
          List<Journey> journeys = new ArrayList<>();
          all.forEach((id, values) -> {
            Attributes bare =
                values.without(JourneyAttributes.PATH).without(JourneyAttributes.ENTRY);
            journeys.add(
                new Journey(
                    id,
                    asPath
                        ? bare.with(JourneyAttributes.PATH, List.copyOf(new LinkedHashSet<>(path)))
                        : bare.with(JourneyAttributes.ENTRY, path.getFirst())));
          });
          return design.withJourneys(Index.of(journeys));
        });
  }

  private static Arbitrary<Layout> layouts(Design design) {
    Arbitrary<String> names =
        design.components().isEmpty()
            ? ids()
            : Arbitraries.of(new ArrayList<>(design.components().ids()));
    Arbitrary<Integer> number = Arbitraries.integers();
    return Arbitraries.maps(names, Combinators.combine(number, number).as(Layout.Position::new))
        .ofMaxSize(Math.min(4, Math.max(1, design.components().size())))
        .flatMap(positions ->
            json(2)
                .map(behind -> {
                  Map<String, String> unknown = new LinkedHashMap<>();
                  positions.keySet().stream()
                      .limit(1)
                      .forEach(id -> unknown.put(id, "[" + behind + "]"));
                  return new Layout(positions, unknown);
                }))
        .flatMap(layout -> bends(design).map(bends -> layout(layout, bends, Map.of())))
        .flatMap(layout -> frames(design).map(frames -> layout(layout, layout.bends(), frames)))
        .flatMap(layout -> collapsed(design).map(layout::withCollapsed));
  }

  private static Arbitrary<Set<String>> collapsed(Design design) {
    return design.zones().isEmpty()
        ? Arbitraries.just(Set.of())
        : Arbitraries.of(new ArrayList<>(design.zones().ids())).set().ofMaxSize(2);
  }

  private static Layout layout(
      Layout layout, Map<String, List<Layout.Position>> bends, Map<String, Layout.Frame> frames) {
    return new Layout(layout.positions(), layout.unknown(), bends, frames, layout.collapsed());
  }

  private static Arbitrary<Map<String, List<Layout.Position>>> bends(Design design) {
    if (design.links().isEmpty()) {
      return Arbitraries.just(Map.of());
    }
    Arbitrary<Integer> number = Arbitraries.integers();
    return Arbitraries.maps(
            Arbitraries.of(new ArrayList<>(design.links().ids())),
            Combinators.combine(number, number)
                .as(Layout.Position::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4))
        .ofMaxSize(Math.min(2, design.links().size()));
  }

  private static Arbitrary<Map<String, Layout.Frame>> frames(Design design) {
    if (design.zones().isEmpty()) {
      return Arbitraries.just(Map.of());
    }
    Arbitrary<Integer> number = Arbitraries.integers();
    Arbitrary<Integer> length = Arbitraries.integers().between(1, Integer.MAX_VALUE);
    return Arbitraries.maps(
            Arbitraries.of(new ArrayList<>(design.zones().ids())),
            Combinators.combine(number, number, length, length).as(Layout.Frame::new))
        .ofMaxSize(Math.min(2, design.zones().size()));
  }

  private static <E> List<E> list(
      Map<String, Attributes> all, java.util.function.BiFunction<String, Attributes, E> make) {
    List<E> result = new ArrayList<>();
    all.forEach((id, values) -> result.add(make.apply(id, values)));
    return result;
  }

  private static Arbitrary<Map<String, Attributes>> elements(
      Arbitrary<String> ids, AttributeTable table) {
    return Arbitraries.maps(ids, attributes(table)).ofMaxSize(4);
  }

  public static Arbitrary<String> ids() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(
            8,
            Arbitraries.strings()
                .withChars("abcxyzABC019._->:äß漢ñ")
                .ofMinLength(1)
                .ofMaxLength(12)),
        net.jqwik.api.Tuple.of(1, Arbitraries.strings().alpha().ofMinLength(90).ofMaxLength(100)));
  }

  /// Any text at all, and texts that make trouble.
  public static Arbitrary<String> texts() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(6, Arbitraries.strings().ascii().ofMaxLength(12)),
        net.jqwik.api.Tuple.of(2, Arbitraries.strings().all().ofMaxLength(8)),
        net.jqwik.api.Tuple.of(
            2,
            Arbitraries.of(
                "",
                "\"quoted\" \\ /slash/",
                "line\nbreak\ttab\r\u0000\u007f\u0085",
                "\u202eright to left\u2066 \u200f\ufeff\u2028",
                "\ud83d\ude80 rocket and half \ud83d",
                "漢字 und Größe, é and e\u0301",
                "<script>alert(1)</script>, =1+1",
                "</style>]]>")));
  }

  /// Values for some of the attributes of a table, and sometimes unknown fields.
  public static Arbitrary<Attributes> attributes(AttributeTable table) {
    List<Attribute<?>> all = table.all();
    return Arbitraries.of(all)
        .set()
        .ofMaxSize(Math.min(7, all.size()))
        .flatMap(chosen -> {
          Arbitrary<Attributes> result = Arbitraries.just(Attributes.none(table));
          for (Attribute<?> attribute : chosen) {
            result = result.flatMap(values -> declare(values, attribute));
          }
          return Combinators.combine(result, unknown()).as(Attributes::withUnknown);
        });
  }

  private static <T> Arbitrary<Attributes> declare(Attributes into, Attribute<T> attribute) {
    return values(attribute.type()).map(value -> into.with(attribute, value));
  }

  /// Any legal value of a type.
  @SuppressWarnings("unchecked")
  public static <T> Arbitrary<T> values(ValueType<T> type) {
    return (Arbitrary<T>)
        switch (type) {
          case ValueType.Text text -> texts();
          case ValueType.Reference reference -> ids();
          case ValueType.Names names ->
              texts()
                  .filter(name -> !name.isBlank())
                  .list()
                  .ofMaxSize(3)
                  .map(list -> List.copyOf(new LinkedHashSet<>(list)));
          case ValueType.Flag flag -> Arbitraries.of(true, false);
          case ValueType.Choice<?> choice ->
              Arbitraries.of((List<? extends Word>) choice.options());
          case ValueType.Duration duration -> timespans(duration.zeroAllowed());
          case ValueType.Whole whole -> Arbitraries.integers().between(whole.least(), whole.most());
          case ValueType.Real real -> reals(real);
          case ValueType.Day day ->
              Arbitraries.longs().between(-100_000, 100_000).map(LocalDate::ofEpochDay);
          case ValueType.Entries entries -> attributes(entries.table()).list().ofMaxSize(2);
        };
  }

  private static Arbitrary<Timespan> timespans(boolean zeroAllowed) {
    Arbitrary<String> number =
        Arbitraries.oneOf(
            Arbitraries.integers().between(zeroAllowed ? 0 : 1, 9_999).map(String::valueOf),
            Arbitraries.integers().between(1, 999_999).map(n -> n / 1000 + "." + (n % 1000 + 1)),
            Arbitraries.of("007", "1.50", "0.000001"));
    Arbitrary<String> unit = Arbitraries.of("ms", "s", "m", "h", "d", " min", " s");
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(9, Combinators.combine(number, unit).as((n, u) -> n + u)),
            net.jqwik.api.Tuple.of(1, Arbitraries.just("none")))
        .map(text -> Timespan.parse(text).orElseThrow());
  }

  private static Arbitrary<Double> reals(ValueType.Real type) {
    return Arbitraries.oneOf(
            Arbitraries.doubles().between(type.least(), type.most()).ofScale(6),
            Arbitraries.of(
                type.least(), type.most(), 0.1, 1e-7, 1.0 / 3, 1e15, 123456789.0, 5e-324),
            Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(type.least()), BigDecimal.valueOf(type.most()))
                .map(BigDecimal::doubleValue))
        .filter(value -> value >= type.least() && value <= type.most())
        .map(value -> value + 0.0);
  }

  /// Fields that no version knows yet.
  private static Arbitrary<Map<String, String>> unknown() {
    Arbitrary<String> keys =
        Arbitraries.oneOf(texts(), Arbitraries.of("x-team", "future", "\"", "ключ"))
            .map(key -> "x:" + key.replaceAll("\\p{Cs}", ""));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(3, Arbitraries.just(Map.of())),
        net.jqwik.api.Tuple.of(1, Arbitraries.maps(keys, json(3)).ofMaxSize(3)));
  }

  /// JSON text on one line, as a reader keeps it.
  public static Arbitrary<String> json(int depth) {
    Arbitrary<String> scalar =
        Arbitraries.oneOf(
            Arbitraries.of("null", "true", "false", "0", "-0.50", "1e300", "12345678901234567890"),
            texts().map(AnyDocument::quoted));
    if (depth == 0) {
      return scalar;
    }
    Arbitrary<String> inner = json(depth - 1);
    return Arbitraries.oneOf(
        scalar,
        inner.list().ofMaxSize(3).map(items -> "[" + String.join(", ", items) + "]"),
        Arbitraries.maps(texts().map(key -> key.replaceAll("\\p{Cs}", "")), inner)
            .ofMaxSize(3)
            .map(map -> {
              List<String> fields = new ArrayList<>();
              map.forEach((key, value) -> fields.add(quoted(key) + ": " + value));
              return "{" + String.join(", ", fields) + "}";
            }));
  }

  /// The canonical spelling, written here a second time on purpose.
  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
                  && i + 1 < text.length()
                  && Character.isLowSurrogate(text.charAt(i + 1))
              || Character.isLowSurrogate(c)
                  && i > 0
                  && Character.isHighSurrogate(text.charAt(i - 1));
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c == '\t') {
        out.append("\\t");
      } else if (c == '\r') {
        out.append("\\r");
      } else if (!pair
          && (Character.getType(c) == Character.CONTROL
              || Character.getType(c) == Character.SURROGATE
              || Character.getType(c) == Character.LINE_SEPARATOR
              || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
              || "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff\ufff9\ufffa\ufffb\ufffe\uffff"
                      .indexOf(c)
                  >= 0
              || (c >= '\u2060' && c <= '\u206f'))) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}

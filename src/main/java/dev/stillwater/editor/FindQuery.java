package dev.stillwater.editor;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Element;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Parsed;
import dev.stillwater.model.Presets;
import dev.stillwater.model.Timespan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What somebody looks for in a design: words of a name, and conditions on attributes, all of which
/// have to hold.
///
/// `pay` finds names; `kind:queue`, `owner:pay`, `timeout:none` compare words; `p99>100ms`,
/// `replicas<=2` compare amounts with their units; `timeout:` finds what declares it, `-timeout:`
/// what does not. Quotes hold words together.
public final class FindQuery {
  private static final String QUOTED = "\\x22[^\\x22]*\\x22";

  /// A condition on an attribute, or words; either with a minus before it.
  private static final Pattern PART =
      Pattern.compile(
          String.format(
              "(-)?(\\p{L}[\\p{L}0-9]*)(>=|<=|!=|>|<|=|:)(%1$s|\\S*)|(-)?(%1$s|\\S+)", QUOTED));

  private final List<Predicate<Found>> conditions;
  private final List<String> problems;

  /// Links and their ends on the way of each journey of the design that is searched.
  private final Map<String, Set<String>> ways;

  private final boolean asksWays;

  private FindQuery(
      List<Predicate<Found>> conditions,
      List<String> problems,
      Map<String, Set<String>> ways,
      boolean asksWays) {
    this.conditions = conditions;
    this.problems = problems;
    this.ways = ways;
    this.asksWays = asksWays;
  }

  /// An element that is looked at.
  private record Found(Element<?> element, String name, String kind, Presets presets) {
    Optional<Object> value(Attribute<?> attribute) {
      return element instanceof Component component
          ? presets.held(component, attribute).map(held -> (Object) held.value())
          : element.get(attribute).map(value -> (Object) value);
    }
  }

  /// What is wrong with the text, each as a sentence; a condition that is wrong finds nothing.
  public List<String> problems() {
    return problems;
  }

  public boolean isEmpty() {
    return conditions.isEmpty();
  }

  public static FindQuery parse(String text) {
    List<Predicate<Found>> conditions = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Map<String, Set<String>> ways = new HashMap<>();
    boolean asksWays = false;
    Matcher matcher = PART.matcher(text.strip());
    while (matcher.find()) {
      String key = matcher.group(2);
      if (key == null) {
        String words = unquoted(matcher.group(6)).toLowerCase(Locale.ROOT);
        if (!words.isEmpty()) {
          Predicate<Found> named = found -> contains(found.name(), words);
          conditions.add(matcher.group(5) == null ? named : named.negate());
        }
        continue;
      }
      asksWays |= key.equals("journey");
      Predicate<Found> condition =
          key.equals("journey")
              ? along(unquoted(matcher.group(4)), ways)
              : condition(key, matcher.group(3), unquoted(matcher.group(4)), problems);
      conditions.add(matcher.group(1) == null ? condition : condition.negate());
    }
    return new FindQuery(List.copyOf(conditions), List.copyOf(problems), ways, asksWays);
  }

  private static String unquoted(String text) {
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static boolean contains(String text, String lower) {
    return text.toLowerCase(Locale.ROOT).contains(lower);
  }

  private static Predicate<Found> along(String journey, Map<String, Set<String>> ways) {
    String lower = journey.toLowerCase(Locale.ROOT);
    return found ->
        ways.entrySet().stream()
            .anyMatch(way ->
                contains(way.getKey(), lower) && way.getValue().contains(found.element().id()));
  }

  private static Predicate<Found> condition(
      String key, String operator, String text, List<String> problems) {
    String lower = text.toLowerCase(Locale.ROOT);
    switch (key) {
      case "kind" -> {
        return found -> operator.equals("!=") != found.kind().contains(lower.replace(' ', '-'));
      }
      case "id" -> {
        return found -> contains(found.element().id(), lower);
      }
      case "from", "to" -> {
        return found ->
            found.element() instanceof Link link
                && contains(key.equals("from") ? link.from() : link.to(), lower);
      }
      default -> {}
    }
    List<Attribute<?>> attributes = attributes(key);
    if (attributes.isEmpty()) {
      problems.add("There is no attribute " + key + ".");
      return found -> false;
    }
    if (text.isEmpty()) {
      return found ->
          attributes.stream()
              .anyMatch(a ->
                  found.element().attributes().table().all().contains(a)
                      && found.element().attributes().declares(a));
    }
    boolean ordered = !operator.equals(":") && !operator.equals("=") && !operator.equals("!=");
    List<Predicate<Found>> each = new ArrayList<>();
    for (Attribute<?> attribute : attributes) {
      if (ordered) {
        ordered(attribute, operator, text, problems).ifPresent(each::add);
      } else {
        Predicate<Found> same = found -> matches(attribute, found, lower);
        each.add(
            operator.equals("!=") ? found -> known(attribute, found) && !same.test(found) : same);
      }
    }
    return found -> each.stream().anyMatch(one -> one.test(found));
  }

  private static List<Attribute<?>> attributes(String key) {
    Set<Attribute<?>> result = new LinkedHashSet<>();
    ComponentAttributes.TABLE.find(key).ifPresent(result::add);
    LinkAttributes.TABLE.find(key).ifPresent(result::add);
    JourneyAttributes.TABLE.find(key).ifPresent(result::add);
    return List.copyOf(result);
  }

  private static boolean has(Attribute<?> attribute, Found found) {
    return found.element().attributes().table().all().contains(attribute);
  }

  private static boolean known(Attribute<?> attribute, Found found) {
    return has(attribute, found) && found.value(attribute).isPresent();
  }

  private static boolean matches(Attribute<?> attribute, Found found, String lower) {
    if (!has(attribute, found)) {
      return false;
    }
    Optional<Object> value = found.value(attribute);
    if (value.isEmpty()) {
      return lower.equals("unknown");
    }
    Object is = value.get();
    Parsed<?> wanted = attribute.type().parse(lower);
    if (wanted instanceof Parsed.Ok<?> ok && amount(is).isPresent()) {
      return amount(ok.value()).equals(amount(is));
    }
    return shown(attribute, is).contains(lower);
  }

  @SuppressWarnings("unchecked")
  private static <T> String shown(Attribute<T> attribute, Object value) {
    return attribute.type().show((T) value).toLowerCase(Locale.ROOT);
  }

  private static Optional<Predicate<Found>> ordered(
      Attribute<?> attribute, String operator, String text, List<String> problems) {
    Optional<Double> bound =
        attribute.type().parse(text) instanceof Parsed.Ok<?> ok
            ? amount(ok.value())
            : Optional.empty();
    if (bound.isEmpty()) {
      String hint = Spelling.hint(attribute.type());
      problems.add(
          attribute.key()
              + " cannot be compared with "
              + text
              + (hint.isEmpty() ? "." : "; write " + hint + "."));
      return Optional.empty();
    }
    return Optional.of(found -> {
      Optional<Double> is =
          has(attribute, found)
              ? found.value(attribute).flatMap(FindQuery::amount)
              : Optional.empty();
      return is.isPresent() && holds(Double.compare(is.get(), bound.get()), operator);
    });
  }

  private static boolean holds(int order, String operator) {
    return switch (operator) {
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      case "<" -> order < 0;
      default -> order <= 0;
    };
  }

  /// What can be compared by size.
  private static Optional<Double> amount(Object value) {
    return switch (value) {
      case Timespan span -> Optional.of(span.millis());
      case Number number -> Optional.of(number.doubleValue());
      default -> Optional.empty();
    };
  }

  /// The ids of everything that fits, components first, each in the order of the file.
  public List<String> in(Design design, Presets presets) {
    if (conditions.isEmpty()) {
      return List.of();
    }
    ways.clear();
    for (Journey journey : asksWays ? design.journeys().all() : List.<Journey>of()) {
      Set<String> way = new HashSet<>();
      for (String id : new JourneyPaths(presets).links(design, journey.id())) {
        design.links().find(id).ifPresent(link -> way.addAll(List.of(id, link.from(), link.to())));
      }
      ways.put(journey.id(), way);
    }
    List<String> hits = new ArrayList<>();
    for (Component component : design.components()) {
      add(
          new Found(
              component,
              component.name() + " " + component.id(),
              component.kind().word()
                  + " "
                  + component.kind().family().name().toLowerCase(Locale.ROOT),
              presets),
          hits);
    }
    for (Link link : design.links()) {
      add(new Found(link, link.id(), "link", presets), hits);
    }
    return hits;
  }

  private void add(Found found, List<String> hits) {
    if (conditions.stream().allMatch(condition -> condition.test(found))) {
      hits.add(found.element().id());
    }
  }

  /// Everything that was found, selected.
  public static Selection selection(Design design, List<String> hits) {
    return new Selection(
        hits.stream().filter(design.components()::contains).toList(),
        hits.stream().filter(design.links()::contains).toList(),
        Optional.empty());
  }
}

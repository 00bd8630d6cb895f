package dev.stillwater.testing;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.AttributeTable;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Element;
import dev.stillwater.model.Ids;
import dev.stillwater.model.Index;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Parsed;
import dev.stillwater.model.Presets;
import dev.stillwater.model.Settings;
import dev.stillwater.model.Validation;
import dev.stillwater.model.ValueType;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneAttributes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A design as a few lines of text, with what a review should say on the line that is to blame.
///
/// ```
/// design Checkout
/// settings mttr=4h
/// zone a kind=az parent=eu
/// client shopper
/// service order replicas=2 p99=40ms zones=a,b description="takes orders"
/// queue mail-q preset=sqs-standard
/// shopper -> order id=checkout rate=50 timeout=10s retries=1   # FLAG REL-ID-001 high
/// order => mail-q need=later                                   # a send; -> derives the mode
/// journey place-order path=checkout class=hard deadline=6s     # ASK
/// ```
///
/// A component line begins with a kind as files spell it, a link line is `from -> to` or `from =>
/// to`. Keys and values are spelled as in files, lists with commas, texts with spaces in quotes. A
/// comment `FLAG RULE [severity]` or `ASK [RULE]` expects a finding or a question about the element
/// of its line; a line may have several. Everything is read by the model's own types, and what is
/// wrong is said with its line.
public final class DesignFixture {
  /// What a review should say about an element.
  ///
  /// @param line counted from 1
  /// @param element the id of the component, link, journey or zone of the line
  /// @param rule the id of the rule; empty for a question of any rule
  /// @param severity in lower case; empty for any
  public record Flag(
      int line, String element, boolean isQuestion, String rule, Optional<String> severity) {}

  private static final Pattern TOKEN = Pattern.compile("(?:[^\\s\"#]|\"[^\"]*\")+|#.*");
  private static final Pattern FLAG =
      Pattern.compile("FLAG ([A-Z]+-[A-Z]+-\\d+)(?: (critical|high|medium|low|info))?");
  private static final Pattern ASK = Pattern.compile("ASK(?: ([A-Z]+-[A-Z]+-\\d+))?");

  private final Presets presets;
  private final List<Zone> zones = new ArrayList<>();
  private final List<Component> components = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Journey> journeys = new ArrayList<>();
  private final List<Flag> flags = new ArrayList<>();
  private String name = "fixture";
  private Attributes settings = Attributes.none(Settings.TABLE);
  private int line;
  private String text = "";
  private Design design = Design.empty(name);

  private DesignFixture(Presets presets) {
    this.presets = presets;
  }

  /// Reads a design that may use the presets of [GoldenPresets].
  ///
  /// @throws IllegalArgumentException when the text is no design; it says which line and why
  public static DesignFixture parse(String text) {
    return parse(text, GoldenPresets.ALL);
  }

  public static DesignFixture parse(String text, Presets presets) {
    DesignFixture fixture = new DesignFixture(presets);
    fixture.read(text);
    return fixture;
  }

  public Design design() {
    return design;
  }

  public Presets presets() {
    return presets;
  }

  /// What is expected, in the order of the lines.
  public List<Flag> flags() {
    return List.copyOf(flags);
  }

  public DependencyGraph graph() {
    return DependencyGraph.of(design, presets);
  }

  public Analysis analysis() {
    return Analysis.of(design, presets);
  }

  private void read(String source) {
    for (String each : source.split("\n", -1)) {
      line++;
      text = each;
      readLine();
    }
    text = "";
    design =
        new Design(
            name,
            "",
            settings,
            indexed("zone", zones),
            indexed("component", components),
            indexed("link", links),
            indexed("journey", journeys),
            Map.of());
    Validation.of(design, presets).stream()
        .filter(problem -> problem.isError() || problem.message().startsWith("no preset"))
        .findFirst()
        .ifPresent(problem -> {
          throw new IllegalArgumentException(
              String.join(" ", problem.path()) + ": " + problem.message());
        });
  }

  private <E extends Element<E>> Index<E> indexed(String sort, List<E> elements) {
    try {
      return Index.of(elements);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          sort + " " + e.getMessage() + "; a second link between the same ends needs an id=", e);
    }
  }

  private void readLine() {
    List<String> words = new ArrayList<>();
    List<String> comments = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    int end = 0;
    while (token.find()) {
      if (!text.substring(end, token.start()).isBlank()) {
        throw wrong("a quote that does not end");
      }
      end = token.end();
      if (token.group().startsWith("#")) {
        Arrays.stream(token.group().split("#"))
            .map(String::strip)
            .filter(comment -> !comment.isEmpty())
            .forEach(comments::add);
      } else {
        words.add(token.group());
      }
    }
    if (!text.substring(end).isBlank()) {
      throw wrong("a quote that does not end");
    }
    Optional<String> element = words.isEmpty() ? Optional.empty() : element(words);
    for (String comment : comments) {
      flag(comment).ifPresent(flag -> flags.add(on(flag, element)));
    }
  }

  private Flag on(Flag flag, Optional<String> element) {
    String id =
        element.orElseThrow(
            () -> wrong("a flag on a line with no component, link, journey or zone"));
    return new Flag(flag.line(), id, flag.isQuestion(), flag.rule(), flag.severity());
  }

  private Optional<Flag> flag(String comment) {
    Matcher flagged = FLAG.matcher(comment);
    if (flagged.matches()) {
      return Optional.of(
          new Flag(line, "", false, flagged.group(1), Optional.ofNullable(flagged.group(2))));
    }
    Matcher asked = ASK.matcher(comment);
    if (asked.matches()) {
      String rule = Optional.ofNullable(asked.group(1)).orElse("");
      return Optional.of(new Flag(line, "", true, rule, Optional.empty()));
    }
    String first = comment.split("[^A-Za-z]", 2)[0].toUpperCase(Locale.ROOT);
    if (first.equals("FLAG") || first.equals("FLAGS") || first.equals("ASK")) {
      throw wrong("expected \"# FLAG REL-XX-001 [severity]\" or \"# ASK [REL-XX-001]\"");
    }
    return Optional.empty();
  }

  /// Reads the words of a line and gives the id of the element that it declares.
  private Optional<String> element(List<String> words) {
    if (words.size() >= 3 && (words.get(1).equals("->") || words.get(1).equals("=>"))) {
      return Optional.of(link(words));
    }
    List<String> rest = words.subList(1, words.size());
    switch (words.getFirst()) {
      case "design" -> {
        name = unquoted(String.join(" ", rest));
        return Optional.empty();
      }
      case "settings" -> {
        settings = attributes(settings, rest);
        return Optional.empty();
      }
      case "zone" -> {
        Attributes values = attributes(Attributes.none(ZoneAttributes.TABLE), after(rest));
        zones.add(new Zone(id(rest), values));
      }
      case "journey" -> {
        Attributes values = attributes(Attributes.none(JourneyAttributes.TABLE), after(rest));
        journeys.add(new Journey(id(rest), values));
      }
      default -> {
        ComponentKind kind = kind(words.getFirst());
        Attributes values = attributes(Attributes.none(ComponentAttributes.TABLE), after(rest));
        components.add(new Component(id(rest), kind, values));
      }
    }
    return Optional.of(id(rest));
  }

  private String link(List<String> words) {
    String from = legal(words.get(0));
    String to = legal(words.get(2));
    List<String> rest = new ArrayList<>(words.subList(3, words.size()));
    String id =
        rest.stream()
            .filter(word -> word.startsWith("id="))
            .findFirst()
            .map(word -> legal(word.substring(3)))
            .orElse(Link.impliedId(from, to));
    rest.removeIf(word -> word.startsWith("id="));
    if (words.get(1).equals("=>")) {
      rest.add("mode=" + LinkMode.SEND.word());
    }
    links.add(new Link(id, from, to, attributes(Attributes.none(LinkAttributes.TABLE), rest)));
    return id;
  }

  private ComponentKind kind(String word) {
    return Arrays.stream(ComponentKind.values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            wrong(
                "expected a kind of component, zone, journey, settings, design or "
                    + "\"from -> to\", found \""
                    + word
                    + "\""));
  }

  private String id(List<String> words) {
    if (words.isEmpty()) {
      throw wrong("an id is missing");
    }
    return legal(words.getFirst());
  }

  private String legal(String id) {
    if (!Ids.legal(id)) {
      throw wrong("\"" + id + "\" is no id");
    }
    return id;
  }

  private List<String> after(List<String> words) {
    return words.isEmpty() ? words : words.subList(1, words.size());
  }

  private Attributes attributes(Attributes start, List<String> words) {
    Attributes result = start;
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw wrong("expected key=value, found \"" + word + "\"");
      }
      Attribute<?> attribute = attribute(start.table(), word.substring(0, equals));
      if (result.declares(attribute)) {
        throw wrong(attribute.key() + " twice");
      }
      result = with(result, attribute, unquoted(word.substring(equals + 1)));
    }
    return result;
  }

  private Attribute<?> attribute(AttributeTable table, String key) {
    return table
        .find(key)
        .orElseThrow(() ->
            wrong(
                "no attribute \""
                    + key
                    + "\"; there are "
                    + String.join(", ", table.all().stream().map(Attribute::key).toList())));
  }

  private <T> Attributes with(Attributes attributes, Attribute<T> attribute, String value) {
    return switch (attributes.withPlain(attribute, plain(attribute.type(), value))) {
      case Parsed.Ok<Attributes> ok -> ok.value();
      case Parsed.Bad<Attributes> bad -> throw wrong(attribute.key() + ": " + bad.reason());
    };
  }

  /// A value as a file format would offer it; what is none is left to the type to refuse.
  private static Object plain(ValueType<?> type, String value) {
    return switch (type) {
      case ValueType.Text text -> value;
      case ValueType.Reference reference -> value;
      case ValueType.Choice<?> choice -> value;
      case ValueType.Duration duration -> value;
      case ValueType.Day day -> value;
      case ValueType.Names names ->
          value.isEmpty() ? List.of() : List.of((Object[]) value.split(",", -1));
      case ValueType.Flag flag ->
          value.equals("true") || value.equals("false") ? (Object) Boolean.valueOf(value) : value;
      case ValueType.Whole whole -> number(value);
      case ValueType.Real real -> number(value);
      case ValueType.Entries entries -> value;
    };
  }

  private static Object number(String value) {
    try {
      return new BigDecimal(value);
    } catch (NumberFormatException e) {
      return value;
    }
  }

  private static String unquoted(String value) {
    return value.replace("\"", "");
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("line " + line + " \"" + text.strip() + "\": " + what);
  }
}

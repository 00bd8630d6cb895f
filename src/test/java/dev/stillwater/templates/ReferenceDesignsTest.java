package dev.stillwater.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.JourneyOutcome;
import dev.stillwater.drawing.Item;
import dev.stillwater.drawing.Route;
import dev.stillwater.drawing.Scene;
import dev.stillwater.drawing.SceneBuilder;
import dev.stillwater.drawing.SceneInput;
import dev.stillwater.io.DesignJson;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Parsed;
import dev.stillwater.review.Review;
import dev.stillwater.review.Reviewer;
import dev.stillwater.rules.RuleSet;
import dev.stillwater.rules.Severity;
import dev.stillwater.templates.Template.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What a sidecar says of its design and of its counter-example is what the review says of them,
/// and both are drawn so that they can be read.
class ReferenceDesignsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final int LEAST_DESCRIPTION = 100;

  /// Those that have a test of their own are left to it.
  static List<Template> all() {
    return TemplateCatalog.shipped().templates().stream()
        .filter(template ->
            template.kind() == Kind.REFERENCE || template.kind() == Kind.COUNTER_EXAMPLE)
        .toList();
  }

  static Stream<Template> references() {
    return all().stream().filter(template -> template.kind() == Kind.REFERENCE);
  }

  static Stream<Template> paired() {
    return references().filter(template -> template.counterExample().isPresent());
  }

  private static Review review(Document document) {
    return new Reviewer(PresetsJson.shipped()).review(document, DAY);
  }

  private static List<String> keys(Document document) {
    return review(document).findings().stream()
        .map(found -> found.finding().key())
        .sorted()
        .toList();
  }

  private static List<String> severe(Document document) {
    return review(document).findings().stream()
        .map(found -> found.finding())
        .filter(finding -> finding.severity().compareTo(Severity.HIGH) >= 0)
        .map(finding -> finding.severity() + " " + finding.key())
        .toList();
  }

  // ---- findings

  @Test
  void allReferenceDesignsHaveACounterExample() {
    assertThat(references())
        .hasSizeGreaterThanOrEqualTo(24)
        .allMatch(it -> it.counterExample().isPresent());
  }

  @ParameterizedTest
  @MethodSource("all")
  void theFindingsAreThoseThatTheSidecarDeclares(Template template) {
    assertThat(keys(template.document())).isEqualTo(template.findings());
    template
        .counterExample()
        .ifPresent(other -> assertThat(keys(other.document())).isEqualTo(other.findings()));
  }

  @ParameterizedTest
  @MethodSource("references")
  void nothingIsSevereAndTheRestIsExplained(Template template) {
    assertThat(severe(template.document())).isEmpty();
    String description = template.document().design().description();
    assertThat(Template.rules(template.findings())).allMatch(description::contains);
    assertThat(description.contains("no finding") || description.contains("No crash"))
        .isEqualTo(template.findings().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("references")
  void aReferenceLeavesNothingToAsk(Template template) {
    assertThat(review(template.document()).questions()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("paired")
  void theCounterExampleShowsWhatThePatternBuys(Template template) {
    CounterExample other = template.counterExample().orElseThrow();
    assertThat(other.findings()).hasSizeGreaterThan(template.findings().size());
    assertThat(other.shows()).isNotEmpty();
    assertThat(template.broughtByAbsence()).containsAll(other.shows());
    assertThat(other.without()).matches("(the |a |an )?[a-z].*[a-z]");
    assertThat(other.look()).endsWith(".").hasSizeBetween(40, 250);
  }

  @ParameterizedTest
  @MethodSource("all")
  void theRulesThatItShowsExist(Template template) {
    assertThat(template.shows())
        .isNotEmpty()
        .allMatch(rule -> RuleSet.BUILT_IN.find(rule).isPresent());
    if (template.kind() == Kind.REFERENCE) {
      assertThat(template.shows()).noneMatch(Template.rules(template.findings())::contains);
    } else {
      assertThat(Template.rules(template.findings())).containsAll(template.shows());
    }
  }

  /// The failure that the pattern is there for stops a journey without it, and not with it.
  @ParameterizedTest
  @CsvSource({
    "elb-sync-pair, quote, CRASH_ONE, quote-price",
    "sqs-load-leveling, resize, GREY, accept",
    "api-ack-202, render, CRASH, order-report",
    "sns-sqs-fanout, mail, GREY, place-order",
    "event-driven-store, bill, GREY, place-order",
    "webhook-ingest, apply, GREY, take",
    "soft-realtime-media, encode, CRASH, watch",
    "hard-realtime-auth, keys, CRASH, check-access",
    "config-via-object-store, control, CRASH, serve",
    "health-check-constant-work, agg-a, CRASH, route",
    "static-stability-3az, zone-1, ZONE_LOSS, buy",
    "lambda-async-pipeline, shrink, CRASH, take",
    "stepfunctions-saga, stock, CRASH, place-order",
    "tight-coupling-after, email, GREY, place-order"
  })
  void theFailureThatThePatternIsForStopsNothing(
      String name, String target, Failure how, String journey) {
    Template template = TemplateCatalog.find(name).orElseThrow();
    Document without = template.counterExample().orElseThrow().document();
    assertThat(down(template.document(), target, how)).as("with it").doesNotContain(journey);
    assertThat(down(without, target, how)).as("without it").contains(journey);
  }

  private static List<String> down(Document document, String target, Failure how) {
    Injection injection =
        how == Failure.ZONE_LOSS ? Injection.ofZone(target) : new Injection(target, how);
    return Analysis.of(document.design(), PresetsJson.shipped())
        .ripple(injection)
        .journeys()
        .stream()
        .filter(journey -> journey.state() == JourneyOutcome.State.DOWN)
        .map(JourneyOutcome::id)
        .toList();
  }

  // ---- files

  @ParameterizedTest
  @MethodSource("paired")
  void aCounterExampleIsCanonicalAndExplainsItself(Template template) {
    CounterExample other = template.counterExample().orElseThrow();
    Document document = other.document();
    assertThat(DesignJson.write(document)).isEqualTo(other.source().bytes());
    assertThat(
            DesignJson.read(other.source().bytes(), "it.design.json", PresetsJson.shipped())
                .problems())
        .isEmpty();
    assertThat(document.design().name()).isNotEqualTo(template.title());
    assertThat(document.design().description())
        .contains(template.name())
        .hasSizeGreaterThan(LEAST_DESCRIPTION);
    for (Component component : document.design().components()) {
      assertThat(component.get(ComponentAttributes.DESCRIPTION)).as(component.id()).isPresent();
    }
  }

  @Test
  void everyCounterExampleBelongsToATemplate() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("templates/counter-examples"))) {
      Set<String> names =
          files
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(names)
          .isEqualTo(
              paired()
                  .map(template -> template.counterExample().orElseThrow().source())
                  .filter(source -> source.toString().contains("counter-examples"))
                  .map(DesignSource::fileName)
                  .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  // ---- drawings

  @ParameterizedTest
  @MethodSource("all")
  void nothingCoversACardOrALabel(Template template) {
    check(template.document());
    template.counterExample().ifPresent(other -> check(other.document()));
  }

  private static void check(Document document) {
    SceneInput plain = SceneInput.of(document, PresetsJson.shipped());
    check(document.design(), new SceneBuilder().build(plain));
    check(document.design(), new SceneBuilder().build(plain.with(review(document))));
  }

  private static void check(Design design, Scene scene) {
    List<Item> cards = items(scene, Item.Kind.COMPONENT);
    List<Item> labels = items(scene, Item.Kind.LABEL);
    assertThat(cards).hasSize(design.components().size());
    for (Item card : cards) {
      for (Item other : cards) {
        assertThat(card != other && card.bounds().grown(15).overlaps(other.bounds()))
            .as("%s at %s", card.id(), other.id())
            .isFalse();
      }
      for (Item label : labels) {
        assertThat(label.bounds().overlaps(card.bounds()))
            .as("the label of %s over %s", label.id(), card.id())
            .isFalse();
      }
      for (Item link : items(scene, Item.Kind.LINK)) {
        assertThat(
                !design.links().get(link.id()).touches(card.id())
                    && crosses(link.route().orElseThrow(), card))
            .as("%s through %s", link.id(), card.id())
            .isFalse();
      }
    }
    for (Item label : labels) {
      for (Item other : labels) {
        assertThat(
                label != other && label.bounds().grown(-0.5).overlaps(other.bounds().grown(-0.5)))
            .as("the labels of %s and %s", label.id(), other.id())
            .isFalse();
      }
    }
  }

  private static boolean crosses(Route route, Item card) {
    for (int i = 0; i < route.size() - 1; i++) {
      if (route.segment(i).overlaps(card.bounds().grown(-1))) {
        return true;
      }
    }
    return false;
  }

  private static List<Item> items(Scene scene, Item.Kind kind) {
    return scene.items().stream().filter(item -> item.kind() == kind).toList();
  }

  /// Most links lead to the right: what answers a question stands right of who asks.
  @ParameterizedTest
  @MethodSource("all")
  void itReadsFromLeftToRight(Template template) {
    Document document = template.document();
    long back =
        document.design().links().stream()
            .filter(link ->
                document.layout().of(link.to()).orElseThrow().x()
                    < document.layout().of(link.from()).orElseThrow().x())
            .count();
    assertThat(back * 3).isLessThanOrEqualTo(document.design().links().size());
  }

  // ---- parameters

  @ParameterizedTest
  @MethodSource("references")
  void whatNobodyAnswersStaysAsItIs(Template template) {
    Design design = template.document().design();
    assertThat(template.parameters()).isNotEmpty();
    for (Parameter parameter : template.questions()) {
      assertThat(parameter.shown(design)).as(parameter.name()).isNotBlank();
      assertThat(parameter.set(design, parameter.shown(design)))
          .as(parameter.name())
          .isEqualTo(Parsed.ok(design));
      for (Target target : parameter.touched()) {
        assertThat(
                target.equals(Target.DESIGN_NAME)
                    || target
                        .attribute(design)
                        .map(it -> target.values(design).orElseThrow().declares(it))
                        .orElse(false))
            .as(template.name() + " " + target)
            .isTrue();
      }
    }
  }

  /// A design for four times the load, or a quarter of it, is as good as the one that is drawn.
  @ParameterizedTest
  @MethodSource("references")
  void anotherRateKeepsTheDesignSound(Template template) {
    Document document = template.document();
    for (Parameter parameter : template.parameters()) {
      if (parameter.name().equals("rate")) {
        double rate = Double.parseDouble(parameter.shown(document.design()));
        for (double other : new double[] {rate / 4, rate * 4}) {
          Parsed<Design> changed = parameter.set(document.design(), other + "/s");
          assertThat(changed).isInstanceOf(Parsed.Ok.class);
          Design design = ((Parsed.Ok<Design>) changed).value();
          assertThat(parameter.shown(design)).isNotEqualTo(parameter.shown(document.design()));
          assertThat(severe(document.withDesign(design))).as("at %s/s", other).isEmpty();
        }
      }
    }
  }
}

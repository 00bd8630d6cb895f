package dev.stillwater.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.io.DesignJson;
import dev.stillwater.io.SaveResult;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Parsed;
import dev.stillwater.templates.Showing.How;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnTemplatesTest {
  private static final Document SHOP =
      TemplateCatalog.find("tight-coupling-after").orElseThrow().document();

  @TempDir Path configuration;

  private Path folder() throws IOException {
    return Files.createDirectories(configuration.resolve(OwnTemplates.FOLDER));
  }

  private TemplateCatalog catalog() {
    return TemplateCatalog.of(Optional.of(configuration));
  }

  private void design(String name, Document document) throws IOException {
    Files.write(folder().resolve(name + ".design.json"), DesignJson.write(document));
  }

  private void sidecar(String name, String text) throws IOException {
    Files.writeString(folder().resolve(name + ".template.json"), text);
  }

  @Test
  void withoutAFolderThereAreThoseOfTheProgram() {
    assertThat(catalog()).isEqualTo(TemplateCatalog.shipped());
    assertThat(TemplateCatalog.of(Optional.empty())).isEqualTo(TemplateCatalog.shipped());
    assertThat(TemplateCatalog.shipped().categories()).doesNotContain(Category.OWN);
  }

  @Test
  void whatIsSavedIsOfferedAgain() throws IOException {
    OwnTemplates own = new OwnTemplates(folder().resolve("."));
    List<String> findings = List.of("REL-TR-001@pay", "REL-TR-001@save");
    assertThat(own.save("our-shop", SHOP, findings)).isInstanceOf(SaveResult.Saved.class);
    assertThat(own.save("our-shop", SHOP, findings)).isInstanceOf(SaveResult.Saved.class);
    Template template = catalog().named("our-shop").orElseThrow();
    assertThat(template.document()).isEqualTo(SHOP);
    assertThat(template.title()).isEqualTo(SHOP.design().name());
    assertThat(template.demonstrates())
        .isEqualTo("The shop of tight-coupling-before after its review.");
    assertThat(template.findings()).isEqualTo(findings);
    assertThat(catalog().categories().getLast()).isEqualTo(Category.OWN);
    assertThat(catalog().in(Category.OWN))
        .extracting(Template::name)
        .containsExactly(template.name());
    assertThat(catalog().problems()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Files.writeString(configuration.resolve(OwnTemplates.FOLDER), "in the way");
    SaveResult result =
        new OwnTemplates(configuration.resolve(OwnTemplates.FOLDER)).save("a", SHOP, List.of());
    assertThat(result)
        .isInstanceOfSatisfying(
            SaveResult.Failed.class,
            failed -> assertThat(failed.sentence()).contains("cannot be made"));
  }

  @Test
  void aDesignAloneIsATemplateToo() throws IOException {
    design("plain", SHOP);
    Template plain = catalog().named("plain").orElseThrow();
    assertThat(plain.title()).isEqualTo("Checkout, loosely coupled");
    assertThat(plain.kind()).isEqualTo(Template.Kind.REFERENCE);
    assertThat(catalog().shelf(plain)).isEqualTo(Category.OWN);
    assertThat(plain.questions()).containsExactly(Parameter.NAME);
  }

  @Test
  void oneOfTheSameNameHidesThatOfTheProgram() throws IOException {
    design("offline-batch", SHOP);
    assertThat(catalog().named("offline-batch").orElseThrow().document()).isEqualTo(SHOP);
    assertThat(TemplateCatalog.find("offline-batch").orElseThrow().document()).isNotEqualTo(SHOP);
  }

  @Test
  void whatCannotBeReadIsSaidAndTheRestIsOffered() throws IOException {
    Files.writeString(folder().resolve("broken.design.json"), "{");
    design("good", SHOP);
    sidecar("good", "[1]");
    TemplateCatalog catalog = catalog();
    assertThat(catalog.named("broken")).isEmpty();
    assertThat(catalog.named("good")).isPresent();
    assertThat(catalog.problems().stream().map(Object::toString))
        .anyMatch(text -> text.contains("broken.design.json"))
        .anyMatch(text -> text.contains("good.template.json") && text.contains("found a list"));
  }

  @Test
  void whatASidecarSaysWronglyCountsForNothing() throws IOException {
    design("odd", SHOP);
    sidecar(
        "odd",
        """
        {"kind": "referenze", "title": 7, "categories": "hard", "shows": ["REL-LC-001", 3],
         "counterExample": [],
         "parameters": ["rate", {"name": "a"}, {"name": "b", "targets": ["nowhere"]},
           {"name": "c", "targets": ["links/checkout/rate", "link/x/y"]}],
         "replay": {"trigger": "email"}}
        """);
    TemplateCatalog catalog = catalog();
    Template odd = catalog.named("odd").orElseThrow();
    assertThat(odd.title()).isEqualTo("Checkout, loosely coupled");
    assertThat(odd.shows()).containsExactly("REL-LC-001");
    assertThat(odd.parameters()).extracting(Parameter::name).containsExactly("c");
    assertThat(odd.counterExample()).isEmpty();
    assertThat(odd.more().get("replay")).isPresent();
    assertThat(catalog.problems().stream().map(Object::toString))
        .anyMatch(text -> text.contains("Did you mean reference?"))
        .anyMatch(text -> text.contains("title: expected a text, found 7"))
        .anyMatch(text -> text.contains("categories: expected a list"))
        .anyMatch(text -> text.contains("parameters[1]: a parameter needs a name"))
        .anyMatch(text -> text.contains("found link/x/y"))
        .anyMatch(text -> text.contains("counterExample: expected fields"))
        .noneMatch(text -> text.contains("replay"));
  }

  @Test
  void namesAreGoodForFiles() {
    assertThat(OwnTemplates.nameFor("Checkout, EU (2)")).isEqualTo("checkout-eu-2");
    assertThat(OwnTemplates.nameFor("???")).isEqualTo("template");
    assertThat(OwnTemplates.nameFor("../up")).isEqualTo("up");
    assertThat(OwnTemplates.nameFor("x".repeat(200))).hasSize(60);
  }

  // ---- parameters

  @Test
  void aParameterSetsAndScales() {
    Template after = TemplateCatalog.find("tight-coupling-after").orElseThrow();
    Parameter rate = after.parameters().getFirst();
    Design design = SHOP.design();
    assertThat(rate.shown(design)).isEqualTo("50");
    assertThat(rate.expectation(design)).startsWith("a rate");
    Design more = ((Parsed.Ok<Design>) rate.set(design, "150/s")).value();
    assertThat(rate.shown(more)).isEqualTo("150");
    assertThat(more.components().get("order").attributes().toPlain())
        .containsEntry("replicas", 12L);
    assertThat(more.components().get("email").attributes().toPlain()).containsEntry("replicas", 9L);
    Design less = ((Parsed.Ok<Design>) rate.set(design, "5")).value();
    assertThat(less.components().get("order").attributes().toPlain()).containsEntry("replicas", 4L);
    assertThat(rate.set(design, "fast")).isInstanceOf(Parsed.Bad.class);
    assertThat(Parameter.NAME.set(design, " ")).isInstanceOf(Parsed.Bad.class);
    assertThat(Parameter.NAME.set(design, " Mine ")).isEqualTo(Parsed.ok(design.withName("Mine")));
  }

  @Test
  void lengthsOfTimeAndSharesOfRatesScaleBothWays() {
    Parameter deadline =
        new Parameter(
            "deadline",
            "Deadline",
            List.of(new Target(Target.Sort.JOURNEYS, "place-order", "deadline")),
            List.of(
                new Target(Target.Sort.LINKS, "pay", "timeout"),
                new Target(Target.Sort.COMPONENTS, "order", "capacity"),
                new Target(Target.Sort.COMPONENTS, "order", "name"),
                new Target(Target.Sort.LINKS, "no-such", "rate")));
    Design half = ((Parsed.Ok<Design>) deadline.set(SHOP.design(), "12500ms")).value();
    assertThat(half.links().get("pay").attributes().toPlain()).containsEntry("timeout", "1250ms");
    assertThat(half.components().get("order").attributes().toPlain())
        .containsEntry("capacity", 25L)
        .containsEntry("name", "Order");
    Design unlimited = ((Parsed.Ok<Design>) deadline.set(SHOP.design(), "none")).value();
    assertThat(unlimited.links().get("pay")).isEqualTo(SHOP.design().links().get("pay"));
  }

  @Test
  void aTargetThatTheDesignLacksIsNamed() {
    Parameter lost =
        new Parameter(
            "lost", "Lost", List.of(new Target(Target.Sort.LINKS, "gone", "rate")), List.of());
    assertThat(lost.shown(SHOP.design())).isEmpty();
    assertThat(lost.set(SHOP.design(), "5"))
        .isEqualTo(Parsed.bad("the design has no links/gone/rate"));
  }

  @Test
  void targetsAreReadAsTheyAreWritten() {
    for (String text : List.of("name", "settings/grey", "zones/a/kind", "links/a>b/rate")) {
      assertThat(Target.parse(text).map(Target::toString)).hasValue(text);
    }
    for (String text : List.of("", "links", "links/a", "link/a/rate", "name/a", "links/a/b/c")) {
      assertThat(Target.parse(text)).as(text).isEmpty();
    }
  }

  // ---- search and learning

  @Test
  void everyTypedWordHasToOccur() {
    TemplateCatalog catalog = TemplateCatalog.shipped();
    assertThat(catalog.search("")).isEqualTo(catalog.templates());
    assertThat(catalog.search("Dead Letter lambda"))
        .extracting(Template::name)
        .containsExactly("lambda-async-pipeline");
    assertThat(catalog.search("rel-cw-002"))
        .extracting(Template::name)
        .contains("cache-aside-safe");
    assertThat(catalog.search("constant work")).hasSizeGreaterThanOrEqualTo(3);
    assertThat(catalog.search("nosuchword")).isEmpty();
  }

  @Test
  void aRuleIsShownFirstByWhatWasMadeForIt() {
    List<Showing> shown = TemplateCatalog.shipped().showing("REL-LC-001");
    assertThat(shown.getFirst().isMain()).isTrue();
    assertThat(shown.getFirst().how()).isEqualTo(How.BROKEN_WITHOUT);
    assertThat(shown.stream().map(showing -> showing.isMain() ? 0 : 1).toList()).isSorted();
    assertThat(shown).extracting(showing -> showing.template().name()).doesNotHaveDuplicates();
    assertThat(how("REL-LC-001", "sqs-load-leveling")).isEqualTo(How.BROKEN_WITHOUT);
    assertThat(how("REL-LC-001", "hard-realtime-auth")).isEqualTo(How.KEPT);
    assertThat(how("REL-RP-002", "tight-coupling-before")).isEqualTo(How.BROKEN);
    assertThat(TemplateCatalog.shipped().showing("REL-CW-003"))
        .extracting(showing -> showing.template().name())
        .doesNotContain("idempotent-payment");
    assertThat(TemplateCatalog.shipped().showing("NO-SUCH-1")).isEmpty();
  }

  private static How how(String rule, String name) {
    return TemplateCatalog.shipped().showing(rule).stream()
        .filter(showing -> showing.template().name().equals(name))
        .findFirst()
        .orElseThrow()
        .how();
  }
}

package dev.stillwater.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.io.DesignJson;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.io.ReadResult;
import dev.stillwater.model.Document;
import dev.stillwater.review.Reviewer;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Severity;
import dev.stillwater.testing.CatalogueChecks;
import dev.stillwater.testing.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class TemplateCatalogTest {
  static final List<Template> ALL = TemplateCatalog.shipped().templates();

  private static List<Finding> findings(Document document) {
    return new Reviewer(PresetsJson.shipped())
        .review(document, LocalDate.of(2026, 11, 22)).findings().stream()
            .map(found -> found.finding())
            .toList();
  }

  @Test
  void theFolderAndTheCatalogHoldTheSame() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String folder : List.of("templates", "diagrams")) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        files
            .filter(Files::isRegularFile)
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(TemplateCatalog.DESIGN))
            .forEach(names::add);
      }
    }
    assertThat(names)
        .isEqualTo(
            ALL.stream().map(Template::fileName).collect(Collectors.toCollection(TreeSet::new)));
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void aTemplateIsCanonicalAndWithoutProblems(Template template) {
    CatalogueChecks.isCanonical(template);
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void aTemplateExplainsItself(Template template) {
    CatalogueChecks.explainsItself(template, 1200);
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void everyCardHasAPlaceOfItsOwn(Template template) {
    CatalogueChecks.everyCardHasAPlaceOfItsOwn(template);
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void onlyWhatTeachesByFaultsHasASevereFinding(Template template) {
    boolean severe =
        findings(template.document()).stream()
            .anyMatch(finding -> finding.severity().compareTo(Severity.HIGH) >= 0);
    switch (template.kind()) {
      case REFERENCE -> assertThat(severe).isFalse();
      case COUNTER_EXAMPLE, INCIDENT -> assertThat(severe).isTrue();
      case EXAMPLE -> {} // a system is what it is
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tight-coupling-before, checkout-tightly-coupled",
    "tight-coupling-after, checkout-loosely-coupled"
  })
  void theTeachingPairSaysWhatItsModelsSay(String name, String fixture) {
    Path file =
        SharedFiles.find("fixtures/" + fixture + ".design.json")
            .orElseGet(() -> Assumptions.abort("the fixtures are not on this machine"));
    Document model =
        switch (DesignJson.read(file)) {
          case ReadResult.Opened opened -> opened.document();
          case ReadResult.Refused refused -> throw new AssertionError(refused.problems());
        };
    Document template = TemplateCatalog.find(name).orElseThrow().document();
    assertThat(spelled(findings(template))).isEqualTo(spelled(findings(model)));
  }

  private static List<String> spelled(List<Finding> findings) {
    return findings.stream()
        .map(finding -> finding.severity() + " " + finding.key() + " " + finding.detail())
        .toList();
  }
}

package dev.stillwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.stillwater.review.ReviewedFinding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class SarifReportTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static String write(Chapter... chapters) {
    return new String(
        new SarifReport().write(List.of(chapters), Presentation.by("1.2.3")),
        StandardCharsets.UTF_8);
  }

  private static JsonNode run(Chapter... chapters) {
    JsonNode runs = JSON.readTree(write(chapters)).path("runs");
    assertThat(runs.size()).isEqualTo(1);
    return runs.get(0);
  }

  /// The schema that the OASIS published, as another library carries it.
  private static List<String> faults(String sarif) {
    try (InputStream in =
        SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(text, InputFormat.JSON);
      return schema.validate(sarif, InputFormat.JSON).stream().map(Error::toString).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void itFitsTheOfficialSchema() {
    Chapter rich = Chapters.placed(Chapters.RICH);
    assertThat(faults(write(rich))).isEmpty();
    assertThat(faults(write(rich, Chapters.of("design Empty"), rich))).isEmpty();
    assertThat(faults(write(Chapters.of("design Empty")))).isEmpty();
    assertThat(faults(write(rich).replace("\"level\": \"error\"", "\"level\": \"fatal\"")))
        .as("the schema sees mistakes")
        .isNotEmpty();
  }

  @Test
  void everyFindingIsAResultAndOnlyThoseThatDoNotCountAreSuppressed() {
    Chapter chapter = Chapters.placed(Chapters.RICH);
    List<String> keys = new ArrayList<>();
    List<String> suppressed = new ArrayList<>();
    run(chapter)
        .path("results")
        .forEach(result -> {
          String key = result.path("partialFingerprints").path("stillwaterKey/v1").asString();
          keys.add(key);
          if (result.has("suppressions")) {
            suppressed.add(key);
          }
        });
    assertThat(keys)
        .containsExactlyElementsOf(
            chapter.review().findings().stream().map(ReviewedFinding::key).toList());
    assertThat(suppressed)
        .isNotEmpty()
        .containsExactlyElementsOf(
            chapter.review().findings().stream()
                .filter(found -> !found.isOpen())
                .map(ReviewedFinding::key)
                .toList());
  }

  @Test
  void aResultStandsOnTheLineOfItsElement() {
    Chapter chapter = Chapters.placed(Chapters.RICH);
    String[] lines = Chapters.RICH.split("\n", -1);
    int seen = 0;
    for (JsonNode result : run(chapter).path("results")) {
      JsonNode location = result.path("locations").get(0);
      String subject =
          location.path("logicalLocations").get(0).path("fullyQualifiedName").asString();
      JsonNode region = location.path("physicalLocation").path("region");
      String line = lines[region.path("startLine").asInt() - 1];
      if (!location.path("logicalLocations").get(0).path("kind").asString().equals("element")) {
        assertThat(line.substring(region.path("startColumn").asInt() - 1))
            .startsWith("{\"id\": \"" + subject + "\"");
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(5);
  }

  @Test
  void whatWasKnownBeforeIsUnchanged() {
    Chapter chapter = Chapters.placed(Chapters.RICH);
    Baseline baseline = Baseline.read(new JsonReport().write(List.of(chapter))).orElseThrow();
    for (JsonNode result : run(chapter.comparedWith(baseline)).path("results")) {
      assertThat(result.path("baselineState").asString()).isEqualTo("unchanged");
    }
    for (JsonNode result : run(chapter).path("results")) {
      assertThat(result.has("baselineState")).isFalse();
    }
  }

  @Test
  void severalDesignsAreOneRunWithAnArtifactForEachFile() {
    Chapter rich = Chapters.placed(Chapters.RICH);
    Chapter other = Chapters.of(Chapters.document(Chapters.RICH), "other.design.json");
    JsonNode run = run(rich, other, rich);
    assertThat(run.path("artifacts").size()).isEqualTo(2);
    assertThat(run.path("results").size()).isEqualTo(3 * rich.review().findings().size());
    assertThat(run.path("tool").path("driver").path("version").asString()).isEqualTo("1.2.3");
  }

  @ParameterizedTest
  @CsvSource({
    "a/b.json, a/b.json",
    "/a b.json, file:///a%20b.json",
    "C:\\x\\y.json, file:///C%3a/x/y.json",
    "../ü.json, ../%c3%bc.json",
    "javascript:alert(1), javascript%3aalert%281%29"
  })
  void aNameOfAFileIsAUri(String file, String uri) {
    assertThat(SarifReport.uri(file)).isEqualTo(uri);
  }
}

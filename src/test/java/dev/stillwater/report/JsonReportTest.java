package dev.stillwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.stillwater.review.ReviewedFinding.Standing;
import dev.stillwater.rules.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class JsonReportTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(ReviewSchema.text(), InputFormat.JSON);

  private static String write(Chapter... chapters) {
    return new String(new JsonReport().write(List.of(chapters)), StandardCharsets.UTF_8);
  }

  private static JsonNode read(Chapter... chapters) {
    return JSON.readTree(write(chapters));
  }

  private static List<String> faults(String json) {
    return SCHEMA.validate(json, InputFormat.JSON).stream().map(Error::getMessage).toList();
  }

  @Test
  void oneReviewAndSeveralFitTheSchema() {
    Chapter rich = Chapters.ofJson(Chapters.RICH);
    assertThat(faults(write(rich))).isEmpty();
    assertThat(faults(write(rich, Chapters.of("design Empty"), rich))).isEmpty();
    assertThat(faults(write())).as("nothing could be read").isEmpty();
  }

  @Test
  void aComparedAndFilteredReviewFitsTheSchemaToo() {
    Chapter before = Chapters.ofJson(Chapters.RICH);
    Baseline baseline = Baseline.read(new JsonReport().write(List.of(before))).orElseThrow();
    Chapter after =
        Chapters.ofJson(
                Chapters.RICH.replace(
                    "\"effect\": \"write\"},\n    {\"id\": \"book\"",
                    "\"effect\": \"write\", \"timeout\": \"2s\"},\n    {\"id\": \"book\""))
            .comparedWith(baseline)
            .filtered(new FindingFilter(Severity.LOW, "buy", null, true));
    String json = write(after);
    assertThat(faults(json)).isEmpty();
    JsonNode review = JSON.readTree(json);
    assertThat(review.path("fixed").toString()).contains("REL-TR-001@send");
    assertThat(review.path("filter").path("leftOut").asInt()).isPositive();
    int counted = 0;
    for (JsonNode count : review.path("summary")) {
      counted += count.asInt();
    }
    assertThat(counted).isEqualTo(review.path("findings").size());
  }

  @Test
  void theSchemaIsStrict() {
    String good = write(Chapters.ofJson(Chapters.RICH));
    assertThat(faults(good.replace("\"critical\": ", "\"fatal\": "))).isNotEmpty();
    assertThat(faults(good.replace("stillwater-review/1", "stillwater-review/2"))).isNotEmpty();
    assertThat(faults(good.replaceFirst("\"severity\": \"\\w+\"", "\"severity\": \"HIGH\"")))
        .isNotEmpty();
    assertThat(faults(good.replaceFirst("\"n\": 1", "\"n\": \"1\""))).isNotEmpty();
  }

  @Test
  void everyFindingIsAnEntryAndTheSummaryAddsUp() {
    Chapter chapter = Chapters.ofJson(Chapters.RICH);
    JsonNode json = read(chapter);
    List<String> keys = new ArrayList<>();
    json.path("findings").forEach(finding -> keys.add(finding.path("key").asString()));
    assertThat(keys)
        .doesNotHaveDuplicates()
        .containsExactlyElementsOf(
            chapter.review().findings().stream().map(found -> found.key()).toList());
    int sum = 0;
    for (JsonNode count : json.path("summary")) {
      sum += count.asInt();
    }
    assertThat(sum).isEqualTo(keys.size());
    assertThat(json.path("summary").path("decided").asInt())
        .isEqualTo(chapter.review().count(Standing.DECIDED))
        .isEqualTo(1);
    for (Severity severity : Severity.values()) {
      long open =
          chapter.review().open().stream()
              .filter(found -> found.finding().severity() == severity)
              .count();
      assertThat(json.path("summary").path(severity.word()).asInt()).isEqualTo((int) open);
    }
  }

  @Test
  void whatDoesNotCountIsMarked() {
    Chapter chapter =
        Chapters.ofJson(Chapters.RICH)
            .comparedWith(Baseline.read(new JsonReport().write(List.of(known()))).orElseThrow());
    JsonNode findings = read(chapter).path("findings");
    for (JsonNode finding : findings) {
      String key = finding.path("key").asString();
      assertThat(finding.has("decision")).as(key).isEqualTo(key.equals("REL-LC-002@note"));
      assertThat(finding.path("baseline").asBoolean(false))
          .as(key)
          .isEqualTo(key.startsWith("REL-ID-001"));
    }
    assertThat(findings.toString()).contains("\"OPS-7\"").contains("\"2027-01-31\"");
    assertThat(faults(write(chapter))).isEmpty();
  }

  /// The same design with only the findings of one rule.
  private static Chapter known() {
    Chapter chapter = Chapters.ofJson(Chapters.RICH);
    return new Chapter(
        chapter.file(),
        new dev.stillwater.review.Review(
            chapter.review().document(),
            chapter.review().findings().stream()
                .filter(found -> found.finding().rule().id().equals("REL-ID-001"))
                .toList(),
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        chapter.analysis(),
        chapter.fixes(),
        List.of(),
        chapter.day());
  }

  @Test
  void timesAreSecondsAndUnlimitedIsNull() {
    JsonNode json = read(Chapters.ofJson(Chapters.RICH));
    JsonNode buy = json.path("journeys").get(0);
    assertThat(buy.path("worstLatency").isNull()).isTrue();
    assertThat(buy.path("stoppedBy").get(0).path("component").asString()).isEqualTo("web");
    JsonNode db = find(buy.path("stoppedBy"), "component", "db");
    assertThat(db.path("t").asDouble()).isEqualTo(0.5);
    assertThat(db.path("how").asString()).isEqualTo("crash");
    JsonNode noTimeout = find(json.path("findings"), "key", "REL-TR-001@send");
    JsonNode effect = noTimeout.path("recommendations").get(0).path("effect");
    assertThat(effect.path("worstLatency").get(0).isNull()).isTrue();
    assertThat(effect.path("worstLatency").get(1).asDouble()).isBetween(1.0, 60.0);
  }

  @Test
  void theSameChapterGivesTheSameBytes() {
    assertThat(write(Chapters.ofJson(Chapters.RICH)))
        .isEqualTo(write(Chapters.ofJson(Chapters.RICH)));
  }

  private static JsonNode find(JsonNode list, String key, String value) {
    for (JsonNode entry : list) {
      if (entry.path(key).asString("").equals(value)) {
        return entry;
      }
    }
    throw new AssertionError("no entry with " + key + " " + value);
  }
}

package dev.stillwater.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Preset;
import dev.stillwater.model.Presets;
import dev.stillwater.model.Timespan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetsJsonTest {
  private static Preset shipped(String key) {
    return PresetsJson.shipped().find(key).orElseThrow();
  }

  private static PresetsJson.Loaded load(String text) {
    return PresetsJson.read(
        text.getBytes(StandardCharsets.UTF_8), "presets.json", PresetsJson.shipped());
  }

  /// The values that expected findings were computed with; a change of one changes findings.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sqs-standard | {delivery=at-least-once, managed=true, maxBytes=1048576, ordering=none, retention=4d, visibility=30s}
          sqs-fifo     | {delivery=exactly-once, managed=true, maxBytes=1048576, ordering=per-key, retention=4d, visibility=30s}
          sns          | {delivery=at-least-once, managed=true, maxBytes=262144, ordering=none, retention=23d}
          kinesis      | {delivery=at-least-once, managed=true, maxBytes=1048576, ordering=per-key, retention=24h}
          eventbridge  | {delivery=at-least-once, managed=true, maxBytes=1048576, maxReceives=186, ordering=none, retention=24h}
          alb          | {failOpen=true, idleTimeout=60s, managed=true}
          apigw-rest   | {admission=limit, managed=true, maxBytes=10485760, maxTimeout=29s}
          dynamodb     | {backup=true, failoverMode=auto, fencing=true, managed=true, replication=sync}
          s3           | {backup=true, failoverMode=auto, fencing=true, managed=true, replication=sync}
          """)
  void theValuesBehindExpectedFindingsStay(String key, String values) {
    Map<String, Object> plain = new TreeMap<>(shipped(key).attributes().toPlain());
    plain.remove("notes");
    assertThat(plain).hasToString(values);
  }

  @ParameterizedTest
  @CsvSource({
    "sqs-standard, QUEUE",
    "sqs-fifo, QUEUE",
    "sns, TOPIC",
    "eventbridge, EVENT_BUS",
    "kinesis, STREAM",
    "lambda-async, QUEUE",
    "lambda+sqs, QUEUE",
    "lambda+stream, STREAM",
    "step-functions-standard, WORKFLOW",
    "step-functions-express, WORKFLOW",
    "alb, LOAD_BALANCER",
    "apigw-rest, API_GATEWAY",
    "apigw-http, API_GATEWAY",
    "rabbitmq, QUEUE",
    "kafka, STREAM",
    "nats-core, TOPIC",
    "nats-jetstream, STREAM",
    "redis-pubsub, TOPIC",
    "redis-streams, STREAM",
    "dynamodb, KEY_VALUE_STORE",
    "s3, OBJECT_STORE",
    "aurora, RELATIONAL_DB"
  })
  void everyProductIsThere(String key, ComponentKind kind) {
    assertThat(shipped(key).kind()).isEqualTo(kind);
  }

  @Test
  void everyPresetSaysWhereAndWhenItsValuesWereRead() {
    assertThat(PresetsJson.shipped().all())
        .hasSize(22)
        .allSatisfy(preset -> {
          assertThat(preset.title()).isNotBlank();
          assertThat(preset.source()).isNotBlank().doesNotContain("http");
          assertThat(preset.date()).isEqualTo(LocalDate.of(2026, 11, 22));
          assertThat(preset.attributes().unknown()).isEmpty();
          assertThat(preset.attributes().declared())
              .allMatch(
                  attribute -> attribute.appliesTo(preset.kind()),
                  "applies to a " + preset.kind().noun());
        });
    assertThat(PresetsJson.shipped().all().stream().filter(p -> !p.verified()).map(Preset::key))
        .containsExactly(
            "sns",
            "rabbitmq",
            "kafka",
            "nats-core",
            "nats-jetstream",
            "redis-pubsub",
            "redis-streams",
            "dynamodb",
            "s3",
            "aurora");
  }

  @Test
  void ownPresetsStandBesideTheShippedOnes() {
    PresetsJson.Loaded loaded =
        load(
            """
            {"format": "stillwater-presets/1", "presets": [
              {"key": "our-queue", "title": "Our queue", "kind": "queue", "source": "the wiki",
               "date": "2026-05-01", "verified": true, "delivery": "at-most-once", "retention": "2h"},
              {"key": "sqs-standard", "retention": "14d", "source": "our defaults", "date": "2026-05-02"}
            ]}
            """);
    assertThat(loaded.problems()).isEmpty();
    Preset ours = loaded.presets().find("our-queue").orElseThrow();
    assertThat(ours.title()).isEqualTo("Our queue");
    assertThat(ours.verified()).isTrue();
    assertThat(ours.attributes().get(ComponentAttributes.RETENTION))
        .contains(Timespan.parse("2h").orElseThrow());

    Preset changed = loaded.presets().find("sqs-standard").orElseThrow();
    assertThat(changed.attributes().get(ComponentAttributes.RETENTION))
        .contains(Timespan.parse("14d").orElseThrow());
    assertThat(changed.attributes().get(ComponentAttributes.VISIBILITY))
        .describedAs("what is not declared is taken over")
        .contains(Timespan.parse("30s").orElseThrow());
    assertThat(changed.title()).isEqualTo("Amazon SQS standard queue");
    assertThat(changed.source()).isEqualTo("our defaults");
    assertThat(changed.verified()).describedAs("nobody verified the new value").isFalse();
    assertThat(loaded.presets().all()).hasSize(23);
  }

  @Test
  void aBadPresetDoesNotHideTheGoodOnes() {
    PresetsJson.Loaded loaded =
        load(
            """
            {"format": "stillwater-presets/1", "presets": [
              {"key": "bad", "kind": "queu", "source": "s", "date": "2026-05-01", "retention": 4},
              {"key": "empty"},
              {"title": "no key"},
              {"key": "good", "kind": "queue", "source": "s", "date": "2026-05-01", "retentoin": "4d"},
              {"key": "good", "kind": "topic"},
              7
            ]}
            """);
    assertThat(loaded.presets().find("good")).isPresent();
    assertThat(loaded.presets().find("bad")).isEmpty();
    assertThat(String.join("\n", loaded.problems().stream().map(Object::toString).toList()))
        .isEqualTo(
            """
            presets.json:2:26: error: presets[0] "bad" kind: expected one of client, actor, service, function, worker, load-balancer, api-gateway, dns-cdn, queue, topic, stream, event-bus, workflow, cache, relational-db, key-value-store, object-store, search-index, external, scheduler, config, monitor, found "queu"
              Did you mean "queue"?
            presets.json:2:84: error: presets[0] "bad" retention: expected a duration above zero such as 250ms, 3s, 15m, 24h, 4d or none, found 4
              Write the unit: "4ms" or "4s".
            presets.json:3:3: error: presets[1] "empty" kind: expected one of client, actor, service, function, worker, load-balancer, api-gateway, dns-cdn, queue, topic, stream, event-bus, workflow, cache, relational-db, key-value-store, object-store, search-index, external, scheduler, config, monitor, found none
              Add "kind": a preset says what it is, and where and when its values were read.
            presets.json:3:3: error: presets[1] "empty" source: expected a text, found none
              Add "source": a preset says what it is, and where and when its values were read.
            presets.json:3:3: error: presets[1] "empty" date: expected a day such as 2026-01-31, found none
              Add "date": a preset says what it is, and where and when its values were read.
            presets.json:4:3: error: presets[2].key: expected a key, found none
              Add "key": "…"; components name it as their preset.
            presets.json:6:11: error: presets[4] "good" key: the key stands here for the second time
              Give one of the two presets another key.
            presets.json:7:3: error: presets[5]: expected a preset, which begins with {, found 7
              Remove it from the list, or write its fields between { and }.
            presets.json:5:86: warning: presets[3] "good" retentoin: no field of a preset; it has no effect
              Did you mean "retention"?\
            """);
  }

  @Test
  void otherFilesAreRefused() {
    for (String text : List.of("", "[]", "{", "{\"format\": 1}", "null", "{}", "{}{}")) {
      PresetsJson.Loaded loaded = load(text);
      assertThat(loaded.problems()).describedAs(text).isNotEmpty();
      assertThat(loaded.presets()).isSameAs(PresetsJson.shipped());
    }
    assertThat(load("{\"format\": \"stillwater/1\", \"presets\": {}}").problems())
        .extracting(Object::toString)
        .containsExactly(
            """
            presets.json:1:1: error: format: expected "stillwater-presets/1", found "stillwater/1"
              Write "format": "stillwater-presets/1" as the first field.\
            """,
            """
            presets.json:1:39: error: presets: expected a list, found an object
              Write "presets": [ … ].\
            """);
  }

  @Test
  void thoseBesideTheDesignCountMost(@TempDir Path folder) throws IOException {
    Path design = Files.createDirectory(folder.resolve("design"));
    Path configuration = Files.createDirectory(folder.resolve("configuration"));
    assertThat(PresetsJson.of(Optional.of(design), Optional.of(configuration)).presets())
        .isSameAs(PresetsJson.shipped());
    Files.writeString(configuration.resolve("presets.json"), queue("ours", "1d"));
    Files.writeString(design.resolve("presets.json"), queue("ours", "2d"));
    Presets presets = PresetsJson.of(Optional.of(design), Optional.of(configuration)).presets();
    assertThat(presets.find("ours").orElseThrow().attributes().get(ComponentAttributes.RETENTION))
        .contains(Timespan.parse("2d").orElseThrow());
    Files.writeString(design.resolve("presets.json"), "{");
    PresetsJson.Loaded loaded = PresetsJson.of(Optional.of(design), Optional.of(configuration));
    assertThat(loaded.problems()).hasSize(1);
    assertThat(loaded.presets().find("ours")).isPresent();
  }

  private static String queue(String key, String retention) {
    return "{\"format\": \"stillwater-presets/1\", \"presets\": [{\"key\": \""
        + key
        + "\", \"kind\": \"queue\", \"source\": \"s\", \"date\": \"2026-05-01\", \"retention\": \""
        + retention
        + "\"}]}";
  }
}

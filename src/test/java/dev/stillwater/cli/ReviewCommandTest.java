package dev.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ReviewCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// One high finding (no timeout on a fast call), nothing else.
  private static final String BAD =
      """
      {
        "format": "stillwater/1",
        "name": "Bad",
        "components": [
          {"id": "user", "kind": "client"},
          {"id": "web", "kind": "service", "replicas": 2, "p99": "40ms", "admission": "limit"}
        ],
        "links": [
          {"id": "in", "from": "user", "to": "web", "rate": 1, "timeout": "none", "clientLb": true}
        ],
        "journeys": [
          {"id": "look", "path": ["in"], "class": "hard", "deadline": "2s"}
        ]
      }
      """;

  private static final String GOOD = BAD.replace("\"none\"", "\"2s\"").replace("Bad", "Good");

  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void files() throws IOException {
    shell = new Shell(folder);
    Files.writeString(folder.resolve("bad.design.json"), BAD);
    Files.writeString(folder.resolve("good.design.json"), GOOD);
    Files.writeString(folder.resolve("broken.design.json"), "{\n  \"format\": \"stillwater/1\",\n");
  }

  private List<String> keys() {
    List<String> result = new ArrayList<>();
    JSON.readTree(shell.out())
        .path("findings")
        .forEach(finding -> result.add(finding.path("key").asString()));
    return result;
  }

  @Test
  void theTestDesignsAreWhatTheyAreMeantToBe() {
    shell.run("review", "bad.design.json", "--format", "json");
    assertThat(keys()).containsExactly("REL-TR-001@in");
    JsonNode summary = JSON.readTree(shell.out()).path("summary");
    assertThat(summary.path("high").asInt()).isEqualTo(1);
    shell.run("review", "good.design.json", "--format", "json");
    assertThat(keys()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "bad, critical, CLEAN",
    "bad, high, FINDINGS",
    "bad, medium, FINDINGS",
    "bad, LOW, FINDINGS",
    "bad, info, FINDINGS",
    "good, info, CLEAN"
  })
  void statusFollowsFailOn(String file, String severity, ExitCode expected) {
    assertThat(shell.run("review", file + ".design.json", "--fail-on", severity))
        .isEqualTo(expected);
  }

  @Test
  void withoutFailOnNothingFails() {
    assertThat(shell.run("review", "bad.design.json")).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void anUnreadableFileIsSaidWithItsPlaceAndTheOthersAreReviewed() {
    ExitCode status =
        shell.run(
            "review",
            "bad.design.json",
            "broken.design.json",
            "missing.design.json",
            "good.design.json",
            "--format",
            "json",
            "--fail-on",
            "low");
    assertThat(status).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err())
        .containsPattern("broken\\.design\\.json:\\d+:\\d+: error: ")
        .contains("missing.design.json: error: ");
    JsonNode root = JSON.readTree(shell.out());
    assertThat(root.path("format").asString()).isEqualTo("stillwater-reviews/1");
    assertThat(root.path("reviews").size()).isEqualTo(2);
    assertThat(root.path("reviews").get(0).path("design").path("file").asString())
        .isEqualTo("bad.design.json");
    assertThat(root.path("reviews").get(1).path("design").path("name").asString())
        .isEqualTo("Good");
  }

  @Test
  void whenNothingCanBeReadNothingIsWritten() {
    assertThat(shell.run("review", "missing.design.json", "-o", "out.html"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.out()).isEmpty();
    assertThat(folder.resolve("out.html")).doesNotExist();
  }

  @Test
  void theFormatFollowsTheExtension() throws IOException {
    for (String format : List.of("html", "md", "json")) {
      Path file = folder.resolve("out." + format);
      assertThat(shell.run("review", "bad.design.json", "-o", "out." + format))
          .isEqualTo(ExitCode.CLEAN);
      assertThat(shell.out()).isEmpty();
      assertThat(shell.err()).isEqualTo("Wrote out." + format + "\n");
      String written = Files.readString(file);
      shell.run("review", "bad.design.json", "--format", format);
      assertThat(written).isEqualTo(shell.out());
    }
  }

  @Test
  void theNamedFormatGoesBeforeTheExtension() throws IOException {
    shell.run("review", "bad.design.json", "--format", "json", "-o", "out.txt");
    assertThat(Files.readString(folder.resolve("out.txt"))).startsWith("{\n  \"format\"");
  }

  @Test
  void anUnknownFormatIsSaidWithThoseThatAre() {
    assertThat(shell.run("review", "bad.design.json", "--format", "docx"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("docx").contains("html, pdf, md, json, sarif, junit, csv");
    assertThat(shell.run("review", "bad.design.json", "-o", "out.docx")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains(".docx").contains("html, pdf, md, json, sarif, junit, csv");
  }

  @Test
  void aFolderGetsOneFileForEachDesign() throws IOException {
    Files.createDirectories(folder.resolve("sub"));
    Files.writeString(folder.resolve("sub/bad.design.json"), BAD);
    ExitCode status =
        shell.run(
            "review",
            "bad.design.json",
            "good.design.json",
            "sub/bad.design.json",
            "-o",
            "reviews/",
            "--format",
            "md");
    assertThat(status).isEqualTo(ExitCode.CLEAN);
    Set<String> names = new TreeSet<>();
    try (var files = Files.list(folder.resolve("reviews"))) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    }
    assertThat(names).containsExactly("bad-2.md", "bad.md", "good.md");
    assertThat(folder.resolve("reviews/good.md")).content().contains("# Reliability review: Good");
  }

  @Test
  void severalDesignsInOneDocument() {
    shell.run("review", "bad.design.json", "good.design.json", "--format", "md");
    assertThat(shell.out())
        .contains("# Reliability review: Bad")
        .contains("# Reliability review: Good");
  }

  @Test
  void onlyWhatIsNewCountsAgainstABaseline() throws IOException {
    shell.run("review", "bad.design.json", "-o", "old.json");
    assertThat(
            shell.run(
                "review",
                "bad.design.json",
                "--baseline",
                "old.json",
                "--fail-on",
                "info",
                "--format",
                "json"))
        .isEqualTo(ExitCode.CLEAN);
    JsonNode root = JSON.readTree(shell.out());
    assertThat(root.path("summary").path("baseline").asInt()).isEqualTo(1);
    assertThat(root.path("findings").get(0).path("baseline").asBoolean()).isTrue();
    Files.writeString(folder.resolve("worse.design.json"), BAD.replace("\"replicas\": 2, ", ""));
    assertThat(
            shell.run("review", "worse.design.json", "--baseline", "old.json", "--fail-on", "high"))
        .isEqualTo(ExitCode.FINDINGS);
    assertThat(shell.run("review", "bad.design.json", "--baseline", "bad.design.json"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("bad.design.json is no review in JSON");
    assertThat(shell.run("review", "bad.design.json", "--baseline", "none.json"))
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aDecisionCoversUntilItsLastDay() throws IOException {
    String decided =
        BAD.replace(
            "\n  ]\n}\n",
            "\n  ],\n  \"decisions\": [\n    {\"target\": \"REL-TR-001@in\", \"kind\":"
                + " \"accepted\", \"reason\": \"a probe\", \"expires\": \"2026-12-31\"}\n  ]\n}\n");
    Files.writeString(folder.resolve("decided.design.json"), decided);
    assertThat(shell.run("review", "decided.design.json", "--fail-on", "info"))
        .isEqualTo(ExitCode.CLEAN);
    assertThat(
            shell
                .on(LocalDate.of(2027, 1, 1))
                .run("review", "decided.design.json", "--fail-on", "info"))
        .isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void standardInputIsADash() {
    assertThat(shell.reading(BAD).run("review", "-", "--format", "json", "--fail-on", "high"))
        .isEqualTo(ExitCode.FINDINGS);
    assertThat(keys()).containsExactly("REL-TR-001@in");
    assertThat(shell.reading("{").run("review", "-")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).startsWith("standard input:");
  }

  @Test
  void aTerminalGetsAListAndAPipeMarkdown() {
    shell.run("review", "bad.design.json");
    assertThat(shell.out()).startsWith("# Reliability review: Bad\n");
    shell.onTerminal().with("NO_COLOR", "1").run("review", "bad.design.json");
    assertThat(shell.out())
        .isEqualTo(
            """
            Bad  bad.design.json

            ✓ look  nothing alone stops it

            ▲ high     TR-001  in                      user waits for web without a limit
                               → A timeout of 100 ms on calls to web  (1 finding gone)

            Not ready: user waits for web without a limit, although no single crash or slow part stops a journey.
            ▲ 1 high
            """);
  }

  @Test
  void coloursAreAsWanted() {
    String escape = "\u001b[";
    shell.run("review", "bad.design.json", "--color", "always");
    assertThat(shell.out()).as("Markdown has none").doesNotContain(escape);
    shell.onTerminal();
    shell.run("review", "bad.design.json");
    assertThat(shell.out()).contains(escape + "31m▲ high");
    shell.run("review", "bad.design.json", "--color", "never");
    assertThat(shell.out()).doesNotContain(escape);
    shell.with("NO_COLOR", "1").run("review", "bad.design.json");
    assertThat(shell.out()).doesNotContain(escape);
    shell.run("review", "bad.design.json", "--color", "always");
    assertThat(shell.out()).contains(escape);
  }

  @Test
  void quietSaysNothingButErrors() throws IOException {
    shell.run("review", "bad.design.json", "-o", "out.md", "--quiet");
    assertThat(shell.err()).isEmpty();
    shell.run("review", "broken.design.json", "--quiet");
    assertThat(shell.err()).contains("error");
  }

  @Test
  void hostileNamesDoNotReachTheTerminal() throws IOException {
    String hostile = BAD.replace("\"Bad\"", "\"\\u001b[2J\\u202e\\u0007 name\"");
    Files.writeString(folder.resolve("hostile.design.json"), hostile);
    shell.onTerminal().with("NO_COLOR", "1").run("review", "hostile.design.json");
    assertThat(
            shell
                .out()
                .codePoints()
                .filter(code -> code != '\n')
                .filter(code -> Character.isISOControl(code) || code == 0x202e))
        .isEmpty();
    assertThat(shell.out()).contains("name");
  }

  @Test
  void aFileThatCannotBeWrittenIsSaid() throws IOException {
    Files.createDirectories(folder.resolve("folder.md"));
    assertThat(shell.run("review", "bad.design.json", "-o", "no/such/folder/out.md"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("out.md");
  }
}

package dev.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class DecideCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SHOP = "shop.design.json";
  private static final String TARGET = "REL-RP-002@email -> order";

  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void shop() {
    shell = new Shell(folder);
    shell.run("templates", "tight-coupling-before", "-o", SHOP);
  }

  private JsonNode review() {
    assertThat(shell.run("review", SHOP, "--format", "json")).isEqualTo(ExitCode.CLEAN);
    return JSON.readTree(shell.out());
  }

  private JsonNode finding(String key) {
    for (JsonNode finding : review().path("findings")) {
      if (finding.path("key").asString().equals(key)) {
        return finding;
      }
    }
    throw new AssertionError("no finding " + key);
  }

  private void replace(String old, String other) throws IOException {
    Path file = folder.resolve(SHOP);
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, other));
  }

  private ExitCode accept() {
    return shell.run(
        "decide",
        SHOP,
        TARGET,
        "--accept",
        "--reason",
        "low volume",
        "--author",
        "Ann",
        "--expires",
        "2026-12-31",
        "-o",
        SHOP);
  }

  @Test
  void whatIsAcceptedNoLongerCountsAndIsMarked() {
    String severity = finding(TARGET).path("severity").asString();
    int before = review().path("summary").path(severity).asInt();
    assertThat(accept()).as(shell.err()).isEqualTo(ExitCode.CLEAN);
    assertThat(shell.err()).contains("Decided about 1 finding");
    JsonNode decision = finding(TARGET).path("decision");
    assertThat(decision.path("kind").asString()).isEqualTo("accepted");
    assertThat(decision.path("date").asString()).isEqualTo("2026-11-22");
    assertThat(decision.path("author").asString()).isEqualTo("Ann");
    assertThat(decision.path("facts").asString()).contains("100 workers fill in 2.0 s");
    assertThat(review().path("summary").path("decided").asInt()).isEqualTo(1);
    assertThat(review().path("summary").path(severity).asInt()).isEqualTo(before - 1);
  }

  @Test
  void itCountsAgainWhenANumberChangesAndTheReportSaysWhy() throws IOException {
    accept();
    replace("\"concurrency\": 100", "\"concurrency\": 200");
    assertThat(finding(TARGET).has("decision")).isFalse();
    shell.run("review", SHOP, "--format", "md");
    assertThat(shell.out()).contains("the facts changed").contains("200 workers fill in");
  }

  @Test
  void itCountsAgainWhenItsDayIsOver() {
    accept();
    shell.on(LocalDate.of(2027, 1, 1));
    assertThat(finding(TARGET).has("decision")).isFalse();
  }

  @Test
  void aDecisionCanBeTakenBack() {
    accept();
    assertThat(shell.run("decide", SHOP, TARGET, "--reopen", "-o", SHOP)).isEqualTo(ExitCode.CLEAN);
    assertThat(finding(TARGET).has("decision")).isFalse();
    assertThat(shell.run("decide", SHOP, TARGET, "--reopen")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThat(shell.run("decide", SHOP, TARGET, "--accept")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("--reason");
    assertThat(shell.run("decide", SHOP, TARGET, "--in-progress", "--reason", "soon"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("ticket");
    assertThat(shell.run("decide", SHOP, "email", "--accept", "--reason", "so"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("RULE@SUBJECT");
    assertThat(shell.run("decide", SHOP, "REL-XX-001@a", "--accept", "--reason", "so"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("Nothing is found");
    assertThat(shell.run("decide", SHOP, TARGET, "--reason", "so")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void snapshotsMakeATrend() throws IOException {
    assertThat(shell.run("snapshot", SHOP, "--name", "first", "--day", "2026-10-01"))
        .as(shell.err())
        .isEqualTo(ExitCode.CLEAN);
    accept();
    assertThat(shell.run("snapshot", SHOP, "--name", "accepted")).isEqualTo(ExitCode.CLEAN);
    assertThat(shell.run("snapshot", SHOP, "--name", "first")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("2026-10-01");
    assertThat(Files.readString(folder.resolve("shop.snapshots.json")).lines()).hasSize(7);
    assertThat(shell.run("trend", SHOP)).isEqualTo(ExitCode.CLEAN);
    assertThat(shell.out().lines().toList()).hasSize(6);
    assertThat(shell.out()).contains("1 (+1)").contains("unlimited");
    assertThat(shell.run("trend", SHOP, "--format", "json")).isEqualTo(ExitCode.CLEAN);
    JsonNode trend = JSON.readTree(shell.out()).path("snapshots");
    assertThat(trend.size()).isEqualTo(3);
    assertThat(trend.get(0).path("worstLatency").isNull()).isTrue();
    assertThat(trend.get(2).path("name").asString()).isEqualTo("now");
    assertThat(shell.run("trend", SHOP, "--format", "csv")).isEqualTo(ExitCode.CLEAN);
    assertThat(shell.out().lines()).hasSize(4);
  }

  @Test
  void snapshotsCannotBecomeFormulas() {
    shell.run("snapshot", SHOP, "--name", "=1+1\u001b[31m\"");
    shell.run("trend", SHOP, "--format", "csv");
    assertThat(shell.out()).contains(",\"'=1+1").doesNotContain("\u001b");
    shell.run("trend", SHOP);
    assertThat(shell.out()).doesNotContain("\u001b");
  }

  @Test
  void aStrangeFileOfSnapshotsIsNotOverwritten() throws IOException {
    Files.writeString(folder.resolve("shop.snapshots.json"), "{\"format\": \"other\"}");
    assertThat(shell.run("snapshot", SHOP, "--name", "x")).isEqualTo(ExitCode.USAGE);
    assertThat(Files.readString(folder.resolve("shop.snapshots.json")))
        .isEqualTo("{\"format\": \"other\"}");
  }
}

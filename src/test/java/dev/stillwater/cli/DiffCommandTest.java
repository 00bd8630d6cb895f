package dev.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class DiffCommandTest {
  private static final String BEFORE =
      """
      {
        "format": "stillwater/1",
        "name": "Shop",
        "components": [
          {"id": "user", "kind": "client"},
          {"id": "web", "kind": "service", "replicas": 2, "p99": "40ms", "admission": "limit"}
        ],
        "links": [
          {"id": "in", "from": "user", "to": "web", "rate": 1, "timeout": "2s", "clientLb": true}
        ],
        "journeys": [
          {"id": "look", "path": ["in"], "class": "hard", "deadline": "2s"}
        ]
      }
      """;

  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void files() throws IOException {
    shell = new Shell(folder);
    Files.writeString(folder.resolve("a.json"), BEFORE);
    Files.writeString(
        folder.resolve("b.json"), BEFORE.replace("\"2s\", \"clientLb\"", "\"none\", \"clientLb\""));
  }

  @Test
  void whatDiffersIsSaidInEveryFormat() {
    assertThat(shell.run("diff", "a.json", "b.json")).isEqualTo(ExitCode.CLEAN);
    assertThat(shell.out()).contains("Timeout 2s → none").contains("REL-TR-001@in");
    shell.run("diff", "a.json", "b.json", "--format", "md");
    assertThat(shell.out()).startsWith("## ").contains("REL-TR-001@in");
    shell.run("diff", "a.json", "b.json", "--format", "json");
    JsonNode json = new ObjectMapper().readTree(shell.out());
    assertThat(json.path("format").asString()).startsWith("stillwater-diff/");
  }

  @Test
  void theFormatFollowsTheExtension() throws IOException {
    shell.run("diff", "a.json", "b.json", "-o", "out.md");
    assertThat(folder.resolve("out.md")).content().startsWith("## ");
    shell.run("diff", "a.json", "b.json", "-o", "out.json");
    assertThat(folder.resolve("out.json")).content().startsWith("{");
  }

  @Test
  void onlyWhatIsNewFails() {
    assertThat(shell.run("diff", "a.json", "b.json", "--fail-on", "high"))
        .isEqualTo(ExitCode.FINDINGS);
    assertThat(shell.run("diff", "b.json", "a.json", "--fail-on", "info"))
        .isEqualTo(ExitCode.CLEAN);
    assertThat(shell.run("diff", "b.json", "b.json", "--fail-on", "info"))
        .isEqualTo(ExitCode.CLEAN);
    assertThat(shell.out()).contains("Nothing differs in meaning");
  }

  @Test
  void anUnreadableFileIsStatusTwo() {
    assertThat(shell.run("diff", "a.json", "missing.json")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.run("diff", "a.json")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.reading(BEFORE).run("diff", "-", "a.json")).isEqualTo(ExitCode.CLEAN);
  }
}

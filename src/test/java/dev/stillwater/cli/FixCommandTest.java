package dev.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.io.DesignJson;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.io.ReadResult;
import dev.stillwater.model.Design;
import dev.stillwater.model.LinkAttributes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixCommandTest {
  private static final String SHOP =
      """
      {
        "format": "stillwater/1",
        "name": "Shop",
        "components": [
          {"id": "user", "kind": "client"},
          {"id": "web", "kind": "service", "replicas": 2, "p99": "40ms", "admission": "limit", "concurrency": 50},
          {"id": "mail", "kind": "service", "replicas": 2, "p99": "1500ms"}
        ],
        "links": [
          {"id": "in", "from": "user", "to": "web", "need": "result-now", "rate": 1, "timeout": "none", "clientLb": true},
          {"id": "send", "from": "web", "to": "mail", "need": "later", "effect": "write", "clientLb": true}
        ],
        "journeys": [
          {"id": "look", "path": ["in"], "class": "hard", "deadline": "2s"}
        ],
        "layout": {"user": [0, 0], "web": [256, 0], "mail": [512, 0]}
      }
      """;

  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void file() throws IOException {
    shell = new Shell(folder);
    Files.writeString(folder.resolve("shop.design.json"), SHOP);
  }

  private static Design design(String json) {
    return switch (DesignJson.read(
        json.getBytes(StandardCharsets.UTF_8), "test", PresetsJson.shipped())) {
      case ReadResult.Opened opened -> opened.document().design();
      case ReadResult.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  @Test
  void theBestChangeOfAFindingIsMade() throws IOException {
    assertThat(
            shell.run("fix", "shop.design.json", "--apply", "TR-001@in", "-o", "out.design.json"))
        .isEqualTo(ExitCode.CLEAN);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).contains("Applied: ").contains("Wrote out.design.json");
    String written = Files.readString(folder.resolve("out.design.json"));
    assertThat(design(written).links().get("in").get(LinkAttributes.TIMEOUT)).isPresent();
    assertThat(
            design(SHOP).links().get("in").get(LinkAttributes.TIMEOUT).orElseThrow().isUnlimited())
        .isTrue();
    assertThat(Files.readString(folder.resolve("shop.design.json"))).isEqualTo(SHOP);
    shell.run("review", "out.design.json", "--format", "csv");
    assertThat(shell.out()).doesNotContain("REL-TR-001@in,");
  }

  @Test
  void severalChangesAreMadeOneOnTopOfTheOther() {
    assertThat(
            shell.run(
                "fix",
                "shop.design.json",
                "--apply",
                "REL-TR-001@in#1",
                "--apply",
                "REL-TR-001@send"))
        .isEqualTo(ExitCode.CLEAN);
    Design fixed = design(shell.out());
    assertThat(fixed.name()).isEqualTo("Shop");
    assertThat(shell.err().lines().filter(line -> line.startsWith("Applied: "))).hasSize(2);
  }

  @Test
  void newComponentsGetAPlaceAndOthersKeepTheirs() {
    shell.run("fix", "shop.design.json", "--plan");
    Design fixed = design(shell.out());
    assertThat(fixed.components().size()).isGreaterThan(3);
    assertThat(shell.out()).contains("\"web\": [256, 0]");
    fixed
        .components()
        .ids()
        .forEach(
            id -> assertThat(shell.out()).containsPattern("\"" + id + "\": \\[-?\\d+, -?\\d+\\]"));
  }

  @Test
  void whatAGuardRefusesIsNotMadeAndNothingIsWritten() throws IOException {
    Files.writeString(
        folder.resolve("shop.rules.yaml"),
        """
        format: stillwater-rules/1
        rules:
          - id: TEAM-Q-001
            title: A call without a queue
            severity: medium
            for: link
            applies when: mode = sync
            violated when: calls > 0
            message: "{from.name} calls {to.name}"
            why: We like queues.
            fix:
              - edit: InsertQueue
                trade-off: The answer comes later.
        """);
    assertThat(shell.run("fix", "shop.design.json", "--apply", "TEAM-Q-001@in", "-o", "out.json"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("TEAM-Q-001@in").contains("user needs the answer of web");
    assertThat(folder.resolve("out.json")).doesNotExist();
    shell.run("fix", "shop.design.json", "--list");
    assertThat(shell.out().lines().dropWhile(line -> !line.contains("TEAM-Q-001@in ")))
        .as("the list says why, too")
        .element(1)
        .asString()
        .startsWith("  no change: ")
        .contains("user needs the answer of web");
    assertThat(shell.run("fix", "shop.design.json", "--apply", "TEAM-Q-001@send", "-o", "out.json"))
        .as("there nobody needs the answer")
        .isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void aWrongKeyIsSaidWithWhatIsNear() {
    assertThat(shell.run("fix", "shop.design.json", "--apply", "REL-TR-001@inn"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("Did you mean REL-TR-001@in");
    assertThat(shell.run("fix", "shop.design.json", "--apply", "REL-TR-001@in#99"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("not #99");
    assertThat(shell.run("fix", "shop.design.json", "--apply", "nonsense"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("RULE@SUBJECT");
    assertThat(shell.run("fix", "shop.design.json")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.run("fix", "missing.design.json", "--list")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void standardInputIsADash() {
    assertThat(shell.reading(SHOP).run("fix", "-", "--apply", "TR-001@in", "--quiet"))
        .isEqualTo(ExitCode.CLEAN);
    assertThat(design(shell.out()).components().size()).isEqualTo(3);
    assertThat(shell.err()).isEmpty();
  }
}

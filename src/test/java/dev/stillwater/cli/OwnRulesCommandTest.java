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

/// Rules of a team on the command line, from their file to every kind of report.
class OwnRulesCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SHOP = "shop.design.json";
  private static final String RULES =
      """
      format: stillwater-rules/1
      rules:
        - id: TEAM-SLA-001
          title: A caller may wait for too long
          severity: low
          for: link
          applies when: to.kind = external
          violated when: hold > 3s
          message: "{from.name} may wait {hold}"
          why: Customers leave after three seconds.
        - id: TEAM-OWN-002
          title: Nobody answers for a queue
          severity: low
          for: component
          applies when: family = broker
          violated when: owner is unknown
      overrides:
        - rule: REL-LC-*
          off: true
          reason: The board knows.
      tests:
        - name: a long wait is flagged
          design:
            components: [{id: a, kind: service}, {id: b, kind: external}]
            links: [{from: a, to: b, timeout: 4s}]
          expect: [TEAM-SLA-001@a>b low]
      """;

  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void shop() {
    shell = new Shell(folder);
    shell.run("templates", "tight-coupling-before", "-o", SHOP);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void everyReportTellsOwnFindingsAndWhatIsSwitchedOff() throws IOException {
    write("shop.rules.yaml", RULES);
    assertThat(shell.run("review", SHOP, "--format", "json")).isEqualTo(ExitCode.CLEAN);
    JsonNode review = JSON.readTree(shell.out());
    assertThat(review.path("findings").findValuesAsString("rule")).contains("TEAM-SLA-001");
    assertThat(review.at("/summary/switchedOff").asInt()).isPositive();
    assertThat(shell.out()).contains("\"reason\": \"The board knows.\"");

    shell.run("review", SHOP, "--format", "md");
    assertThat(shell.out())
        .contains("may wait", "switched off by a rules file", "The board knows.")
        .contains("Not applicable", "TEAM-OWN-002")
        .contains("Switched off by a rules file (");

    shell.run("review", SHOP, "--format", "html");
    assertThat(shell.out())
        .contains("TEAM-SLA-001", "Switched off by a rules file", "The board knows.");

    shell.onTerminal().run("review", SHOP, "--color", "never");
    assertThat(shell.out()).contains("TEAM-SLA-001", "switched off by a rules file");
    assertThat(shell.err()).isEmpty();
  }

  @Test
  void filesCanBeNamedAndWhatIsWrongWithThemEndsWithStatusTwo() throws IOException {
    write("house.yaml", RULES);
    assertThat(shell.run("review", SHOP, "--rules", "house.yaml")).isEqualTo(ExitCode.CLEAN);
    assertThat(shell.out()).contains("TEAM-SLA-001");
    write("house.yaml", RULES.replace("hold > 3s", "hodl > 3s"));
    assertThat(shell.run("review", SHOP, "--rules", "house.yaml")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("house.yaml:8:20: error:", "Did you mean hold?");
    assertThat(shell.out()).contains("TEAM-OWN-002").doesNotContain("TEAM-SLA-001");
    assertThat(shell.run("review", SHOP, "--rules", "none.yaml")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("none.yaml: error: there is no such file");
  }

  @Test
  void ownRulesAreListedAndExplained() throws IOException {
    write("stillwater.rules.yaml", RULES);
    assertThat(shell.run("rules")).isEqualTo(ExitCode.CLEAN);
    assertThat(shell.out()).contains("Own rules", "TEAM-SLA-001");
    shell.run("rules", "--format", "json");
    assertThat(JSON.readTree(shell.out()).path("rules").findValuesAsString("category"))
        .contains("Own rules");
    assertThat(shell.run("explain", "team-sla-001")).isEqualTo(ExitCode.CLEAN);
    assertThat(shell.out())
        .contains("# A caller may wait for too long", "Customers leave", "hold > 3s");
    assertThat(shell.run("explain", "TEAM-SLA-009")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("TEAM-SLA-001");
  }

  @Test
  void testCasesAreATableAndAStatus() throws IOException {
    write("shop.rules.yaml", RULES);
    assertThat(shell.run("rules", "--test", "shop.rules.yaml")).isEqualTo(ExitCode.CLEAN);
    assertThat(shell.out())
        .isEqualTo(
            "shop.rules.yaml\n  ✓ a long wait is flagged\n  – no case expects TEAM-OWN-002\n"
                + "1 case passed\n");
    write("shop.rules.yaml", RULES.replace("a>b low", "a>b high"));
    assertThat(shell.run("rules", "--test", "shop.rules.yaml")).isEqualTo(ExitCode.FINDINGS);
    assertThat(shell.out())
        .contains("✗ a long wait is flagged")
        .contains("missing     TEAM-SLA-001@a>b high")
        .contains("unexpected  TEAM-SLA-001@a>b low")
        .contains("0 cases passed, 1 failed");
    assertThat(shell.run("rules", "--test")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("nothing to test");
  }

  @Test
  void theSchemaIsPrinted() {
    assertThat(shell.run("schema", "rules")).isEqualTo(ExitCode.CLEAN);
    assertThat(JSON.readTree(shell.out()).path("title").asString()).isEqualTo("Rules of a team");
  }
}

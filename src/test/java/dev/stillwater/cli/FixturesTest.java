package dev.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Rule;
import dev.stillwater.rules.Rules;
import dev.stillwater.testing.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The command line against what outside computation expects of whole designs.
class FixturesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private static Path fixtures() {
    return SharedFiles.find("fixtures")
        .orElseGet(() -> Assumptions.abort("the fixtures are not on this machine"));
  }

  @Test
  void everyFixtureHasExactlyTheExpectedFindingsOfTheRulesThatExist() throws IOException {
    Set<String> known =
        Rules.ALL.stream().map(Rule::info).map(info -> info.id()).collect(Collectors.toSet());
    List<Path> designs;
    try (Stream<Path> files = Files.list(fixtures())) {
      designs = files.filter(file -> file.toString().endsWith(".design.json")).sorted().toList();
    }
    assertThat(designs).hasSizeGreaterThanOrEqualTo(10);
    for (Path design : designs) {
      Path expectedFile =
          design.resolveSibling(
              design.getFileName().toString().replace(".design.json", ".expected.json"));
      JsonNode expected = JSON.readTree(Files.readAllBytes(expectedFile));
      Set<String> wanted = new TreeSet<>();
      for (JsonNode finding : expected.path("findings")) {
        if (known.contains(finding.path("rule").asString())) {
          wanted.add(line(finding));
        }
      }
      Shell shell = new Shell(folder);
      assertThat(shell.run("review", design.toString(), "--format", "json"))
          .isEqualTo(ExitCode.CLEAN);
      Set<String> found = new TreeSet<>();
      for (JsonNode finding : JSON.readTree(shell.out()).path("findings")) {
        found.add(line(finding));
      }
      assertThat(found).as(design.getFileName().toString()).isEqualTo(wanted);
      for (JsonNode silent : expected.path("mustStaySilent")) {
        assertThat(found).noneMatch(line -> line.startsWith(silent.asString()));
      }
    }
  }

  private static String line(JsonNode finding) {
    return finding.path("rule").asString()
        + " "
        + finding.path("severity").asString()
        + " "
        + finding.path("subject").asString();
  }

  @Test
  void aSlowMailServiceStopsTheShopAfterTwoSeconds() {
    Path design = fixtures().resolve("checkout-tightly-coupled.design.json");
    Shell shell = new Shell(folder);
    assertThat(
            shell.run(
                "ripple",
                design.toString(),
                "--fail",
                "email",
                "--how",
                "grey",
                "--format",
                "json"))
        .isEqualTo(ExitCode.CLEAN);
    JsonNode root = JSON.readTree(shell.out());
    JsonNode order = root.path("facts").get(1);
    assertThat(order.path("component").asString()).isEqualTo("order");
    assertThat(order.path("effect").asString()).isEqualTo("silent");
    assertThat(order.path("t").asDouble()).isEqualTo(2.0);
    JsonNode journey = root.path("journeys").get(0);
    assertThat(journey.path("id").asString()).isEqualTo("place-order");
    assertThat(journey.path("state").asString()).isEqualTo("down");
    assertThat(journey.path("t").asDouble()).isEqualTo(2.0);
    assertThat(journey.path("path"))
        .extracting(step -> step.path("why").asString())
        .containsExactly(
            "email answers 10x slower",
            "order: 100 workers fill in 2.0 s (50 req/s x 15.0 s held per call)");
  }
}

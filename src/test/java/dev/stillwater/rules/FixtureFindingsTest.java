package dev.stillwater.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.testing.DesignFiles;
import dev.stillwater.testing.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The findings that the reference expects on its ten designs, exactly: none more, none less, none
/// left out.
class FixtureFindingsTest {
  @TestFactory
  Stream<DynamicTest> designsHaveTheExpectedFindings() throws IOException {
    Path folder = SharedFiles.find("fixtures").orElse(null);
    if (folder == null) {
      return Stream.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".expected.json"))
          .sorted()
          .toList()
          .stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }
  }

  private static void check(Path expectation) {
    JsonNode expected = new ObjectMapper().readTree(expectation.toFile());
    String design = expectation.getFileName().toString().replace(".expected.", ".design.");
    List<Finding> findings =
        Reviewed.of(DesignFiles.read(expectation.resolveSibling(design))).results().findings();

    List<String> lines = new ArrayList<>();
    for (JsonNode finding : expected.path("findings")) {
      lines.add(
          String.join(
              " | ",
              finding.path("rule").asString(),
              finding.path("severity").asString(),
              finding.path("subject").asString(),
              finding.path("detail").asString()));
    }
    assertThat(findings.stream().map(FixtureFindingsTest::line))
        .containsExactlyInAnyOrderElementsOf(lines);
    for (JsonNode silent : expected.path("mustStaySilent")) {
      assertThat(findings).noneMatch(found -> found.rule().id().equals(silent.asString()));
    }
  }

  private static String line(Finding finding) {
    return String.join(
        " | ", finding.rule().id(), finding.severity().word(), finding.subject(), finding.detail());
  }
}

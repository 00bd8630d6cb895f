package dev.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What of a review is shown, how it looks, and every format through the command line.
class ReviewOptionsTest {
  private static final String SHOP =
      """
      {
        "format": "stillwater/1",
        "name": "Shop",
        "components": [
          {"id": "user", "kind": "client"},
          {"id": "web", "kind": "service", "p99": "40ms", "owner": "front"},
          {"id": "mail", "kind": "service", "replicas": 2, "p99": "1500ms", "owner": "post"}
        ],
        "links": [
          {"id": "in", "from": "user", "to": "web", "rate": 1, "timeout": "2s", "clientLb": true},
          {"id": "send", "from": "web", "to": "mail", "clientLb": true}
        ],
        "journeys": [
          {"id": "look", "path": ["in"], "class": "hard", "deadline": "2s"}
        ]
      }
      """;

  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void file() throws IOException {
    shell = new Shell(folder);
    Files.writeString(folder.resolve("shop.design.json"), SHOP);
  }

  private JsonNode json(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("review", "shop.design.json", "--format", "json"));
    arguments.addAll(List.of(more));
    assertThat(shell.run(arguments.toArray(String[]::new))).isEqualTo(ExitCode.CLEAN);
    return new ObjectMapper().readTree(shell.out());
  }

  private static int rows(JsonNode review) {
    int sum = 0;
    for (JsonNode count : review.path("summary")) {
      sum += count.asInt();
    }
    assertThat(sum).isEqualTo(review.path("findings").size());
    return sum;
  }

  @Test
  void filtersLeaveOutAndSayHowMany() {
    int all = rows(json());
    for (List<String> filter :
        List.of(
            List.of("--severity", "high"),
            List.of("--owner", "post"),
            List.of("--journey", "look"))) {
      JsonNode some = json(filter.toArray(String[]::new));
      assertThat(rows(some) + some.path("filter").path("leftOut").asInt()).isEqualTo(all);
    }
    assertThat(rows(json("--owner", "post"))).isLessThan(all);
    assertThat(json().has("filter")).isFalse();
  }

  @Test
  void onlyWhatIsShownFailsABuild() {
    assertThat(shell.run("review", "shop.design.json", "--fail-on", "info"))
        .isEqualTo(ExitCode.FINDINGS);
    assertThat(shell.run("review", "shop.design.json", "--fail-on", "info", "--owner", "nobody"))
        .isEqualTo(ExitCode.CLEAN);
    assertThat(shell.run("review", "shop.design.json", "--journey", "loook"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("Did you mean look?");
  }

  @Test
  void everyFormatIsWritten() throws IOException {
    for (String format : List.of("html", "pdf", "md", "json", "sarif", "junit", "csv")) {
      assertThat(shell.run("review", "shop.design.json", "-o", "out." + format))
          .as(format)
          .isEqualTo(ExitCode.CLEAN);
      assertThat(Files.size(folder.resolve("out." + format))).as(format).isPositive();
    }
    shell.run("review", "shop.design.json", "-o", "out.xml");
    assertThat(folder.resolve("out.xml")).content().contains("<testsuite ");
    shell.run("review", "shop.design.json", "shop.design.json", "-o", "all/", "--format", "sarif");
    assertThat(folder.resolve("all/shop.sarif")).exists();
    assertThat(folder.resolve("all/shop-2.sarif")).exists();
  }

  @Test
  void sarifKnowsTheLines() throws IOException {
    shell.run("review", "shop.design.json", "--format", "sarif");
    JsonNode results = new ObjectMapper().readTree(shell.out()).path("runs").get(0).path("results");
    boolean seen = false;
    for (JsonNode result : results) {
      JsonNode place = result.path("locations").get(0).path("physicalLocation");
      assertThat(place.path("artifactLocation").path("uri").asString())
          .isEqualTo("shop.design.json");
      seen |= place.path("region").path("startLine").asInt() == 11;
    }
    assertThat(seen).as("something about the link send").isTrue();
  }

  @Test
  void whatABaselineHadAndIsGoneIsFixed() throws IOException {
    shell.run("review", "shop.design.json", "-o", "old.json");
    Files.writeString(
        folder.resolve("shop.design.json"),
        SHOP.replace("\"to\": \"mail\",", "\"to\": \"mail\", \"timeout\": \"2s\","));
    JsonNode review = json("--baseline", "old.json");
    assertThat(review.path("fixed").size()).isPositive();
    assertThat(review.path("fixed").toString()).contains("REL-TR-001@send");
    shell
        .onTerminal()
        .with("NO_COLOR", "1")
        .run("review", "shop.design.json", "--baseline", "old.json");
    assertThat(shell.out()).contains("✓ fixed").contains(" fixed  ");
  }

  @Test
  void titleLanguageAndReviewersAreInThePage() {
    shell.run(
        "review",
        "shop.design.json",
        "--format",
        "html",
        "--title",
        "Board <7>",
        "--language",
        "de",
        "--reviewer",
        "Ann Example");
    assertThat(shell.out())
        .contains("<title>Board &lt;7&gt;</title>", "Zuerst zu tun", "Ann Example");
    assertThat(shell.run("review", "shop.design.json", "--language", "xx"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("en, de");
  }

  @Test
  void aTemplateReplacesTheFrame() throws IOException {
    shell.run("review", "--print-template");
    assertThat(shell.out()).contains("{{#chapters}}");
    Files.writeString(folder.resolve("own.mustache"), "Acme {{#chapters}}{{name}}{{/chapters}}");
    shell.run("review", "shop.design.json", "--format", "html", "--template", "own.mustache");
    assertThat(shell.out()).isEqualTo("Acme Shop");
    Files.createDirectories(folder.resolve("config/stillwater"));
    Files.writeString(folder.resolve("config/stillwater/report.mustache"), "Usual");
    shell.run("review", "shop.design.json", "--format", "html");
    assertThat(shell.out()).isEqualTo("Usual");
    Files.writeString(folder.resolve("own.mustache"), "{{name.class}}");
    assertThat(
            shell.run(
                "review", "shop.design.json", "--format", "html", "--template", "own.mustache"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("own.mustache");
  }

  @Test
  void aLogoIsAPicture() throws IOException {
    Files.write(folder.resolve("logo.svg"), "<svg/>".getBytes(StandardCharsets.UTF_8));
    assertThat(shell.run("review", "shop.design.json", "--logo", "logo.svg"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("PNG or JPEG");
  }

  @Test
  void aShellCanComplete() {
    assertThat(shell.run("completion", "bash")).isEqualTo(ExitCode.CLEAN);
    assertThat(shell.out()).contains("complete ").contains("--fail-on").contains("ripple");
    assertThat(shell.run("completion", "zsh")).isEqualTo(ExitCode.CLEAN);
    assertThat(shell.out()).contains("bashcompinit");
    assertThat(shell.run("completion", "fish")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aDesignIsExportedForOtherTools() {
    shell.run("export", "shop.design.json", "--format", "mermaid");
    assertThat(shell.out()).startsWith("flowchart LR\n").contains("c1 -->|\"in · 2s\"| c2");
    shell.run("export", "shop.design.json", "--format", "graphml");
    assertThat(shell.out()).contains("<edge id=\"in\" source=\"user\" target=\"web\">");
    shell.run("export", "shop.design.json", "-o", "out.csv");
    assertThat(folder.resolve("out.csv")).content().contains("link,send,,web,mail");
  }

  private static long measured(JsonNode review) {
    long count = 0;
    for (JsonNode finding : review.path("findings")) {
      for (JsonNode fix : finding.path("recommendations")) {
        count += fix.has("effect") ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void effectsAreMeasuredAsFarAsWanted() {
    long whole = measured(json());
    assertThat(whole).isPositive();
    assertThat(measured(json("--effects", "whole"))).isEqualTo(whole);
    assertThat(measured(json("--effects", "quick"))).isEqualTo(whole);
    assertThat(measured(json("--effects", "none"))).isZero();
  }

  @Test
  void theListSaysWhatWasNotMeasured() {
    shell.onTerminal();
    shell.run("review", "shop.design.json");
    assertThat(shell.out()).contains(" gone").doesNotContain("not measured");
    shell.run("review", "shop.design.json", "--effects", "none");
    assertThat(shell.out()).contains("not measured: --effects whole").doesNotContain(" gone");
  }
}

package dev.stillwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Wherever a recommendation is written, it says why this pattern and not another.
class PatternChoiceReportTest {
  private static final String REASON = "A topic, because two independent consumers want the same";

  private static String write(ReportFormat format) {
    byte[] report = format.write(List.of(Chapters.ofJson(Chapters.RICH)));
    return new String(report, StandardCharsets.UTF_8).replaceAll("[\\s\u00a0]+", " ");
  }

  @Test
  void everyReportForPeopleSaysWhy() {
    assertThat(write(new HtmlReport())).contains(REASON);
    assertThat(write(new MarkdownReport())).contains(REASON);
  }

  @Test
  void theReportForMachinesHasTheProductsToo() {
    JsonNode json = new ObjectMapper().readTree(write(new JsonReport()));
    for (JsonNode finding : json.path("findings")) {
      if (finding.path("key").asString().equals("REL-LC-003@web")) {
        JsonNode fix = finding.path("recommendations").get(0);
        assertThat(fix.path("choice").asString()).startsWith(REASON);
        assertThat(fix.path("preset").asString()).isEqualTo("sns");
        assertThat(fix.path("presets").toString()).contains("\"eventbridge\"", "\"kafka\"");
        return;
      }
    }
    throw new AssertionError("no REL-LC-003");
  }
}

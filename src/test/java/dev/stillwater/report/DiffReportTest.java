package dev.stillwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.Progress;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.review.ReviewDiff;
import dev.stillwater.review.Reviewer;
import dev.stillwater.testing.DesignFixture;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DiffReportTest {
  private static final DesignFixture SHOP =
      DesignFixture.parse(
          """
          design Shop
          client shopper
          service order replicas=2 p99=40ms concurrency=100
          service email replicas=1 p99=1500ms concurrency=20
          shopper -> order id=checkout need=result-now effect=read rate=50 timeout=10s
          order -> email id=mail need=later effect=read
          journey place-order path=checkout,mail class=hard deadline=6s
          """);

  private static DiffReport report(Design after) {
    ReviewDiff diff =
        ReviewDiff.of(
            Document.of(SHOP.design()),
            Document.of(after),
            new Reviewer(SHOP.presets()),
            LocalDate.of(2026, 6, 30),
            Progress.UNWATCHED);
    return new DiffReport("old.design.json", "new.design.json", diff);
  }

  private static Design fixed() {
    return DesignFixture.parse(
            """
            design Shop
            client shopper
            service order replicas=2 p99=40ms concurrency=100
            service mailer replicas=1 p99=1500ms concurrency=20
            cache sessions hitRatio=0.9
            shopper -> order id=checkout need=result-now effect=read rate=50 timeout=10s
            order -> mailer id=mail need=later effect=read timeout=100ms dependency=soft fallback=static
            order -> sessions id=look effect=read timeout=50ms dependency=soft fallback=static
            journey place-order path=checkout,mail class=hard deadline=6s
            """)
        .design();
  }

  @Test
  void textSaysWhatIsOtherwiseAndWhatItDoes() {
    String text = report(fixed()).text();
    assertThat(text)
        .startsWith("old.design.json → new.design.json\n")
        .contains("Drawn and declared\n")
        .contains("  → component  email → mailer\n")
        .contains("  + component  sessions")
        .contains("Timeout not declared → 100ms; ")
        .contains("\nJourneys\n  ~ better  place-order  no longer stopped by email")
        .contains("\nFindings\n")
        .doesNotContain("\u001b");
    assertThat(text.lines()).allMatch(line -> line.equals(line.stripTrailing()));
  }

  @Test
  void nothingDiffersIsSaid() {
    assertThat(report(SHOP.design()).text()).endsWith("\nNothing differs in meaning.\n");
    assertThat(report(SHOP.design()).markdown()).endsWith("\n\nNothing differs in meaning.\n");
  }

  @Test
  void markdownShowsTextsAsTheyAre() {
    Design hostile = SHOP.design().withName("</b> [x](javascript:1) **|** \u202e");
    String markdown = report(hostile).markdown();
    assertThat(markdown)
        .contains("\\</b\\> \\[x\\](javascript:1) \\*\\*\\|\\*\\*")
        .doesNotContain("\u202e");
  }

  @Test
  void jsonHasOneEntryForEverything() {
    JsonNode json = JsonMapper.shared().readTree(report(fixed()).json());
    assertThat(json.path("format").asString()).isEqualTo("stillwater-diff/1");
    JsonNode renamed = json.path("design").get(0);
    assertThat(renamed.path("change").asString()).isEqualTo("renamed");
    assertThat(renamed.path("formerId").asString()).isEqualTo("email");
    assertThat(json.path("journeys").get(0).path("change").asString()).isEqualTo("better");
    assertThat(json.path("summary").path("before").path("journeysAtRisk").asInt()).isEqualTo(1);
    assertThat(json.path("summary").path("before").path("worstLatency").isNull()).isTrue();
    assertThat(json.path("findings").size()).isEqualTo(report(fixed()).diff().findings().size());
  }
}

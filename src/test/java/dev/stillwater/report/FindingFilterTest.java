package dev.stillwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.review.ReviewedFinding.Standing;
import dev.stillwater.rules.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingFilterTest {
  private static final Chapter RICH =
      Chapters.ofJson(
          Chapters.RICH.replace(
              "\"name\": \"Mail\",", "\"name\": \"Mail\", \"owner\": \"Team Post\","));

  private static List<ReviewedFinding> kept(FindingFilter filter) {
    return RICH.filtered(filter).review().findings();
  }

  @Test
  void bySeverity() {
    assertThat(kept(new FindingFilter(Severity.HIGH, null, null, false)))
        .isNotEmpty()
        .hasSizeLessThan(RICH.review().findings().size())
        .allMatch(found -> found.finding().severity().compareTo(Severity.HIGH) >= 0);
  }

  @Test
  void byJourney() {
    List<ReviewedFinding> buy = kept(new FindingFilter(null, "buy", null, false));
    assertThat(buy)
        .isNotEmpty()
        .extracting(ReviewedFinding::key)
        .contains("REL-TR-001@send")
        .doesNotContain("REL-KS-001@browse");
    assertThat(kept(new FindingFilter(null, "nobody", null, false))).isEmpty();
  }

  @Test
  void byOwner() {
    assertThat(kept(new FindingFilter(null, null, "team post", false)))
        .extracting(ReviewedFinding::key)
        .contains("REL-TR-001@send")
        .noneMatch(key -> key.endsWith("@save") || key.endsWith("@note"));
  }

  @Test
  void withoutWhatWasDecided() {
    assertThat(RICH.review().count(Standing.DECIDED)).isPositive();
    assertThat(kept(new FindingFilter(null, null, null, true)))
        .noneMatch(found -> found.standing() == Standing.DECIDED)
        .hasSize(RICH.review().findings().size() - RICH.review().count(Standing.DECIDED));
  }

  @Test
  void countsFollowTheRowsAndTheVerdictStaysThatOfTheWhole() {
    Chapter few = RICH.filtered(new FindingFilter(null, null, "nobody", false));
    assertThat(few.review().summary().values()).allMatch(count -> count == 0);
    for (String format : List.of("html", "md")) {
      String page =
          new String(
              ReportFormats.find(format).orElseThrow().write(List.of(few)), StandardCharsets.UTF_8);
      assertThat(page).contains("Not ready").contains("owned by nobody").contains("left out");
    }
  }
}

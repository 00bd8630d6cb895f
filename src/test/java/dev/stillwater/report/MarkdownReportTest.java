package dev.stillwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.review.ReviewedFinding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
  private static String write(Chapter... chapters) {
    return new String(new MarkdownReport().write(List.of(chapters)), StandardCharsets.UTF_8);
  }

  @Test
  void everyFindingHasItsKeyOnce() {
    Chapter chapter = Chapters.ofJson(Chapters.RICH);
    String page = write(chapter);
    for (ReviewedFinding found : chapter.review().findings()) {
      String key = Pattern.quote("`" + found.key() + "`");
      assertThat(
              page.split("(?m)^" + key + " · |" + Pattern.quote("(`" + found.key() + "`): "), -1))
          .as(found.key())
          .hasSize(2);
    }
  }

  @Test
  void severalDesignsAreSeparated() {
    String page = write(Chapters.of("design A"), Chapters.of("design B"));
    assertThat(page)
        .contains("# Reliability review: A\n")
        .contains("\n---\n\n# Reliability review: B\n")
        .endsWith("\n")
        .doesNotEndWith("\n\n");
  }
}

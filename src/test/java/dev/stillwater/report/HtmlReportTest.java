package dev.stillwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.review.ReviewedFinding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private static String write(Chapter... chapters) {
    return new String(new HtmlReport().write(List.of(chapters)), StandardCharsets.UTF_8);
  }

  private static List<String> all(String page, String pattern) {
    List<String> result = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    while (matcher.find()) {
      result.add(matcher.group(1));
    }
    return result;
  }

  @Test
  void everyFindingStandsInThePageOnce() {
    Chapter chapter = Chapters.ofJson(Chapters.RICH);
    List<String> keys =
        all(write(chapter), "data-key=\"([^\"]*)\"").stream()
            .map(key -> key.replace("&gt;", ">"))
            .toList();
    assertThat(keys)
        .containsExactlyInAnyOrderElementsOf(
            chapter.review().findings().stream().map(ReviewedFinding::key).toList());
  }

  @Test
  void thePageStandsAlone() {
    String page = write(Chapters.ofJson(Chapters.RICH));
    assertThat(page)
        .startsWith("<!doctype html>")
        .contains("default-src &#39;none&#39;")
        .doesNotContain("<script")
        .doesNotContain("<link")
        .doesNotContainPattern("url\\((?!#)")
        .doesNotContain("@import")
        .doesNotContain("<img");
    assertThat(all(page, "href=\"([^\"]*)\"")).isNotEmpty().allMatch(it -> it.startsWith("#"));
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    String page = write(Chapters.ofJson(Chapters.RICH), Chapters.ofJson(Chapters.RICH));
    List<String> ids = all(page, " id=\"([^\"]*)\"");
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).containsAll(all(page, "href=\"#([^\"]*)\""));
  }

  @Test
  void theVerdictAndThePlanComeBeforeTheFindings() {
    String page = write(Chapters.ofJson(Chapters.RICH));
    List<String> parts =
        List.of(
            "Not ready",
            "Do these first",
            "<figure",
            "class=\"finding",
            "Open questions</h2>",
            "Findings that do not count",
            "accepted by Ann on 2026-10-01 until 2027-01-31: one datacenter, one balancer soon (OPS-7)",
            "Decisions that cover nothing",
            "its last day is over",
            "What each rule became",
            "Known simplifications",
            "Grey factor");
    int at = 0;
    for (String part : parts) {
      int next = page.indexOf(part, at);
      assertThat(next).as(part).isGreaterThan(0);
      at = next;
    }
  }

  @Test
  void severalDesignsHaveContentsAndAChapterEach() {
    String page = write(Chapters.ofJson(Chapters.RICH), Chapters.of("design Empty"));
    assertThat(all(page, "<article class=\"page\"( id=\"d\\d\")?>")).hasSize(3);
    assertThat(page).contains("href=\"#d1\"").contains("href=\"#d2\"").contains("2 designs");
  }

  @Test
  void anEmptyDesignIsNoProblem() {
    assertThat(write(Chapters.of("design Empty")))
        .contains("The design names no journey")
        .doesNotContain("<figure");
  }

  @Test
  void theSameChapterGivesTheSameBytes() {
    assertThat(write(Chapters.ofJson(Chapters.RICH)))
        .isEqualTo(write(Chapters.ofJson(Chapters.RICH)));
  }
}

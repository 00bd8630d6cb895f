package dev.stillwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.review.ReviewedFinding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReportTest {
  private static List<List<String>> read(Chapter... chapters) {
    return Tables.read(
        new String(new CsvReport().write(List.of(chapters)), StandardCharsets.UTF_8));
  }

  @Test
  void everyFindingIsALineWithItsStanding() {
    Chapter chapter = Chapters.placed(Chapters.RICH);
    List<List<String>> rows = read(chapter);
    List<String> head = rows.getFirst();
    assertThat(rows.stream().skip(1).map(row -> row.get(head.indexOf("key"))))
        .containsExactlyElementsOf(
            chapter.review().findings().stream().map(ReviewedFinding::key).toList());
    assertThat(rows.stream().skip(1).map(row -> row.get(head.indexOf("standing"))))
        .containsExactlyElementsOf(
            chapter.review().findings().stream()
                .map(found -> Standings.word(found.standing()))
                .toList())
        .contains("open", "decided");
    List<String> decided =
        rows.stream().filter(row -> row.contains("REL-LC-002@note")).findFirst().orElseThrow();
    assertThat(decided)
        .contains("accepted", "one datacenter, one balancer soon", "Ann", "OPS-7", "2027-01-31");
    assertThat(decided.get(head.indexOf("line"))).isEqualTo("18");
  }

  @Test
  void severalDesignsHaveTheFileInFront() {
    Chapter rich = Chapters.ofJson(Chapters.RICH);
    List<List<String>> rows = read(rich, Chapters.of("design Empty"));
    assertThat(rows.getFirst().getFirst()).isEqualTo("file");
    assertThat(rows).hasSize(1 + rich.review().findings().size());
    assertThat(rows.get(1).getFirst()).isEqualTo("test.design.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+x", "-x", "@SUM(1)", "＝1", "-1+cmd", "--1", "+1e3x", "  =1"})
  void whatASpreadsheetWouldComputeIsText(String text) {
    assertThat(Csv.guarded(text)).isEqualTo("'" + text.strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "-1.5", "+7", "0", "a=b", "", "'quoted"})
  void whatItWouldNotComputeStays(String text) {
    assertThat(Csv.guarded(text)).isEqualTo(text);
  }

  @Test
  void lineBreaksAndTabsStayInsideTheirCell() {
    assertThat(Csv.guarded("\t=a\r\n=b\u2028=c")).isEqualTo("'=a =b =c");
    StringBuilder out = new StringBuilder();
    Csv.line(List.of("a\"b", "c,d", "", "e;f"), out);
    assertThat(out.toString()).isEqualTo("\"a\"\"b\",\"c,d\",,\"e;f\"\r\n");
  }
}

package dev.stillwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.review.ReviewedFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JUnitReportTest {
  @TempDir Path folder;

  /// Reads as a build server does.
  private List<ReportTestSuite> read(Chapter... chapters) throws IOException {
    Files.write(folder.resolve("TEST-review.xml"), new JUnitReport().write(List.of(chapters)));
    return new SurefireReportParser(List.of(folder.toFile()), new NullConsoleLogger())
        .parseXMLReportFiles();
  }

  @Test
  void aBuildServerCountsWhatTheReviewCounts() throws IOException {
    Chapter chapter = Chapters.ofJson(Chapters.RICH);
    List<ReportTestSuite> suites = read(chapter);
    assertThat(suites).hasSize(1);
    ReportTestSuite suite = suites.getFirst();
    int all = chapter.review().findings().size();
    int open = chapter.review().open().size();
    assertThat(suite.getNumberOfTests()).isEqualTo(all);
    assertThat(suite.getNumberOfFailures()).isEqualTo(open).isLessThan(all);
    assertThat(suite.getNumberOfSkipped()).isEqualTo(all - open);
    assertThat(suite.getNumberOfErrors()).isZero();
    assertThat(suite.getTestCases().stream().map(ReportTestCase::getName))
        .containsExactlyElementsOf(
            chapter.review().findings().stream().map(ReviewedFinding::key).toList());
  }

  @Test
  void aFailureSaysWhatIsWrongAndASkippedCaseWhy() throws IOException {
    List<ReportTestCase> cases = read(Chapters.placed(Chapters.RICH)).getFirst().getTestCases();
    ReportTestCase failed =
        cases.stream()
            .filter(it -> it.getName().equals("REL-TR-001@send"))
            .findFirst()
            .orElseThrow();
    assertThat(failed.hasFailure()).isTrue();
    assertThat(failed.getFailureDetail())
        .contains("test.design.json:")
        .contains("Fix 1: ")
        .contains("stillwater explain REL-TR-001");
    ReportTestCase decided =
        cases.stream()
            .filter(it -> it.getName().equals("REL-LC-002@note"))
            .findFirst()
            .orElseThrow();
    assertThat(decided.hasSkipped()).isTrue();
    assertThat(decided.getFailureMessage()).contains("accepted by Ann");
  }

  @Test
  void severalDesignsAreOneSuite() throws IOException {
    Chapter rich = Chapters.ofJson(Chapters.RICH);
    List<ReportTestSuite> suites = read(rich, Chapters.of("design Empty"), rich);
    assertThat(suites).hasSize(1);
    assertThat(suites.getFirst().getNumberOfTests()).isEqualTo(2 * rich.review().findings().size());
  }
}

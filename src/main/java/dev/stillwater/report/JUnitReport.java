package dev.stillwater.report;

import dev.stillwater.review.Fix;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.rules.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The format for build servers: JUnit's XML, one test suite, one test case for each finding. Those
/// that count failed; the others were skipped, with the reason.
public final class JUnitReport implements ReportFormat {
  @Override
  public String name() {
    return "junit";
  }

  @Override
  public String purpose() {
    return "JUnit XML, for a build server that shows tests";
  }

  @Override
  public List<String> otherExtensions() {
    return List.of("xml");
  }

  @Override
  public Measuring measuring() {
    return Measuring.QUICK;
  }

  @Override
  public byte[] write(List<Chapter> chapters, Presentation presentation) {
    int tests = 0;
    int failures = 0;
    for (Chapter chapter : chapters) {
      tests += chapter.review().findings().size();
      failures += chapter.review().open().size();
    }
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<testsuites>\n  <testsuite");
    attribute("name", "Reliability review", out);
    attribute("tests", Integer.toString(tests), out);
    attribute("failures", Integer.toString(failures), out);
    attribute("errors", "0", out);
    attribute("skipped", Integer.toString(tests - failures), out);
    attribute("time", "0", out);
    out.append(">\n    <properties>\n");
    property("tool", presentation.tool(), out);
    for (Chapter chapter : chapters) {
      property("design " + chapter.title(), chapter.hash(), out);
    }
    out.append("    </properties>\n");
    for (Chapter chapter : chapters) {
      for (ReviewedFinding found : chapter.review().findings()) {
        testCase(chapter, found, out);
      }
    }
    return out.append("  </testsuite>\n</testsuites>\n")
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void property(String name, String value, StringBuilder out) {
    out.append("      <property");
    attribute("name", name, out);
    attribute("value", value, out);
    out.append("/>\n");
  }

  private static void testCase(Chapter chapter, ReviewedFinding found, StringBuilder out) {
    Finding finding = found.finding();
    out.append("    <testcase");
    attribute("classname", chapter.file(), out);
    attribute("name", found.key(), out);
    attribute("time", "0", out);
    out.append(">\n      <").append(found.isOpen() ? "failure" : "skipped");
    attribute(
        "message",
        found.isOpen()
            ? finding.severity().word() + ": " + finding.message()
            : Standings.why(found),
        out);
    if (found.isOpen()) {
      attribute("type", finding.severity().word(), out);
      out.append('>');
      text(String.join("\n", body(chapter, found)), out);
      out.append("</failure>\n");
    } else {
      out.append("/>\n");
    }
    out.append("    </testcase>\n");
  }

  private static List<String> body(Chapter chapter, ReviewedFinding found) {
    Finding finding = found.finding();
    List<String> lines = new ArrayList<>();
    chapter
        .places()
        .of(finding, chapter.review().document().design())
        .ifPresent(place ->
            lines.add(Wording.line(chapter.file()) + ":" + place.line() + ":" + place.column()));
    if (!finding.detail().isBlank()) {
      lines.add(Wording.line(finding.detail()));
    }
    finding.because().forEach(reason -> lines.add(Wording.line(reason)));
    if (!finding.journeysLost().isEmpty()) {
      lines.add("Journeys lost: " + Wording.line(String.join(", ", finding.journeysLost())));
    }
    for (Fix fix : chapter.fixes(found)) {
      if (!fix.recommendation().isRefused()) {
        String effect = fix.effect().map(Chapter::effect).orElse("");
        lines.add(
            "Fix "
                + fix.n()
                + ": "
                + Wording.line(fix.recommendation().title())
                + (effect.isEmpty() ? "" : " (" + effect + ")"));
      }
    }
    lines.add("More: stillwater explain " + finding.rule().id());
    return lines;
  }

  private static void attribute(String name, String value, StringBuilder out) {
    out.append(' ').append(name).append("=\"");
    text(Wording.line(value), out);
    out.append('"');
  }

  private static void text(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }
}

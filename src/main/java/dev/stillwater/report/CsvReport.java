package dev.stillwater.report;

import dev.stillwater.drawing.VisibleText;
import dev.stillwater.model.Decision;
import dev.stillwater.model.DecisionAttributes;
import dev.stillwater.review.Fix;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.rules.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The format for spreadsheets: RFC 4180, one line for each finding, whether it counts or not.
///
/// A cell is one line of text. One that a spreadsheet would take for a formula gets an apostrophe
/// before it, as people write one to say "this is text"; numbers stay numbers, what is absent is an
/// empty cell.
public final class CsvReport implements ReportFormat {
  private static final List<String> HEAD =
      List.of(
          "line",
          "key",
          "rule",
          "severity",
          "standing",
          "why",
          "subject",
          "message",
          "detail",
          "journeys lost",
          "path",
          "fix",
          "edit",
          "effect",
          "trade-off",
          "decision",
          "reason",
          "author",
          "ticket",
          "expires");

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

  /// What begins a formula, the wide forms of eastern keyboards included.
  private static final String FORMULA = "=+-@\t\r＝＋－＠";

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String purpose() {
    return "for a spreadsheet, one line for each finding";
  }

  @Override
  public byte[] write(List<Chapter> chapters, Presentation presentation) {
    StringBuilder out = new StringBuilder();
    boolean several = chapters.size() > 1;
    List<String> head = new ArrayList<>(HEAD);
    if (several) {
      head.addFirst("file");
    }
    line(head, out);
    for (Chapter chapter : chapters) {
      for (ReviewedFinding found : chapter.review().findings()) {
        List<String> cells = cells(chapter, found);
        if (several) {
          cells.addFirst(chapter.file());
        }
        line(cells, out);
      }
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> cells(Chapter chapter, ReviewedFinding found) {
    Finding finding = found.finding();
    List<String> cells = new ArrayList<>();
    cells.add(
        chapter
            .places()
            .of(finding, chapter.review().document().design())
            .map(place -> Integer.toString(place.line()))
            .orElse(""));
    cells.add(found.key());
    cells.add(finding.rule().id());
    cells.add(finding.severity().word());
    cells.add(Standings.word(found.standing()));
    cells.add(Standings.why(found));
    cells.add(finding.subject());
    cells.add(finding.message());
    cells.add(finding.detail());
    cells.add(String.join(" ", finding.journeysLost()));
    cells.add(String.join(" ", finding.links()));
    Optional<Fix> best = best(chapter, found);
    cells.add(best.map(fix -> fix.recommendation().title()).orElse(""));
    cells.add(best.map(fix -> fix.recommendation().edit().signature()).orElse(""));
    cells.add(best.flatMap(Fix::effect).map(Chapter::effect).orElse(""));
    cells.add(best.map(fix -> fix.recommendation().tradeOff()).orElse(""));
    decision(found.decided(), cells);
    return cells;
  }

  private static Optional<Fix> best(Chapter chapter, ReviewedFinding found) {
    return chapter.fixes(found).stream()
        .filter(fix -> !fix.recommendation().isRefused())
        .findFirst();
  }

  private static void decision(Optional<Decision> decision, List<String> cells) {
    cells.add(decision.map(Decided::kind).orElse(""));
    cells.add(decision.flatMap(it -> it.attributes().get(DecisionAttributes.REASON)).orElse(""));
    cells.add(decision.flatMap(it -> it.attributes().get(DecisionAttributes.AUTHOR)).orElse(""));
    cells.add(decision.flatMap(it -> it.attributes().get(DecisionAttributes.TICKET)).orElse(""));
    cells.add(
        decision
            .flatMap(it -> it.attributes().get(DecisionAttributes.EXPIRES))
            .map(String::valueOf)
            .orElse(""));
  }

  private static void line(List<String> cells, StringBuilder out) {
    String separator = "";
    for (String cell : cells) {
      out.append(separator);
      cell(cell, out);
      separator = ",";
    }
    out.append("\r\n");
  }

  private static void cell(String text, StringBuilder out) {
    String line = guarded(text);
    if (line.chars().noneMatch(c -> c == '"' || c == ',' || c == ';')) {
      out.append(line);
    } else {
      out.append('"').append(line.replace("\"", "\"\"")).append('"');
    }
  }

  /// One line that is no formula.
  static String guarded(String text) {
    String line = VisibleText.of(text.replaceAll("[\\h\\v]+", " ").strip());
    return !line.isEmpty()
            && FORMULA.indexOf(line.charAt(0)) >= 0
            && !NUMBER.matcher(line).matches()
        ? "'" + line
        : line;
  }
}

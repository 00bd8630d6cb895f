package dev.stillwater.report;

import dev.stillwater.model.Decision;
import dev.stillwater.model.DecisionAttributes;
import dev.stillwater.review.Fix;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.rules.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The format for spreadsheets: RFC 4180, one line for each finding, whether it counts or not. See
/// [Csv] for what a cell may hold.
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

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String purpose() {
    return "for a spreadsheet, one line for each finding";
  }

  @Override
  public Measuring measuring() {
    return Measuring.QUICK;
  }

  @Override
  public byte[] write(List<Chapter> chapters, Presentation presentation) {
    StringBuilder out = new StringBuilder();
    boolean several = chapters.size() > 1;
    List<String> head = new ArrayList<>(HEAD);
    if (several) {
      head.addFirst("file");
    }
    Csv.line(head, out);
    for (Chapter chapter : chapters) {
      for (ReviewedFinding found : chapter.review().findings()) {
        List<String> cells = cells(chapter, found);
        if (several) {
          cells.addFirst(chapter.file());
        }
        Csv.line(cells, out);
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
}

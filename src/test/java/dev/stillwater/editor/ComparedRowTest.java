package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.Progress;
import dev.stillwater.editor.ComparedRow.Section;
import dev.stillwater.editor.FixSummary.Turn;
import dev.stillwater.model.Document;
import dev.stillwater.review.FindingChange;
import dev.stillwater.review.ReviewDiff;
import dev.stillwater.review.Reviewer;
import dev.stillwater.testing.DesignFixture;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparedRowTest {
  private static final String TEXT =
      """
      design Shop
      client shopper
      service order replicas=1 p99=40ms concurrency=100
      service email replicas=1 p99=1500ms concurrency=20
      shopper -> order id=checkout need=result-now effect=write rate=50 timeout=10s retries=1
      order -> email id=mail need=later effect=write
      journey place-order path=checkout class=hard deadline=6s importance=critical
      """;
  private static final DesignFixture SHOP = DesignFixture.parse(TEXT);
  private static final Document TIGHT = Document.of(SHOP.design());
  private static final Document LOOSE =
      Document.of(
          DesignFixture.parse(
                  TEXT.replace(
                      "id=mail need=later effect=write",
                      "id=mail need=later timeout=100ms dependency=soft fallback=static"))
              .design());

  private static ReviewDiff between(Document before, Document after) {
    return ReviewDiff.of(
        before, after, new Reviewer(SHOP.presets()), LocalDate.of(2026, 6, 30), Progress.UNWATCHED);
  }

  private static List<ComparedRow> rows(Document before, Document after) {
    return ComparedRow.effects(between(before, after), before, after, SHOP.presets());
  }

  private static List<ComparedRow> of(Section section, List<ComparedRow> rows) {
    return rows.stream().filter(row -> row.section() == section).toList();
  }

  @Test
  void aJourneyShowsWhatStoppedItOnTheSideWhereItDid() {
    ComparedRow better = of(Section.JOURNEYS, rows(TIGHT, LOOSE)).getFirst();
    assertThat(better.word()).isEqualTo("better");
    assertThat(better.turn()).isEqualTo(Turn.BETTER);
    assertThat(better.text()).contains("no longer stopped by email");
    assertThat(better.before()).containsExactly("email");
    assertThat(better.after()).as("the way it takes").containsExactly("checkout");
    ComparedRow worse = of(Section.JOURNEYS, rows(LOOSE, TIGHT)).getFirst();
    assertThat(worse.turn()).isEqualTo(Turn.WORSE);
    assertThat(worse.before()).containsExactly("checkout");
    assertThat(worse.after()).containsExactly("email");
  }

  @Test
  void everyFindingThatDiffersIsALineOnce() {
    for (List<Document> pair : List.of(List.of(TIGHT, LOOSE), List.of(LOOSE, TIGHT))) {
      ReviewDiff diff = between(pair.getFirst(), pair.getLast());
      List<ComparedRow> rows =
          ComparedRow.effects(diff, pair.getFirst(), pair.getLast(), SHOP.presets());
      assertThat(rows.stream().filter(row -> row.severity().isPresent()))
          .hasSameSizeAs(diff.findings());
      assertThat(of(Section.NEW, rows))
          .hasSize(
              diff.of(FindingChange.Kind.NEW).size() + diff.of(FindingChange.Kind.REOPENED).size());
      assertThat(of(Section.GONE, rows))
          .hasSize(
              diff.of(FindingChange.Kind.GONE).size() + diff.of(FindingChange.Kind.SETTLED).size());
      assertThat(rows)
          .extracting(ComparedRow::section)
          .isSortedAccordingTo(Comparator.naturalOrder());
    }
  }

  @Test
  void aFindingThatWentIsMarkedWhereItWasAndANewOneWhereItIs() {
    ComparedRow gone =
        of(Section.GONE, rows(TIGHT, LOOSE)).stream()
            .filter(row -> row.rule().equals("RP-002"))
            .findFirst()
            .orElseThrow();
    assertThat(gone.word()).isEqualTo("gone");
    assertThat(gone.before()).contains("email", "order", "mail");
    assertThat(gone.after()).isEmpty();
    ComparedRow fresh =
        of(Section.NEW, rows(LOOSE, TIGHT)).stream()
            .filter(row -> row.rule().equals("RP-002"))
            .findFirst()
            .orElseThrow();
    assertThat(fresh.word()).isEqualTo("new");
    assertThat(fresh.before()).isEmpty();
    assertThat(fresh.after()).contains("email", "order", "mail");
    assertThat(ComparedRow.before(List.of(gone, fresh))).isEqualTo(gone.before());
    assertThat(ComparedRow.after(List.of(gone, fresh))).isEqualTo(fresh.after());
  }

  @Test
  void aFindingWithOtherNumbersSaysBoth() {
    Document busier = Document.of(DesignFixture.parse(TEXT.replace("rate=50", "rate=60")).design());
    List<ComparedRow> changed = of(Section.CHANGED, rows(TIGHT, busier));
    assertThat(changed)
        .anySatisfy(row -> {
          assertThat(row.word()).isEqualTo("other numbers");
          assertThat(row.text()).contains("50 req/s").contains("→").contains("60 req/s");
          assertThat(row.before()).isNotEmpty().isEqualTo(row.after());
        });
  }

  @Test
  void whatIsDrawnOtherwiseIsKnownBeforeAnythingIsJudged() {
    List<ComparedRow> drawn = ComparedRow.drawn(Comparison.of("a", TIGHT, "b", LOOSE));
    assertThat(drawn).hasSize(1);
    assertThat(drawn.getFirst().word()).isEqualTo("~ changed");
    assertThat(drawn.getFirst().text()).contains("100ms");
    assertThat(drawn.getFirst().before()).containsExactly("mail");
    assertThat(drawn.getFirst().after()).containsExactly("mail");
  }

  @Test
  void theSameDesignHasNoLine() {
    assertThat(rows(TIGHT, TIGHT)).isEmpty();
  }
}

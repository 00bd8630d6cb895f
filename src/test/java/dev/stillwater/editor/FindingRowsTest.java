package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.editor.FindingRows.Filter;
import dev.stillwater.editor.FindingRows.Grouping;
import dev.stillwater.editor.FindingRows.Row;
import dev.stillwater.model.Document;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.review.Reviewer;
import dev.stillwater.rules.Severity;
import dev.stillwater.testing.Checkout;
import dev.stillwater.testing.DesignFixture;
import dev.stillwater.testing.GoldenPresets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingRowsTest {
  private final Review review = Checkout.review(Checkout.document());

  private FindingRows rows(Grouping grouping, Filter filter, String... folded) {
    return FindingRows.of(review, grouping, filter, Set.of(folded));
  }

  private static List<String> keys(FindingRows rows) {
    return rows.findings().stream().map(ReviewedFinding::key).toList();
  }

  @Test
  void everyFindingStandsOnceHoweverItIsGrouped() {
    List<String> all = review.open().stream().map(ReviewedFinding::key).toList();
    for (Grouping grouping : Grouping.values()) {
      FindingRows rows = rows(grouping, Filter.NONE);
      assertThat(keys(rows)).as(grouping.title()).containsExactlyInAnyOrderElementsOf(all);
      assertThat(rows.shown()).isEqualTo(rows.all()).isEqualTo(all.size());
    }
  }

  @Test
  void headingsCountTheirRows() {
    FindingRows rows = rows(Grouping.SEVERITY, Filter.NONE);
    int counted = 0;
    for (Row row : rows.rows()) {
      if (row instanceof Row.Heading heading) {
        counted += heading.count();
      }
    }
    assertThat(counted).isEqualTo(review.open().size());
  }

  @Test
  void singleReplicasStandUnderTheJourneyThatTheyStop() {
    FindingRows rows = rows(Grouping.JOURNEY, Filter.NONE);
    List<Row> list = rows.rows();
    int parent = -1;
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof Row.Item item && item.finding().rule().id().equals("REL-RP-001")) {
        parent = i;
      }
    }
    assertThat(list.get(parent + 1))
        .isInstanceOfSatisfying(
            Row.Item.class,
            item -> {
              assertThat(item.finding().key()).isEqualTo("REL-RZ-001@order");
              assertThat(item.depth()).isEqualTo(1);
            });
  }

  @Test
  void reviewersFindTheirOwnWords() {
    assertThat(headings(Grouping.FAILURE)).contains("Single point of failure", "Shared fate");
    assertThat(headings(Grouping.PRACTICE)).contains("REL10-BP01", "REL05-BP06");
  }

  @Test
  void whatOneChangeSettlesStandsTogether() {
    assertThat(headings(Grouping.FIX))
        .contains("Run two replicas of db with automatic failover")
        .doesNotHaveDuplicates();
    assertThat(keys(FindingRows.of(zonal(), Grouping.FIX, Filter.NONE, Set.of())))
        .containsSubsequence("REL-RP-001@j", "REL-RZ-001@db");
  }

  /// A store that runs once, beside a service that keeps sessions.
  private static Review zonal() {
    return new Reviewer(GoldenPresets.ALL)
        .review(
            Document.of(
                DesignFixture.parse(
                        """
                        client c
                        service s replicas=2 zones=a state=session
                        relational-db db backup=true
                        c -> s id=in timeout=1s clientLb=true
                        s -> db id=load timeout=500ms effect=write need=result-now
                        journey j path=in,load class=hard
                        """)
                    .design()),
            LocalDate.of(2026, 1, 31));
  }

  private static List<String> headings(Grouping grouping) {
    return FindingRows.of(zonal(), grouping, Filter.NONE, Set.of()).rows().stream()
        .filter(Row.Heading.class::isInstance)
        .map(row -> ((Row.Heading) row).title())
        .toList();
  }

  @Test
  void byRuleNothingIsTakenOutOfItsGroup() {
    assertThat(rows(Grouping.RULE, Filter.NONE).rows())
        .allSatisfy(row -> {
          if (row instanceof Row.Item item) {
            assertThat(item.depth()).isZero();
          }
        });
  }

  @Test
  void aFoldedGroupKeepsItsHeadingAndItsCount() {
    FindingRows open = rows(Grouping.JOURNEY, Filter.NONE);
    FindingRows folded = rows(Grouping.JOURNEY, Filter.NONE, "place-order");
    assertThat(folded.shown()).isEqualTo(open.shown());
    assertThat(folded.rows()).hasSizeLessThan(open.rows().size());
    assertThat(folded.rows().getFirst())
        .isEqualTo(new Row.Heading("place-order", "place-order", 3, true));
  }

  @Test
  void oneGroupAloneHasNoHeading() {
    FindingRows rows = rows(Grouping.JOURNEY, new Filter("RP-00", Severity.INFO, false));
    assertThat(rows.rows()).hasSize(2).allMatch(Row.Item.class::isInstance);
  }

  @Test
  void filtersByWordsThatAllHaveToStandSomewhere() {
    assertThat(keys(rows(Grouping.NONE, new Filter("email workers", Severity.INFO, false))))
        .containsExactly("REL-RP-002@email -> order");
    assertThat(rows(Grouping.NONE, new Filter("no such thing", Severity.INFO, false)).rows())
        .isEmpty();
  }

  @Test
  void filtersBySeverity() {
    FindingRows severe = rows(Grouping.NONE, new Filter("", Severity.CRITICAL, false));
    assertThat(severe.findings())
        .isNotEmpty()
        .allMatch(found -> found.finding().severity() == Severity.CRITICAL);
    assertThat(severe.all()).isEqualTo(review.open().size());
  }

  @Test
  void whatAStrongerFindingCoversIsShownOnRequest() {
    ReviewedFinding weak = review.findings().getLast();
    Review covered =
        new Review(
            review.document(),
            List.of(
                review.findings().getFirst(),
                new ReviewedFinding(weak.finding(), "REL-TR-001@mail", null, false)),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    FindingRows usual = FindingRows.of(covered, Grouping.NONE, Filter.NONE, Set.of());
    FindingRows all =
        FindingRows.of(covered, Grouping.NONE, new Filter("", Severity.INFO, true), Set.of());
    assertThat(usual.rows()).hasSize(1);
    assertThat(all.rows()).hasSize(2);
    assertThat(all.all()).isEqualTo(1);
  }
}

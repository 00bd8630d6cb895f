package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Decision;
import dev.stillwater.model.DecisionAttributes;
import dev.stillwater.model.DecisionKind;
import dev.stillwater.model.Document;
import dev.stillwater.review.DecisionStatus;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.review.Reviewer;
import dev.stillwater.testing.DesignFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionFormTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
  private static final DesignFixture SHOP =
      DesignFixture.parse(
          """
          client user
          service web replicas=2 p99=40ms
          service old replicas=2 tags=legacy
          service new replicas=2
          user -> web id=in rate=10 timeout=3s
          web -> old id=bill need=result-now clientLb=true
          web -> new id=ship need=result-now clientLb=true
          journey buy path=in,bill,ship class=hard deadline=6s
          """);

  private static Review review(Document document) {
    return new Reviewer(SHOP.presets()).review(document, TODAY);
  }

  private static Document shop() {
    return Document.of(SHOP.design());
  }

  private static ReviewedFinding finding(Review review, String key) {
    return review.findings().stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
  }

  private static DecisionForm form(DecisionKind kind) {
    Review review = review(shop());
    return DecisionForm.about(review, finding(review, "REL-TR-001@bill"), kind, "Ann", TODAY);
  }

  @Test
  void whatItCanCoverGoesFromNarrowToWideWithCounts() {
    Review review = review(shop());
    assertThat(DecisionForm.targets(review, finding(review, "REL-TR-001@bill")))
        .extracting(DecisionForm.Target::text)
        .startsWith("REL-TR-001@bill", "REL-TR-001@tag:legacy", "REL-TR-001@*", "*@bill");
    assertThat(DecisionForm.targets(review, finding(review, "REL-TR-001@bill")).get(2).label())
        .isEqualTo("TR-001 everywhere · 2 findings");
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-31, 2027-03-31",
    "90 days, 2026-05-01",
    "2w, 2026-02-14",
    "1 month, 2026-02-28",
    "1y, 2027-01-31",
  })
  void aDayOrALengthOfTimeIsTaken(String typed, LocalDate day) {
    DecisionForm form = form(DecisionKind.ACCEPTED).withTexts("so", "", typed, "Ann");
    assertThat(form.problem()).isEmpty();
    assertThat(form.draft().expires()).isEqualTo(day);
    assertThat(form.spelledDay()).isEqualTo(typed.equals(day.toString()) ? "" : "until " + day);
  }

  @Test
  void whatIsMissingIsSaidInASentence() {
    assertThat(form(DecisionKind.ACCEPTED).problem().orElseThrow()).startsWith("Say why");
    assertThat(form(DecisionKind.ACCEPTED).withTexts("so", "", "soon", "").problem().orElseThrow())
        .contains("2027-03-31");
    assertThat(form(DecisionKind.IN_PROGRESS).withTexts("so", "", "", "").problem().orElseThrow())
        .contains("ticket");
  }

  @Test
  void decidingAgainBeginsWithWhatWasSaid() {
    Review review = review(shop());
    Document decided =
        form(DecisionKind.ACCEPTED)
            .withTexts("two calls a day", "OPS-1", "", "Ann")
            .draft()
            .taken(shop(), review, TODAY);
    Review after = review(decided);
    DecisionForm again =
        DecisionForm.about(
            after, finding(after, "REL-TR-001@bill"), DecisionKind.MITIGATED, "Bob", TODAY);
    assertThat(again.reason()).isEqualTo("two calls a day");
    assertThat(again.ticket()).isEqualTo("OPS-1");
    assertThat(again.author()).isEqualTo("Bob");
  }

  @Test
  void decisionsThatNeedSomebodyStandFirst() {
    Review review = review(shop());
    Document decided =
        form(DecisionKind.ACCEPTED)
            .withTexts("so", "", "", "")
            .draft()
            .taken(shop(), review, TODAY);
    Decision orphan = new Decision("REL-TR-001@gone", decided.decisions().getFirst().attributes());
    DecisionRows rows =
        DecisionRows.of(
            review(decided.withDecisions(List.of(decided.decisions().getFirst(), orphan))));
    assertThat(rows.attention()).isEqualTo(1);
    assertThat(rows.rows())
        .extracting(row -> row.status().state())
        .containsExactly(DecisionStatus.State.COVERS_NOTHING, DecisionStatus.State.HOLDS);
    assertThat(rows.rows().get(1).finding().orElseThrow().key()).isEqualTo("REL-TR-001@bill");
    assertThat(rows.rows().getFirst().finding()).isEqualTo(Optional.empty());
    assertThat(DecisionWords.state(rows.rows().getFirst().status())).isEqualTo("orphaned");
    assertThat(DecisionWords.why(rows.rows().getFirst().status())).isNotEmpty();
  }

  @Test
  void whatWasReadIsUnreadAgainWhenItsFactsChange() {
    Review review = review(shop());
    ReviewedFinding found = finding(review, "REL-TR-001@bill");
    ReadMarks marks = ReadMarks.NONE.read(List.of(found));
    assertThat(marks.isRead(found)).isTrue();
    assertThat(ReadMarks.of(marks.all()).isRead(found)).isTrue();
    assertThat(marks.isRead(finding(review, "REL-TR-001@ship"))).isFalse();
    assertThat(marks.unread(found).isRead(found)).isFalse();
    assertThat(hasty(900).fingerprint()).isEqualTo(hasty(900).fingerprint());
    assertThat(ReadMarks.NONE.read(List.of(hasty(900))).isRead(hasty(950))).isFalse();
  }

  /// A timeout below what the callee needs, in milliseconds.
  private static ReviewedFinding hasty(int p99) {
    DesignFixture design =
        DesignFixture.parse(
            """
            client user
            service web replicas=2
            service old replicas=2 p99=%dms
            user -> web id=in timeout=3s
            web -> old id=bill need=result-now clientLb=true timeout=500ms
            """
                .formatted(p99));
    return finding(review(Document.of(design.design())), "REL-TR-004@bill");
  }

  @Test
  void findingsAreFilteredByWhereTheyStand() {
    Review review = review(shop());
    Document decided =
        form(DecisionKind.ACCEPTED)
            .withTexts("so", "", "", "")
            .draft()
            .taken(shop(), review, TODAY);
    Review after = review(decided);
    ReadMarks read = ReadMarks.NONE.read(after.open().subList(0, 1));
    assertThat(shown(after, FindingRows.Shown.DECIDED, read, ""))
        .containsExactly("REL-TR-001@bill");
    assertThat(shown(after, FindingRows.Shown.OPEN, read, "")).doesNotContain("REL-TR-001@bill");
    assertThat(shown(after, FindingRows.Shown.OPEN, read, "REL-TR-001@bill"))
        .contains("REL-TR-001@bill");
    assertThat(shown(after, FindingRows.Shown.UNREAD, read, ""))
        .hasSize(after.open().size() - 1)
        .doesNotContain(after.open().getFirst().key());
    Decision decision = decided.decisions().getFirst();
    Decision expired =
        new Decision(
            decision.target(),
            decision.attributes().with(DecisionAttributes.EXPIRES, TODAY.minusDays(1)));
    Review reopened = review(decided.withDecisions(List.of(expired)));
    assertThat(shown(reopened, FindingRows.Shown.REOPENED, read, ""))
        .containsExactly("REL-TR-001@bill");
  }

  private static List<String> shown(
      Review review, FindingRows.Shown shown, ReadMarks read, String kept) {
    return FindingRows.of(
            review,
            FindingRows.Grouping.NONE,
            FindingRows.Filter.NONE.with(shown),
            Set.of(),
            read,
            kept)
        .findings()
        .stream()
        .map(ReviewedFinding::key)
        .toList();
  }
}

package dev.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.Progress;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Decision;
import dev.stillwater.model.DecisionAttributes;
import dev.stillwater.model.DecisionKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.testing.DesignFixture;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReviewDiffTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
  private static final String TEXT =
      """
      design Shop
      client shopper
      service order replicas=1 p99=40ms concurrency=100
      external payment p99=900ms
      relational-db orders-db replicas=1 p99=10ms
      service email replicas=1 p99=1500ms concurrency=20
      shopper -> order id=checkout need=result-now effect=write rate=50 timeout=10s retries=1
      order -> payment id=pay need=result-now effect=write timeout=5s retries=2 backoff=exp
      order -> orders-db id=save need=result-now effect=write timeout=500ms idempotency=token
      order -> email id=mail need=later effect=write
      journey place-order path=checkout,pay,save class=hard deadline=6s importance=critical
      """;
  private static final DesignFixture SHOP = DesignFixture.parse(TEXT);
  private static final Reviewer REVIEWER = new Reviewer(SHOP.presets());

  private static ReviewDiff between(Document before, Document after) {
    return ReviewDiff.of(before, after, REVIEWER, TODAY, Progress.UNWATCHED);
  }

  private static ReviewDiff with(String old, String other) {
    assertThat(TEXT).contains(old);
    return between(
        Document.of(SHOP.design()),
        Document.of(DesignFixture.parse(TEXT.replace(old, other)).design()));
  }

  private static Set<String> keys(ReviewDiff diff, FindingChange.Kind kind) {
    return diff.of(kind).stream().map(FindingChange::key).collect(Collectors.toSet());
  }

  @Test
  void theSameDesignDiffersInNothing() {
    assertThat(between(Document.of(SHOP.design()), Document.of(SHOP.design())).isEmpty()).isTrue();
  }

  @Test
  void findingsGoAndComeAsTheReviewsSay() {
    Document before = Document.of(SHOP.design());
    Document after =
        Document.of(
            DesignFixture.parse(
                    TEXT.replace(
                        "id=mail need=later effect=write", "id=mail need=later timeout=1s"))
                .design());
    ReviewDiff diff = between(before, after);
    Set<String> was = open(REVIEWER.review(before, TODAY));
    Set<String> is = open(REVIEWER.review(after, TODAY));
    Set<String> gone = new HashSet<>(was);
    gone.removeAll(is);
    Set<String> fresh = new HashSet<>(is);
    fresh.removeAll(was);
    assertThat(gone).isNotEmpty();
    Set<String> left = keys(diff, FindingChange.Kind.GONE);
    left.addAll(keys(diff, FindingChange.Kind.SETTLED));
    assertThat(left).isEqualTo(gone);
    Set<String> came = keys(diff, FindingChange.Kind.NEW);
    came.addAll(keys(diff, FindingChange.Kind.REOPENED));
    assertThat(came).isEqualTo(fresh);
    assertThat(diff.before().open()).isEqualTo(was.size());
    assertThat(diff.after().open()).isEqualTo(is.size());
  }

  private static Set<String> open(Review review) {
    return review.open().stream().map(ReviewedFinding::key).collect(Collectors.toSet());
  }

  @Test
  void aRenamedElementKeepsItsFindings() {
    Design renamed =
        SHOP.design()
            .renameComponent("email", "mailer")
            .renameLink("mail", "notify")
            .renameComponent("orders-db", "store");
    ReviewDiff diff = between(Document.of(SHOP.design()), Document.of(renamed));
    assertThat(keys(diff, FindingChange.Kind.NEW)).isEmpty();
    assertThat(keys(diff, FindingChange.Kind.GONE)).isEmpty();
    assertThat(keys(diff, FindingChange.Kind.REOPENED)).isEmpty();
    assertThat(diff.of(JourneyChange.Kind.SAME)).hasSize(1);
  }

  @Test
  void aJourneyFaresBetterWhenLessCanStopIt() {
    ReviewDiff diff =
        with(
            "id=mail need=later effect=write",
            "id=mail need=later timeout=100ms dependency=soft fallback=static");
    JourneyChange change = diff.journeys().getFirst();
    assertThat(change.kind()).isEqualTo(JourneyChange.Kind.BETTER);
    assertThat(change.stoppersGone()).extracting(it -> it.component()).containsExactly("email");
    assertThat(
            with(
                    "order -> email id=mail",
                    "order -> payment id=again effect=read\norder -> email id=mail")
                .journeys()
                .getFirst()
                .kind())
        .isEqualTo(JourneyChange.Kind.SAME);
    Document slow = Document.of(SHOP.design());
    Document quick =
        Document.of(
            DesignFixture.parse(TEXT.replace("id=mail need=later", "id=mail timeout=100ms"))
                .design());
    assertThat(between(quick, slow).journeys().getFirst().kind())
        .isEqualTo(JourneyChange.Kind.WORSE);
  }

  @Test
  void aDecidedFindingIsSettledAndCountsAgainWithoutIt() {
    Document open = Document.of(SHOP.design());
    String key = REVIEWER.review(open, TODAY).open().getFirst().key();
    Document decided =
        open.withDecisions(
            List.of(
                new Decision(
                    key,
                    Attributes.none(DecisionAttributes.TABLE)
                        .with(DecisionAttributes.KIND, DecisionKind.ACCEPTED)
                        .with(DecisionAttributes.REASON, "one supplier only"))));
    ReviewDiff there = between(open, decided);
    assertThat(keys(there, FindingChange.Kind.SETTLED)).containsExactly(key);
    assertThat(there.after().decided()).isEqualTo(1);
    assertThat(there.document().design().isEmpty()).isTrue();
    assertThat(keys(between(decided, open), FindingChange.Kind.REOPENED)).containsExactly(key);
  }

  @Test
  void othersNumbersAreSaid() {
    ReviewDiff diff = with("retries=2 backoff=exp", "retries=3 backoff=exp");
    assertThat(diff.findings())
        .extracting(FindingChange::kind)
        .contains(FindingChange.Kind.RESTATED);
    assertThat(diff.before().amplification()).isEqualTo(6);
    assertThat(diff.after().amplification()).isEqualTo(8);
  }
}

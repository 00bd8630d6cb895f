package dev.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.testing.DesignFixture;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FixPlanTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
  private static final DesignFixture SHOP =
      DesignFixture.parse(
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
          """);
  private static final Reviewer REVIEWER = new Reviewer(SHOP.presets());
  private static final Document DOCUMENT = Document.of(SHOP.design());
  private static final Review REVIEW = REVIEWER.review(DOCUMENT, TODAY);

  private static FixPlan plan() {
    return new FixEffects(REVIEWER, REVIEW, TODAY).fixPlan();
  }

  private static Review made(List<Recommendation> changes) {
    Design edited = DOCUMENT.design();
    for (Recommendation change : changes) {
      edited = change.edit().apply(edited);
    }
    return REVIEWER.review(DOCUMENT.withDesign(edited), TODAY);
  }

  private static Set<String> open(Review review) {
    return review.open().stream().map(ReviewedFinding::key).collect(Collectors.toSet());
  }

  private static int gone(Review after) {
    Set<String> gone = new HashSet<>(open(REVIEW));
    gone.removeAll(open(after));
    return gone.size();
  }

  @Test
  void everyStageSaysWhatIsTrueOfTheDesignByThen() {
    FixPlan plan = plan();
    assertThat(plan.stages()).hasSizeGreaterThan(2);
    List<Recommendation> changes = new java.util.ArrayList<>();
    for (FixPlan.Stage stage : plan.stages()) {
      changes.addAll(stage.step().recommendations());
      Review after = made(changes);
      assertThat(stage.after().findings()).isEqualTo(after.summary());
      assertThat(stage.gone()).isEqualTo(gone(after));
    }
    assertThat(plan.stages().stream().map(FixPlan.Stage::step).toList().subList(0, 2))
        .isEqualTo(new FixEffects(REVIEWER, REVIEW, TODAY).plan().subList(0, 2));
  }

  @Test
  void theSetSaysWhatItsChangesDo() {
    FixPlan.FixSet set = plan().bestSet().orElseThrow();
    Review after = made(set.recommendations());
    assertThat(set.changes()).hasSizeBetween(1, 3);
    assertThat(set.gone()).isEqualTo(gone(after)).isPositive();
    assertThat(set.after().findings()).isEqualTo(after.summary());
    assertThat(set.atMost()).isGreaterThanOrEqualTo(set.gone());
  }

  /// A small design, so that all sets are judged: none that the plan begins with is better.
  @Test
  void anExactSetIsNotWorseThanTheGreedyOne() {
    DesignFixture small =
        DesignFixture.parse(
            """
            client user
            service web replicas=1
            service old replicas=1 p99=900ms
            user -> web id=in rate=10 timeout=3s
            web -> old id=bill need=result-now
            journey buy path=in,bill class=hard deadline=6s
            """);
    Document document = Document.of(small.design());
    Review review = REVIEWER.review(document, TODAY);
    FixPlan plan = new FixEffects(REVIEWER, review, TODAY).fixPlan();
    FixPlan.FixSet set = plan.bestSet().orElseThrow();
    assertThat(set.isExact()).isTrue();
    int reach = Math.min(set.changes().size(), plan.stages().size());
    assertThat(set.after().ways()).isLessThanOrEqualTo(plan.stages().get(reach - 1).after().ways());
  }

  @Test
  void aPlanThatNobodyWantsAnyMoreStops() {
    Progress cancelled =
        new Progress() {
          private int reports;

          @Override
          public void report(int done, int total) {
            assertThat(done).isBetween(1, total);
            reports++;
          }

          @Override
          public boolean isCancelled() {
            return reports > 3;
          }
        };
    Analysis analysis = Analysis.of(SHOP.design(), SHOP.presets());
    assertThatThrownBy(() -> new FixEffects(REVIEWER, REVIEW, analysis, TODAY, cancelled).fixPlan())
        .isInstanceOf(CancellationException.class);
  }
}

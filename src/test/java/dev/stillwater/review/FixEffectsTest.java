package dev.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.testing.DesignFixture;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FixEffectsTest {
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
          service loyalty replicas=1 p99=200ms concurrency=50
          shopper -> order id=checkout need=result-now effect=write rate=50 timeout=10s retries=1
          order -> payment id=pay need=result-now effect=write timeout=5s retries=2 backoff=exp
          order -> orders-db id=save need=result-now effect=write timeout=500ms idempotency=token
          order -> email id=mail need=later effect=write
          order -> loyalty id=points need=ack-now effect=write timeout=2s
          journey place-order path=checkout,pay,save class=hard deadline=6s importance=critical
          """);

  private final Reviewer reviewer = new Reviewer(SHOP.presets());
  private final Document document = Document.of(SHOP.design());
  private final Review review = reviewer.review(document, TODAY);
  private final FixEffects effects = new FixEffects(reviewer, review, TODAY);

  private static Set<String> keys(Review review) {
    return review.findings().stream()
        .map(ReviewedFinding::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyEffectIsThatOfJudgingTheEditedDesign() {
    int measured = 0;
    for (ReviewedFinding found : review.findings()) {
      for (Fix fix : effects.ranked(found.finding())) {
        FixEffect effect = fix.effect().orElseThrow();
        Design edited = fix.recommendation().edit().apply(document.design());
        Review after = reviewer.review(document.withDesign(edited), TODAY);
        Set<String> gone = keys(review);
        gone.removeAll(keys(after));
        Set<String> fresh = keys(after);
        fresh.removeAll(keys(review));
        assertThat(new TreeSet<>(effect.findingsGone())).isEqualTo(gone);
        assertThat(new TreeSet<>(effect.findingsNew())).isEqualTo(fresh);
        assertThat(effect.edited()).isEqualTo(edited);
        assertThat(effect.journeysLostBefore()).isEqualTo(found.finding().journeysLost());
        assertThat(found.finding().journeysLost()).containsAll(effect.journeysLostAfter());
        measured++;
      }
    }
    assertThat(measured).isGreaterThan(15);
  }

  @Test
  void aJourneyIsLostAfterAFixExactlyWhenAProbeStillStopsIt() {
    Finding slowMail = finding("REL-RP-002@email -> order");
    for (Fix fix : effects.ranked(slowMail)) {
      Design edited = fix.recommendation().edit().apply(document.design());
      Analysis analysis = Analysis.of(edited, SHOP.presets());
      boolean down = analysis.ripple("email", Failure.GREY).isDown("place-order");
      assertThat(fix.effect().orElseThrow().journeysLostAfter())
          .as(fix.recommendation().title())
          .isEqualTo(down ? List.of("place-order") : List.of());
    }
  }

  @Test
  void theBestFixLosesTheFewestJourneys() {
    for (ReviewedFinding found : review.findings()) {
      List<Fix> ranked = effects.ranked(found.finding());
      List<Integer> lost =
          ranked.stream()
              .filter(fix -> !fix.recommendation().declaresOnly())
              .map(fix -> fix.effect().orElseThrow().journeysLostAfter().size())
              .toList();
      assertThat(lost).as(found.key()).isSorted();
      assertThat(ranked).extracting(Fix::n).startsWith(1);
      assertThat(ranked).hasSameSizeAs(found.finding().recommendations());
    }
  }

  @Test
  void whatOnlyDeclaresComesAfterWhatChanges() {
    List<Boolean> declares =
        effects.ranked(finding("REL-ID-001@checkout")).stream()
            .map(fix -> fix.recommendation().declaresOnly())
            .toList();
    assertThat(declares).contains(true, false).isSortedAccordingTo(Boolean::compare);
  }

  @Test
  void allGivesTheSameAsOneByOne() {
    Map<String, List<Fix>> all = effects.all();
    assertThat(all).hasSize(review.findings().size());
    for (ReviewedFinding found : review.findings()) {
      assertThat(all.get(found.key())).isEqualTo(effects.ranked(found.finding()));
    }
  }

  @Test
  void measuringStopsWhenNobodyWantsItAnyMore() {
    Progress cancelled =
        new Progress() {
          @Override
          public void report(int done, int total) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    FixEffects unwanted =
        new FixEffects(
            reviewer, review, Analysis.of(document.design(), SHOP.presets()), TODAY, cancelled);
    assertThatThrownBy(unwanted::all).isInstanceOf(CancellationException.class);
    assertThatThrownBy(unwanted::plan).isInstanceOf(CancellationException.class);
  }

  @Test
  void thePlanIsWhatOneGetsByFollowingIt() {
    List<PlanStep> plan = effects.plan();
    assertThat(plan).hasSizeBetween(3, 6);
    Document at = document;
    for (PlanStep step : plan) {
      Judged before = judged(reviewer, at);
      assertThat(step.waysBefore()).isEqualTo(before.ways());
      assertThat(step.latencyBefore()).isEqualTo(before.worstLatency());
      Design edited = at.design();
      for (Recommendation recommendation : step.recommendations()) {
        edited = recommendation.edit().apply(edited);
      }
      assertThat(step.effort()).isEqualTo(Effort.of(at.design(), edited));
      at = at.withDesign(edited);
      Judged after = judged(reviewer, at);
      assertThat(step.waysAfter()).isEqualTo(after.ways());
      assertThat(step.latencyAfter()).isEqualTo(after.worstLatency());
      Set<String> gone = open(before);
      gone.removeAll(open(after));
      assertThat(step.gone()).isEqualTo(gone.size());
      Set<String> follow = open(after);
      follow.removeAll(open(before));
      assertThat(new HashSet<>(step.follow())).isEqualTo(follow);
    }
    assertThat(judged(reviewer, at).ways()).isLessThan(judged(reviewer, document).ways());
  }

  @Test
  void thePlanBeginsWithWhatNobodyWaitsFor() {
    assertThat(effects.plan().getFirst().recommendations())
        .extracting(it -> it.edit().signature())
        .singleElement()
        .asString()
        .startsWith("ReplaceFanoutWithTopic(order");
  }

  private static Set<String> open(Judged judged) {
    return judged.review().open().stream()
        .map(ReviewedFinding::key)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private Finding finding(String key) {
    return review.findings().stream()
        .filter(found -> found.key().equals(key))
        .findFirst()
        .orElseThrow()
        .finding();
  }

  private static Judged judged(Reviewer reviewer, Document document) {
    Analysis analysis = Analysis.of(document.design(), reviewer.presets());
    Review review = reviewer.review(document, analysis, TODAY, Progress.UNWATCHED);
    return Judged.of(document, analysis, review);
  }
}

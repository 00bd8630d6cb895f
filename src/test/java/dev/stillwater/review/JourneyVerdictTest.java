package dev.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.model.Document;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Timespan;
import dev.stillwater.review.JourneyVerdict.Stopper;
import dev.stillwater.testing.DesignFixture;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class JourneyVerdictTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

  private static final String SHOP =
      """
      client shopper
      service order replicas=1 p99=40ms concurrency=100
      external payment p99=900ms
      relational-db orders-db replicas=1 p99=10ms
      service email replicas=1 p99=1500ms
      shopper -> order id=checkout need=result-now effect=write rate=50 timeout=10s idempotency=token
      order -> payment id=pay need=result-now effect=write timeout=5s retries=2 backoff=exp jitter=true idempotency=token
      order -> orders-db id=save need=result-now effect=write timeout=500ms idempotency=token
      order -> email id=mail need=later effect=write
      journey place-order path=checkout,pay,save class=hard deadline=6s importance=critical
      """;

  private static JourneyVerdict verdict(DesignFixture fixture) {
    return new Reviewer(fixture.presets())
        .review(Document.of(fixture.design()), TODAY)
        .journeys()
        .getFirst();
  }

  @Test
  void everythingThatAloneStopsAJourneyIsNamedOnceAndEarliestFirst() {
    JourneyVerdict verdict = verdict(DesignFixture.parse(SHOP));
    assertThat(verdict.stoppedBy())
        .extracting(Stopper::component)
        .containsExactly("order", "orders-db", "email", "payment")
        .doesNotContain("shopper");
    // Little's law: a silent callee fills 100 workers at 50 requests/s in 2 s, and orders-db is
    // given up after half a second, long before.
    assertThat(verdict.stoppedBy()).extracting(Stopper::t).containsExactly(0.0, 500.0, 2e3, 2e3);
    assertThat(verdict.stoppedBy()).extracting(Stopper::how).containsOnly(Failure.CRASH);
  }

  @Test
  void aRedundantPartCanStopAJourneyByBeingSlow() {
    JourneyVerdict verdict =
        verdict(DesignFixture.parse(SHOP.replace("email replicas=1", "email replicas=3")));
    assertThat(verdict.stoppedBy()).contains(new Stopper("email", Failure.GREY, 2000));
  }

  @Test
  void withoutATimeoutTheWorstLatencyHasNoLimit() {
    assertThat(verdict(DesignFixture.parse(SHOP)).worstLatency()).isInfinite();
  }

  @Test
  void worstLatencyIsOwnWorkAndAllHolds() {
    String limited = SHOP.replace("id=mail", "id=mail timeout=2s retries=1 calls=3");
    // 40 ms + (3 · 5 s + 100 ms + 200 ms) + 500 ms + 3 · (2 · 2 s)
    assertThat(verdict(DesignFixture.parse(limited)).worstLatency())
        .isCloseTo(40 + 15_300 + 500 + 12_000, within(1e-6));
  }

  @Test
  void whatFewRequestsUseDoesNotCount() {
    String seldom = SHOP.replace("id=mail", "id=mail rate=0.4");
    assertThat(verdict(DesignFixture.parse(seldom)).worstLatency())
        .isCloseTo(40 + 15_300 + 500, within(1e-6));
  }

  @Test
  void aJourneyThatIsHandedOverWaitsForNothing() {
    DesignFixture fixture =
        DesignFixture.parse(
            """
            service web replicas=2
            queue jobs preset=sqs-standard
            worker job replicas=2
            web => jobs id=put timeout=1s
            jobs -> job id=take effect=read
            journey later path=put,take class=soft deadline=30m
            """);
    assertThat(verdict(fixture).worstLatency()).isNaN();
  }

  @Test
  void theWorstOfAllJourneysIsWhatFixesAreComparedBy() {
    DesignFixture fixture = DesignFixture.parse(SHOP);
    Document document = Document.of(fixture.design());
    Document limited =
        document.withDesign(
            fixture
                .design()
                .with(
                    fixture
                        .design()
                        .links()
                        .get("mail")
                        .with(LinkAttributes.TIMEOUT, Timespan.ofSeconds(2))));
    Reviewer reviewer = new Reviewer(fixture.presets());
    assertThat(judged(reviewer, limited).worstLatency())
        .isCloseTo(40 + 15_300 + 500 + 2_000, within(1e-6));
    assertThat(judged(reviewer, document).ways()).isEqualTo(4);
  }

  private static Judged judged(Reviewer reviewer, Document document) {
    Analysis analysis = Analysis.of(document.design(), reviewer.presets());
    Review review = reviewer.review(document, analysis, TODAY, Progress.UNWATCHED);
    return Judged.of(document, analysis, review);
  }
}

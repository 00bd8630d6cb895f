package dev.stillwater.rules.ripple;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class FatalLossTest {
  private static final FatalLoss RULE = new FatalLoss();

  private static final String CHECKOUT =
      """
      client shopper
      service order concurrency=100 p99=40ms
      relational-db orders-db p99=10ms
      external payment p99=900ms
      service email p99=1500ms replicas=2
      shopper -> order id=checkout rate=50 timeout=10s need=result-now effect=write
      order -> orders-db id=save timeout=500ms need=result-now effect=write idempotency=token
      order -> payment id=pay timeout=1s need=result-now effect=write
      order -> email id=mail timeout=1s need=later effect=write dependency=soft clientLb=true
      journey place-order path=checkout,save,pay,mail class=hard importance=critical
      """;

  @Test
  void itListsWhatStopsAJourneyEarliestFirst() {
    Finding finding = Reviewed.of(CHECKOUT).only(RULE);

    assertThat(finding.subject()).isEqualTo("place-order");
    assertThat(finding.severity().word()).isEqualTo("critical");
    assertThat(finding.detail()).isEqualTo("order@0.0s, orders-db@0.5s, payment@1.0s");
    assertThat(finding.message()).isEqualTo("Three components can each stop place-order alone");
    assertThat(finding.because().getFirst())
        .contains(
            "without order at once, without orders-db after 500 ms and without payment after 1.0 s");
    assertThat(finding.journeysLost()).containsExactly("place-order");
    assertThat(finding.chain().getFirst().node().id()).isEqualTo("order");
  }

  @Test
  void whereNobodyWaitsItRatesLower() {
    assertThat(
            Reviewed.of(CHECKOUT.replace("class=hard importance=critical", "class=soft"))
                .only(RULE)
                .severity()
                .word())
        .isEqualTo("medium");
    assertThat(
            Reviewed.of(CHECKOUT.replace("class=hard importance=critical", ""))
                .only(RULE)
                .severity()
                .word())
        .isEqualTo("high");
  }

  @Test
  void theCallerOfTheFirstLinkIsNotListed() {
    Finding finding =
        Reviewed.of(
                """
                external partner
                service s
                partner -> s id=in timeout=1s rate=1
                journey j path=in class=hard
                """)
            .only(RULE);
    assertThat(finding.detail()).isEqualTo("s@0.0s");
    assertThat(finding.message()).isEqualTo("The loss of s alone stops j");
  }

  @Test
  void everyFixTakesItsComponentOffTheList() {
    Reviewed before = Reviewed.of(CHECKOUT);
    Finding finding = before.only(RULE);

    assertThat(finding.recommendations().stream().map(Recommendation::edit))
        .extracting(edit -> edit.signature().replaceAll("\\(([^,)]*).*", "($1)"))
        .containsExactly("AddReplicas(order)", "AddReplicas(orders-db)", "SetFallback(pay)");
    for (Recommendation fix : finding.recommendations()) {
      assertThat(before.after(fix.edit()).only(RULE).probes())
          .as(fix.title())
          .hasSize(finding.probes().size() - 1);
    }
  }

  @Test
  void itSaysWhyNoQueueIsOffered() {
    assertThat(Reviewed.of(CHECKOUT).only(RULE).because())
        .anyMatch(
            reason -> reason.startsWith("No queue on pay: order needs the answer of payment."));
    assertThat(
            Reviewed.of(CHECKOUT.replace("id=pay timeout=1s need=result-now", "id=pay timeout=1s"))
                .only(RULE)
                .because())
        .anyMatch(
            reason -> reason.startsWith("Declare what order needs from payment on pay first"));
  }

  @Test
  void allFixesTogetherSaveTheJourney() {
    Reviewed reviewed = Reviewed.of(CHECKOUT);
    while (!reviewed.of(RULE).isEmpty()) {
      int before = reviewed.only(RULE).probes().size();
      reviewed = reviewed.after(reviewed.only(RULE).recommendations().getFirst().edit());
      assertThat(reviewed.of(RULE).stream().mapToInt(f -> f.probes().size()).sum())
          .isLessThan(before);
    }
    assertThat(reviewed.of(RULE)).isEmpty();
  }
}

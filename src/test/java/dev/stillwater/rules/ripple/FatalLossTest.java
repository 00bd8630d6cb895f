package dev.stillwater.rules.ripple;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import java.util.List;
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
            "without order at once, without orders-db after 500 ms and without payment after 1.0"
                + " s");
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

  private static String chain(int services) {
    StringBuilder design = new StringBuilder("client s0\n");
    StringBuilder path = new StringBuilder();
    for (int i = 1; i <= services; i++) {
      design.append("service s%d%n".formatted(i));
      design.append("s%d -> s%d id=l%d timeout=%ds%n".formatted(i - 1, i, i, services + 1 - i));
      path.append(i == 1 ? "" : ",").append("l").append(i);
    }
    return design + "journey j path=" + path + " class=hard";
  }

  @Test
  void fiveAreNamedEarliestFirst() {
    Finding finding = Reviewed.of(chain(7)).only(RULE);
    assertThat(finding.detail())
        .isEqualTo("s1@0.0s, s7@1.0s, s6@2.0s, s5@3.0s, s4@4.0s, s3@5.0s, s2@6.0s");
    assertThat(finding.because().getFirst())
        .contains(
            "s1 at once, without s7 after 1.0 s", "s4 after 4.0 s and without each of 2 more.");
    assertThat(Reviewed.of(chain(5)).only(RULE).because().getFirst()).doesNotContain("more");
    assertThat(finding.components()).containsExactly("s1", "s7", "s6", "s5", "s4", "s3", "s2");
    assertThat(finding.links()).containsExactly("l7", "l6", "l5", "l4", "l3", "l2");
  }

  @Test
  void whatStopsItAtTheSameMomentIsSortedByName() {
    assertThat(
            Reviewed.of(
                    """
                    client c
                    service s
                    service z
                    service a
                    c -> s id=in timeout=5s
                    s -> z id=one timeout=1s
                    s -> a id=two timeout=1s
                    journey j path=in,one,two class=hard
                    """)
                .only(RULE)
                .detail())
        .isEqualTo("s@0.0s, a@1.0s, z@1.0s");
  }

  @Test
  void runningTwoComesBeforeDoingWithoutAndTheEntryIsNotDoneWithout() {
    assertThat(Reviewed.of(chain(2)).only(RULE).recommendations())
        .extracting(fix -> fix.edit().signature())
        .containsExactly(
            "AddReplicas(s1)", "AddReplicas(s2)", "SetFallback(l2, stale-cache, timeout 100ms)");
  }

  @Test
  void aFleetThatAsksADependencyIsToldToAskItselfAlone() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            load-balancer lb managed=true
            service s replicas=2 healthCheck=deep
            relational-db d p99=10ms
            c -> lb id=in timeout=9s
            lb -> s id=on timeout=8s
            s -> d id=load timeout=1s fallback=stale-cache
            journey j path=in,on,load class=hard
            """);
    assertThat(before.only(RULE).detail()).isEqualTo("d@60.0s");
    assertThat(before.only(RULE).recommendations())
        .extracting(fix -> fix.edit().signature())
        .containsExactly("AddReplicas(d)", "SetHealthCheck(s, shallow)");
  }

  @Test
  void aJourneyThatBeginsAtSomebodyElsesSystemEndsWithIt() {
    String call = "%s a replicas=2\nexternal x\na -> x id=in timeout=9s %s\njourney j path=in";
    assertThat(signatures(call.formatted("client", ""))).containsExactly("SetManaged(x)");
    assertThat(signatures(call.formatted("service", "effect=write need=later")))
        .containsExactly("InsertQueue(in)", "SetManaged(x)");
  }

  private static List<String> signatures(String design) {
    return Reviewed.of(design).only(RULE).recommendations().stream()
        .map(fix -> fix.edit().signature())
        .toList();
  }
}

package dev.stillwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.templates.TemplateCatalog;
import org.junit.jupiter.api.Test;

class BriefTest {
  @Test
  void theTightlyCoupledCheckoutIsSaidInTwoMinutes() {
    Brief brief =
        Brief.of(
            Chapters.of(
                TemplateCatalog.find("tight-coupling-before").orElseThrow().document(), "shop"));
    assertThat(brief.wrong().getFirst())
        .startsWith("place-order promises an answer within 6 s, but each of these stops it alone: ")
        .contains("Email", "Payment provider");
    assertThat(brief.wrong())
        .contains(
            "It takes no crash: when Email merely answers slowly, place-order is down after 2.0 s.",
            "Nothing limits how long place-order may take, although it promises 6 s.");
    assertThat(brief.first().getFirst()).startsWith("Publish from Order to a topic");
    assertThat(brief.first().getLast()).contains("5 ways to lose a journey become 3");
    assertThat(brief.buys().getFirst())
        .startsWith("The 5 changes below together: 5 ways to lose a journey become 1");
    assertThat(brief.buys())
        .as("whoever reads that it takes 8 s then wants to know whether that is enough")
        .contains("8.0 s is still more than the 6 s that place-order promises.");
  }

  @Test
  void aDesignWithoutJourneysOrFindingsHasNothingToPromise() {
    Brief brief = Brief.of(Chapters.of("design Empty"));
    assertThat(brief.wrong())
        .containsExactly(
            "The design names no journey, so nobody can say what a failure would cost.");
    assertThat(brief.first()).isEmpty();
    assertThat(brief.buys()).isEmpty();
  }

  @Test
  void whatIsPromisedAndKeptThenIsSaid() {
    Brief brief =
        Brief.of(
            Chapters.of(
                """
                design Shop
                client shopper
                service order replicas=1 p99=40ms concurrency=100
                shopper -> order id=checkout need=result-now rate=50 timeout=2s
                journey place-order path=checkout class=hard deadline=60s importance=critical
                """));
    assertThat(brief.buys()).contains("Every answer then comes within the time that is promised.");
  }
}

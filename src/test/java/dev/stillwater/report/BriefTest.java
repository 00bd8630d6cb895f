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
}

package dev.stillwater.rules.timeouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class BackendBeyondBalancerTest {
  private static final BackendBeyondBalancer RULE = new BackendBeyondBalancer();

  private static Reviewed balancer(String backend, String journey) {
    return Reviewed.of(
        """
        client c
        load-balancer lb preset=alb
        service s replicas=2 %s
        c -> lb id=in rate=1 timeout=5m
        lb -> s id=run effect=idempotent-write timeout=4m
        journey j path=in,run %s
        """
            .formatted(backend, journey));
  }

  @Test
  void silenceIsShorterThanTheIdleTimeout() {
    assertThat(balancer("p99=60s", "class=hard").of(RULE)).isEmpty();
    assertThat(balancer("p99=61s", "class=hard").only(RULE).severity().word()).isEqualTo("medium");
    assertThat(balancer("p99=61s", "importance=critical").only(RULE).severity().word())
        .isEqualTo("high");
  }

  @Test
  void theIdleTimeoutGrows() {
    Reviewed before = balancer("p99=90s", "class=soft");
    Recommendation longer = before.only(RULE).recommendations().getFirst();
    assertThat(longer.edit().signature()).isEqualTo("SetIdleTimeout(lb, 110s)");
    assertThat(before.after(longer.edit()).of(RULE)).isEmpty();
  }

  @Test
  void aServiceBehindTheBalancerGivesReceipts() {
    Reviewed before = balancer("p99=90s", "class=hard");
    Recommendation receipt = before.only(RULE).recommendations().getLast();
    assertThat(receipt.edit().signature()).isEqualTo("AsyncRequestReply(run)");

    Reviewed after = before.after(receipt.edit());
    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().links().get("run").to()).isEqualTo("run-receipts");
    assertThat(after.design().journeys().get("j").get(JourneyAttributes.PATH).orElseThrow())
        .containsExactly("in", "run", "run-receipts>run-queue", "run-receipts>run-status");
    assertThat(
            after.design().journeys().get("j-completion").get(JourneyAttributes.PATH).orElseThrow())
        .containsExactly("run-receipts>run-queue", "run-queue>s", "s>run-status");
  }

  @Test
  void aPatientJourneyGoesOnThroughTheQueue() {
    Reviewed before = balancer("p99=90s", "class=soft");
    Reviewed after = before.after(before.only(RULE).recommendations().getLast().edit());
    assertThat(after.design().journeys().get("j").get(JourneyAttributes.PATH).orElseThrow())
        .containsExactly(
            "in",
            "run",
            "run-receipts>run-queue",
            "run-receipts>run-status",
            "run-queue>s",
            "s>run-status");
  }
}

package dev.stillwater.rules.timeouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackendBeyondGatewayTest {
  private static final BackendBeyondGateway RULE = new BackendBeyondGateway();

  private static Reviewed gateway(String backend, String journey) {
    return Reviewed.of(
        """
        client c
        api-gateway g preset=apigw-rest
        service s replicas=2 %s
        c -> g id=in rate=1 timeout=60s
        g -> s id=run need=result-now effect=idempotent-write
        journey j path=in,run %s
        """
            .formatted(backend, journey));
  }

  private static List<String> signatures(Finding finding) {
    return finding.recommendations().stream().map(r -> r.edit().signature()).toList();
  }

  @Test
  void theGatewayLeavesAtItsLimit() {
    assertThat(gateway("p99=29s", "class=hard").of(RULE)).isEmpty();
    assertThat(gateway("p99=29001ms", "class=hard").only(RULE).severity().word()).isEqualTo("high");
    assertThat(gateway("p99=30s", "importance=critical").only(RULE).severity().word())
        .isEqualTo("critical");
  }

  @Test
  void aReceiptEndsAHardJourneyAndTheRestBecomesSoft() {
    Reviewed before = gateway("p99=40s", "class=hard importance=critical");
    Recommendation receipt = before.only(RULE).recommendations().getFirst();
    assertThat(receipt.edit().signature()).isEqualTo("AsyncRequestReply(run)");

    Reviewed after = before.after(receipt.edit());
    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().journeys().get("j").get(JourneyAttributes.PATH).orElseThrow())
        .containsExactly("in", "run", "g>run-status");
    assertThat(
            after.design().journeys().get("j-completion").get(JourneyAttributes.PATH).orElseThrow())
        .containsExactly("run", "run-queue>s", "s>run-status");
    assertThat(after.design().links().get("run").to()).isEqualTo("run-queue");
  }

  @Test
  void aQuotaThatWasRaisedIsWrittenDown() {
    Reviewed before = gateway("p99=40s", "class=soft");
    Recommendation raised = before.only(RULE).recommendations().getLast();
    assertThat(raised.declaresOnly()).isTrue();
    assertThat(raised.edit().signature()).isEqualTo("SetMaxTimeout(g, 48s)");
    assertThat(before.after(raised.edit()).of(RULE)).isEmpty();
  }

  @Test
  void aBacklogThatOnlyGrowsIsNotOffered() {
    Finding finding = gateway("p99=40s capacity=0.5", "class=soft").only(RULE);
    assertThat(signatures(finding)).containsExactly("SetMaxTimeout(g, 48s)");
    assertThat(finding.because().getLast()).contains("takes in 1 req/s and serves 1 req/s");
  }

  @Test
  void anAnnotatedGatewayGivesWayToAPlainBalancer() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            service s replicas=2 p99=40s
            c -> s id=run rate=1 timeout=60s coupling=loose-sync via=apigw-rest
            """);
    assertThat(signatures(before.only(RULE))).containsExactly("ClearVia(run)");
    assertThat(before.after(before.only(RULE).recommendations().getFirst().edit()).of(RULE))
        .isEmpty();
  }

  @Test
  void whatCannotTakeFromAQueueGetsNone() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            api-gateway g preset=apigw-rest
            relational-db d replicas=2 p99=40s
            c -> g id=in rate=1 timeout=60s
            g -> d id=run
            """);
    assertThat(signatures(before.only(RULE))).containsExactly("SetMaxTimeout(g, 48s)");
  }
}

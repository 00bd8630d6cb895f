package dev.stillwater.rules.timeouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.LinkAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class MissingTimeoutTest {
  private static final MissingTimeout RULE = new MissingTimeout();

  @Test
  void callsThatNobodyGivesUpOn() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        actor person
        dns-cdn dns
        load-balancer bare
        load-balancer idle preset=alb
        api-gateway gateway maxTimeout=29s
        service s replicas=2
        queue q preset=sqs-standard
        c -> s id=undeclared                  # FLAG REL-TR-001 high
        c -> s id=none timeout=none           # FLAG REL-TR-001 critical
        c -> s id=bounded timeout=1ms
        s => q id=send                        # FLAG REL-TR-001 medium
        bare -> s id=routed                   # FLAG REL-TR-001 medium
        idle -> s id=idles
        gateway -> s id=limited timeout=none
        person -> s id=clicks
        dns -> s id=resolves
        q -> s id=delivers
        journey j path=undeclared,none class=hard importance=critical
        """);
  }

  @Test
  void bothHalvesOfAnAnnotatedBalancerAreOneFinding() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s replicas=2
        c -> s id=l coupling=loose-sync       # FLAG REL-TR-001 medium
        """);
  }

  @Test
  void itCountsTheWorkers() {
    Finding finding =
        Reviewed.of(
                """
                client shopper
                service order concurrency=100 p99=40ms
                service email p99=1500ms
                shopper -> order id=checkout rate=50 timeout=10s
                order -> email id=mail
                journey j path=checkout class=hard
                """)
            .only(RULE);

    assertThat(finding.because().getFirst())
        .contains("50 req/s fill all 100 workers of order in 2.0 s")
        .contains("50 req/s × 15.0 s keep 750 of them busy");
    assertThat(finding.severity().word()).isEqualTo("medium");
    assertThat(finding.because().get(1))
        .isEqualTo("Medium, one lower because the timeout of mail is undeclared.");
    assertThat(finding.journeysLost()).containsExactly("j");
  }

  @Test
  void theTimeoutFitsCalleeWorkersAndCallers() {
    assertThat(timeout("p99=1500ms", "concurrency=1000", "timeout=30s")).isEqualTo("3s");
    assertThat(timeout("p99=1500ms", "concurrency=100", "timeout=30s")).isEqualTo("2s");
    assertThat(timeout("p99=1500ms", "concurrency=1000", "timeout=2500ms")).isEqualTo("2.4s");
    assertThat(timeout("p99=1500ms", "concurrency=20", "timeout=30s")).isEqualTo("3s");
    assertThat(timeout("p99=1ms", "concurrency=1000", "timeout=30s")).isEqualTo("100ms");
  }

  private static String timeout(String callee, String caller, String entry) {
    Reviewed before =
        Reviewed.of(
            String.join(
                "\n",
                "client c",
                "service s p99=40ms " + caller,
                "service t " + callee,
                "c -> s id=in rate=50 " + entry,
                "s -> t id=l"));
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());
    assertThat(after.of(RULE)).isEmpty();
    return after.design().links().get("l").get(LinkAttributes.TIMEOUT).orElseThrow().text();
  }

  @Test
  void whoNeedsNoAnswerCanGoOnWithout() {
    Reviewed before =
        Reviewed.of(
            """
            client shopper
            service order concurrency=100 p99=40ms
            service email p99=1500ms
            shopper -> order id=checkout rate=50 timeout=10s
            order -> email id=mail need=later effect=write
            journey j path=checkout class=hard
            """);
    Finding finding = before.only(RULE);
    Recommendation last = finding.recommendations().getLast();

    assertThat(last.title()).startsWith("Go on without email");
    assertThat(before.after(last.edit()).of(RULE)).isEmpty();
    assertThat(before.after(last.edit()).context().stillLost(finding)).isEmpty();
  }

  @Test
  void itSaysWhetherNobodyDeclaredOneOrThereIsNone() {
    String design = "client c\nservice s replicas=2\nc -> s id=l timeout=%s";
    assertThat(Reviewed.of(design.formatted("none")).only(RULE).because().getFirst())
        .contains("none");
    assertThat(Reviewed.of(design.replace(" timeout=%s", "")).only(RULE).because().getFirst())
        .contains("undeclared");
  }
}

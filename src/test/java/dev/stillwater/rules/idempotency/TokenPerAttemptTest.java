package dev.stillwater.rules.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.EachFix;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class TokenPerAttemptTest {
  private static final TokenPerAttempt RULE = new TokenPerAttempt();

  @Test
  void attemptsThatLookLikeNewRequests() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s replicas=2
        service t replicas=2
        queue q preset=sqs-standard
        worker w replicas=2
        external x
        c -> s id=retried effect=write retries=1 idempotency=token tokenSource=per-attempt timeout=1s     # FLAG REL-ID-007 critical
        c -> s id=endless effect=write retries=-1 idempotency=token tokenSource=per-attempt timeout=1s    # FLAG REL-ID-007 high
        c -> s id=client effect=write retries=1 idempotency=token tokenSource=client timeout=1s
        c -> t id=once effect=write idempotency=token tokenSource=per-attempt timeout=1s
        t -> x id=still-once effect=write idempotency=token tokenSource=per-attempt timeout=1s
        s -> x id=behind-retries effect=write idempotency=token tokenSource=per-attempt timeout=1s        # FLAG REL-ID-007 high
        q -> w id=delivered effect=write idempotency=token tokenSource=per-attempt                        # FLAG REL-ID-007 high
        w -> x id=behind-delivery effect=write idempotency=token tokenSource=per-attempt timeout=1s       # FLAG REL-ID-007 high
        q -> w id=unused effect=write tokenSource=per-attempt
        journey j path=retried class=hard importance=critical
        """);
  }

  @Test
  void oneTokenForAllAttemptsRemovesIt() {
    String call = "client c\nservice s\nc -> s id=l effect=write idempotency=token ";
    EachFix.removes(RULE, call + "tokenSource=per-attempt retries=1", "SetTokenSource(l, client)");
  }

  @Test
  void itSaysWhereTheRepeatComesFrom() {
    Finding finding =
        Reviewed.of(
                """
                queue q
                service s
                external x
                q -> s id=in
                s -> x id=l effect=write idempotency=token tokenSource=per-attempt
                """)
            .only(RULE);
    assertThat(finding.because().getFirst()).contains("reach the caller more than once over in");
  }

  @Test
  void aSingleAttemptPasses() {
    assertThat(
            Reviewed.of("client c\nservice s\nc -> s idempotency=token tokenSource=per-attempt")
                .status(RULE)
                .state())
        .isEqualTo(RuleStatus.State.PASSED);
  }

  @Test
  void itSaysHowOftenARequestIsTried() {
    String call =
        "client c\n"
            + "service s\n"
            + "c -> s effect=write idempotency=token tokenSource=per-attempt retries=";
    assertThat(Reviewed.of(call + "2").only(RULE).because().getFirst())
        .contains("while a call is tried up to 3 times, so");
    assertThat(Reviewed.of(call + "-1").only(RULE).because().getFirst())
        .contains("while a call is tried without end, so");
    assertThat(
            Reviewed.of("queue q\nworker w\nq -> w idempotency=token tokenSource=per-attempt")
                .only(RULE)
                .because()
                .getFirst())
        .contains("while a broker may deliver a message again, so");
  }
}

package dev.stillwater.rules.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.LinkAttributes;
import dev.stillwater.rules.EachFix;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class ShortDedupMemoryTest {
  private static final ShortDedupMemory RULE = new ShortDedupMemory();

  @Test
  void recordsThatExpireBeforeTheLastRepeat() {
    Reviewed.expectFlags(
        RULE,
        """
        queue q preset=sqs-standard
        queue endless retention=none
        queue unknown
        worker w replicas=2
        service s replicas=2
        external x
        q -> w id=hour effect=write idempotency=dedup-store tokenTtl=1h          # FLAG REL-ID-004 medium
        q -> w id=exact effect=write idempotency=dedup-store tokenTtl=4d
        q -> w id=just effect=write idempotency=dedup-store tokenTtl=5759m       # FLAG REL-ID-004 medium
        q -> w id=undeclared effect=write idempotency=dedup-store
        q -> w id=unguarded effect=write tokenTtl=1h
        endless -> w id=kept effect=write idempotency=dedup-store tokenTtl=100d  # FLAG REL-ID-004 medium
        endless -> w id=forever effect=write idempotency=dedup-store tokenTtl=none
        unknown -> w id=nobody-knows effect=write idempotency=dedup-store tokenTtl=1h
        s -> x id=six effect=write timeout=2s retries=2 idempotency=token tokenTtl=6s
        s -> x id=less effect=write timeout=2s retries=2 idempotency=token tokenTtl=5999ms     # FLAG REL-ID-004 medium
        s -> x id=waits effect=write timeout=2s retries=2 backoff=fixed idempotency=token tokenTtl=6s   # FLAG REL-ID-004 medium
        s -> x id=no-timeout effect=write retries=2 idempotency=token tokenTtl=1s
        s -> x id=unbounded effect=write timeout=2s retries=-1 idempotency=token tokenTtl=90d  # FLAG REL-ID-004 medium
        """);
  }

  @Test
  void onACriticalJourneyItIsHigh() {
    Reviewed.expectFlags(
        RULE,
        """
        queue q preset=sqs-standard
        worker w replicas=2
        q -> w id=l effect=write idempotency=dedup-store tokenTtl=1h      # FLAG REL-ID-004 high
        journey j path=l class=soft importance=critical
        """);
  }

  @Test
  void theRecordOutlivesTheDeadLetters() {
    assertThat(
            kept(
                """
                queue q preset=sqs-standard dlq=dead
                queue dead preset=sqs-standard retention=14d
                worker w
                q -> w id=l effect=write idempotency=dedup-store tokenTtl=1h
                """))
        .isEqualTo("18d");
  }

  @Test
  void aTokenIsKeptForADayAtLeast() {
    String call = "client c\nservice s\nc -> s id=l effect=write idempotency=token tokenTtl=1s ";
    assertThat(kept(call + "timeout=2s")).isEqualTo("1d");
    assertThat(kept(call + "timeout=20h retries=2")).isEqualTo("60h");
  }

  @Test
  void bothHalvesOfAnAnnotatedQueueAreServed() {
    assertThat(
            kept(
                """
                service a
                service b
                a -> b id=l coupling=loose-async via=sqs-standard effect=write timeout=1s idempotency=token tokenTtl=2h
                """))
        .isEqualTo("4d");
  }

  private static String kept(String fixture) {
    Reviewed after = EachFix.best(RULE, fixture);
    assertThat(after.of(RULE)).isEmpty();
    return after.design().links().get("l").get(LinkAttributes.TOKEN_TTL).orElseThrow().text();
  }

  @Test
  void attemptsWithoutEndNeedARecordWithoutEndOrAnEnd() {
    String unbounded =
        "service s\nexternal x\ns -> x id=l effect=write retries=-1 idempotency=token tokenTtl=1h ";
    EachFix.removes(RULE, unbounded + "timeout=2s", "SetTokenTtl(l, none)", "SetRetries(l, 0)");
    EachFix.removes(RULE, unbounded + "timeout=2h", "SetTokenTtl(l, none)");
    Finding finding = Reviewed.of(unbounded + "timeout=2s").only(RULE);
    assertThat(finding.because().getFirst()).contains("for 1 h (tokenTtl), while attempts have no");
  }

  @Test
  void whatBoundsARepeatMustBeKnown() {
    for (String link :
        new String[] {"q -> w", "q -> w tokenTtl=1h", "w -> w tokenTtl=1h", "w -> w timeout=1s"}) {
      assertThat(
              Reviewed.of("queue q\nworker w\n" + link + " idempotency=token").status(RULE).state())
          .as(link)
          .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
    }
  }

  @Test
  void itSaysHowLateARepeatCanCome() {
    String broker = "queue q retention=%s\nworker w\nq -> w idempotency=dedup-store tokenTtl=1h";
    assertThat(reason(broker.formatted("4d")))
        .endsWith("while q keeps a message, and can deliver it again, for 4 d.");
    assertThat(reason(broker.formatted("none")))
        .endsWith("while q keeps a message, and can deliver it again, for ever.");
    assertThat(
            reason(
                "service s\nexternal x\n"
                    + "s -> x timeout=2s retries=2 backoff=fixed idempotency=token tokenTtl=6s"))
        .contains("while 3 attempts of 2.0 s with the waits between them last 6.2 s");
  }

  private static String reason(String design) {
    return Reviewed.of(design).only(RULE).because().getFirst();
  }

  @Test
  void oneAttemptThatEndsWithTheRecordIsEnough() {
    String unbounded =
        "service s\nexternal x\ns -> x id=l effect=write retries=-1 idempotency=token tokenTtl=1h ";
    EachFix.removes(RULE, unbounded + "timeout=1h", "SetTokenTtl(l, none)", "SetRetries(l, 0)");
  }

  @Test
  void aRecordWithoutEndIsSaidToGrow() {
    String call = "service s\nexternal x\ns -> x effect=write idempotency=token tokenTtl=1s ";
    assertThat(tradeOff(call + "timeout=2s retries=-1")).contains("grows without end");
    assertThat(tradeOff(call + "timeout=2s retries=1")).contains("grows with the time");
  }

  private static String tradeOff(String design) {
    return Reviewed.of(design).only(RULE).recommendations().getFirst().tradeOff();
  }
}

package dev.stillwater.rules.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.LinkAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class RetriedWriteTest {
  private static final RetriedWrite RULE = new RetriedWrite();

  @Test
  void writesThatAreTriedAgain() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s replicas=2
        queue q preset=sqs-standard
        queue fifo preset=sqs-fifo
        c -> s id=retried effect=write retries=1 timeout=1s           # FLAG REL-ID-001 critical
        c -> s id=endless effect=write retries=-1 timeout=1s          # FLAG REL-ID-001 high
        c -> s id=once effect=write retries=0 timeout=1s
        c -> s id=undeclared effect=write timeout=1s
        c -> s id=token effect=write retries=1 idempotency=token timeout=1s
        c -> s id=upsert effect=idempotent-write retries=1 timeout=1s
        c -> s id=read effect=read retries=1 timeout=1s
        s => q id=sent effect=write retries=1 timeout=1s              # FLAG REL-ID-001 high
        s => fifo id=deduplicated effect=write retries=1 timeout=1s
        q -> s id=delivered effect=write retries=3
        journey j path=retried class=hard importance=critical
        """);
  }

  @Test
  void eachFixRemovesIt() {
    Reviewed before =
        Reviewed.of("client c\nservice s\nc -> s id=l effect=write retries=2 timeout=1s");
    Finding finding = before.only(RULE);

    assertThat(finding.because().getFirst()).contains("tried up to 3 times");
    assertThat(finding.recommendations()).hasSize(3);
    for (Recommendation fix : finding.recommendations()) {
      assertThat(before.after(fix.edit()).of(RULE)).as(fix.title()).isEmpty();
    }
  }

  @Test
  void aTokenIsKeptForADayOrForAsLongAsRetriesLast() {
    assertThat(kept("timeout=1s retries=2")).isEqualTo("1d");
    assertThat(kept("timeout=none retries=2")).isEqualTo("1d");
    assertThat(kept("timeout=20h retries=2")).isEqualTo("60h");
  }

  private static String kept(String values) {
    Reviewed before = Reviewed.of("client c\nservice s\nc -> s id=l effect=write " + values);
    return before
        .after(before.only(RULE).recommendations().getFirst().edit())
        .design()
        .links()
        .get("l")
        .get(LinkAttributes.TOKEN_TTL)
        .orElseThrow()
        .text();
  }

  @Test
  void doubleWritesTakeNoJourneyDown() {
    Reviewed reviewed =
        Reviewed.of(
            """
            client c
            service s
            c -> s id=l effect=write retries=2 timeout=1s
            journey j path=l class=hard
            """);
    assertThat(reviewed.only(RULE).journeysLost()).isEmpty();
  }

  @Test
  void retriesOfNobodyKnowsWhatAreNotEnoughToJudge() {
    assertThat(Reviewed.of("client c\nservice s\nc -> s retries=2 timeout=1s").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
  }
}

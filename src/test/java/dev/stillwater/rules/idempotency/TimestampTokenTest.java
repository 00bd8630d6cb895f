package dev.stillwater.rules.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.EachFix;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class TimestampTokenTest {
  private static final TimestampToken RULE = new TimestampToken();

  @Test
  void tokensThatAreTimes() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s replicas=2
        queue q preset=sqs-standard
        worker w replicas=2
        c -> s id=time effect=write idempotency=token tokenSource=timestamp timeout=1s             # FLAG REL-ID-006 high
        c -> s id=made effect=write idempotency=token tokenSource=client timeout=1s
        c -> s id=usual effect=write idempotency=token timeout=1s
        c -> s id=unused effect=write tokenSource=timestamp timeout=1s
        q -> w id=record effect=write idempotency=dedup-store tokenSource=timestamp                # FLAG REL-ID-006 medium
        journey j path=time class=hard importance=critical
        """);
  }

  @Test
  void aTokenOfTheCallerRemovesIt() {
    EachFix.removes(
        RULE,
        "client c\nservice s\nc -> s id=l effect=write idempotency=token tokenSource=timestamp",
        "SetTokenSource(l, client)");
  }

  @Test
  void withoutTokensItDoesNotApply() {
    Reviewed reviewed = Reviewed.of("client c\nservice s\nc -> s effect=write");
    assertThat(reviewed.status(RULE).state()).isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }
}

package dev.stillwater.rules.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.EachFix;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class CheckThenActTest {
  private static final CheckThenAct RULE = new CheckThenAct();

  @Test
  void recordsApartFromTheirEffect() {
    Reviewed.expectFlags(
        RULE,
        """
        queue q preset=sqs-standard
        worker w replicas=2
        external x
        client c
        service s replicas=2
        q -> w id=apart effect=write idempotency=dedup-store dedupAtomic=false        # FLAG REL-ID-010 high
        q -> w id=together effect=write idempotency=dedup-store dedupAtomic=true
        q -> w id=undeclared effect=write idempotency=dedup-store
        q -> w id=token effect=write idempotency=token dedupAtomic=false
        q -> x id=outside effect=write idempotency=dedup-store dedupAtomic=false
        c -> s id=call effect=write idempotency=dedup-store dedupAtomic=false timeout=1s   # FLAG REL-ID-010 medium
        journey j path=apart class=soft importance=critical
        """);
  }

  @Test
  void oneTransactionRemovesIt() {
    EachFix.removes(
        RULE,
        "queue q\nworker w\nq -> w id=l effect=write idempotency=dedup-store dedupAtomic=false",
        "SetDedupAtomic(l)");
  }

  @Test
  void withoutARecordItDoesNotApply() {
    assertThat(Reviewed.of("queue q\nworker w\nq -> w idempotency=token").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }
}

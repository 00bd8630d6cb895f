package dev.stillwater.rules.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.LinkAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class RepeatingConsumerTest {
  private static final RepeatingConsumer RULE = new RepeatingConsumer();

  @Test
  void deliveriesThatMayComeTwice() {
    Reviewed.expectFlags(
        RULE,
        """
        queue q preset=sqs-standard
        queue undeclared replicas=2
        queue fifo preset=sqs-fifo
        topic lossy delivery=at-most-once replicas=2
        topic t preset=sns
        worker w replicas=2
        external x
        q -> w id=write effect=write                        # FLAG REL-ID-002 high
        undeclared -> x id=assumed effect=write             # FLAG REL-ID-002 high
        q -> w id=upsert effect=idempotent-write
        q -> w id=read effect=read
        q -> w id=recorded effect=write idempotency=dedup-store
        q -> w id=token effect=write idempotency=token
        fifo -> w id=once effect=write
        lossy -> w id=maybe effect=write
        t -> q id=onward effect=write
        """);
  }

  @Test
  void onACriticalJourneyItIsCritical() {
    Reviewed.expectFlags(
        RULE,
        """
        service s replicas=2
        queue q preset=sqs-standard
        worker w replicas=2
        s => q id=send effect=write timeout=1s
        q -> w id=take effect=write                # FLAG REL-ID-002 critical
        journey j path=send,take class=soft importance=critical
        """);
  }

  @Test
  void eachFixRemovesIt() {
    Reviewed before =
        Reviewed.of("queue q preset=sqs-standard\nworker w\nq -> w id=l effect=write");
    Finding finding = before.only(RULE);

    assertThat(finding.recommendations()).hasSize(2);
    for (Recommendation fix : finding.recommendations()) {
      assertThat(before.after(fix.edit()).of(RULE)).as(fix.title()).isEmpty();
    }
  }

  @Test
  void theRecordOutlivesRetentionAndDeadLetters() {
    Reviewed before =
        Reviewed.of(
            """
            queue q preset=sqs-standard dlq=dead
            queue dead preset=sqs-standard retention=14d
            worker w
            q -> w id=l effect=write
            """);
    assertThat(ttl(before)).isEqualTo("18d");
  }

  @Test
  void whereNobodyKnowsHowLongTheRecordHasNoEnd() {
    Reviewed before = Reviewed.of("queue q\nworker w\nq -> w id=l effect=write");
    assertThat(ttl(before)).isEqualTo("undeclared");
  }

  private static String ttl(Reviewed before) {
    return before
        .after(before.only(RULE).recommendations().getFirst().edit())
        .design()
        .links()
        .get("l")
        .get(LinkAttributes.TOKEN_TTL)
        .map(Object::toString)
        .orElse("undeclared");
  }

  @Test
  void anUndeclaredEffectIsNotEnoughToJudge() {
    assertThat(Reviewed.of("queue q\nworker w\nq -> w").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
  }

  @Test
  void itSaysWhetherTheDeliveryIsDeclared() {
    String design = "queue q%s\nworker w\nq -> w effect=write";
    assertThat(Reviewed.of(design.formatted("")).only(RULE).because().getFirst())
        .contains("q delivers at least once (as brokers usually do), ");
    assertThat(
            Reviewed.of(design.formatted(" delivery=at-least-once"))
                .only(RULE)
                .because()
                .getFirst())
        .contains("q delivers at least once, ");
  }
}

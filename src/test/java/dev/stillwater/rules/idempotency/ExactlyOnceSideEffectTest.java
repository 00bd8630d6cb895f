package dev.stillwater.rules.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.LinkAttributes;
import dev.stillwater.rules.EachFix;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class ExactlyOnceSideEffectTest {
  private static final ExactlyOnceSideEffect RULE = new ExactlyOnceSideEffect();

  @Test
  void writesBehindABrokerThatDeliversOnce() {
    Reviewed.expectFlags(
        RULE,
        """
        queue fifo preset=sqs-fifo
        queue q preset=sqs-standard
        worker w replicas=2
        worker other replicas=2
        service s replicas=2
        external x
        relational-db db replicas=2 replication=sync backup=true
        fifo -> w id=take effect=write
        q -> other id=also effect=write idempotency=dedup-store
        w -> x id=charge effect=write timeout=1s              # FLAG REL-ID-003 medium
        w -> db id=save effect=write timeout=1s               # FLAG REL-ID-003 medium
        w -> db id=upsert effect=idempotent-write timeout=1s
        w -> db id=load effect=read timeout=1s
        w -> x id=keyed effect=write idempotency=token timeout=1s
        w -> s id=inner effect=write timeout=1s
        other -> x id=mail effect=write timeout=1s
        """);
  }

  @Test
  void onACriticalJourneyItIsHigh() {
    Reviewed.expectFlags(
        RULE,
        """
        queue fifo preset=sqs-fifo
        worker w replicas=2
        external x
        fifo -> w id=take effect=write
        w -> x id=charge effect=write timeout=1s              # FLAG REL-ID-003 high
        journey j path=take,charge class=soft importance=critical
        """);
  }

  @Test
  void undrawnIntermediariesAreLookedThrough() {
    Reviewed reviewed =
        Reviewed.of(
            """
            service s replicas=2
            service w replicas=2
            external x
            s -> w id=hand coupling=loose-async via=sqs-fifo effect=write timeout=1s
            w -> x id=charge coupling=loose-sync effect=write timeout=1s
            """);
    assertThat(reviewed.only(RULE).key()).isEqualTo("REL-ID-003@charge@hand");
  }

  @Test
  void eachDeliveryIsAFindingOfItsOwn() {
    Reviewed reviewed =
        Reviewed.of(
            """
            queue one preset=sqs-fifo
            queue two preset=sqs-fifo
            worker w
            external x
            one -> w id=a effect=write
            two -> w id=b effect=write
            w -> x id=charge effect=write timeout=1s
            """);
    assertThat(reviewed.of(RULE).stream().map(Finding::key))
        .containsExactly("REL-ID-003@charge@a", "REL-ID-003@charge@b");
    assertThat(reviewed.of(RULE).stream().map(Finding::detail)).containsExactly("a", "b");
  }

  @Test
  void manyDeliveriesAreToldApartOnlyUpToTen() {
    StringBuilder text = new StringBuilder("queue q preset=sqs-fifo\nworker w\nexternal x\n");
    for (int i = 0; i < 20; i++) {
      text.append("q -> w id=d").append(i).append('\n');
    }
    text.append("w -> x effect=write");
    assertThat(Reviewed.of(text.toString()).of(RULE)).hasSize(10);
  }

  @Test
  void eachFixRemovesItAndAStoreMayRecordItself() {
    EachFix.removes(
        RULE,
        "queue q preset=sqs-fifo\nworker w\nexternal x\nq -> w\nw -> x id=l effect=write",
        "SetIdempotency(l, token)",
        "SetEffect(l, idempotent-write)");
    EachFix.removes(
        RULE,
        "queue q preset=sqs-fifo\nworker w\nrelational-db d\nq -> w\nw -> d id=l effect=write",
        "SetIdempotency(l, token)",
        "SetIdempotency(l, dedup-store)",
        "SetEffect(l, idempotent-write)");
  }

  @Test
  void theTokenIsKeptAsLongAsAMessageCanComeAgain() {
    Reviewed after =
        EachFix.best(
            RULE,
            """
            queue q preset=sqs-fifo dlq=dead
            queue dead preset=sqs-fifo retention=14d
            worker w
            external x
            q -> w
            w -> x id=l effect=write
            """);
    assertThat(after.design().links().get("l").get(LinkAttributes.TOKEN_TTL))
        .hasValueSatisfying(kept -> assertThat(kept.text()).isEqualTo("18d"));
  }

  @Test
  void anUndeclaredEffectIsNotEnoughToJudge() {
    assertThat(
            Reviewed.of("queue q preset=sqs-fifo\nworker w\nexternal x\nq -> w\nw -> x")
                .status(RULE)
                .state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
  }

  @Test
  void onlyDeliveriesOfABrokerDeliverOnce() {
    assertThat(
            Reviewed.of(
                    """
                    queue q preset=sqs-fifo
                    service s
                    worker w
                    external x
                    q -> s id=take effect=write idempotency=dedup-store
                    s -> w id=call effect=write timeout=1s
                    w -> x id=charge effect=write timeout=1s
                    """)
                .of(RULE))
        .isEmpty();
  }
}

package dev.stillwater.rules.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.EachFix;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class DualWriteTest {
  private static final DualWrite RULE = new DualWrite();

  @Test
  void changesAndMessagesInTwoSteps() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service s replicas=2
        service reader replicas=2
        service hand replicas=2
        relational-db d replicas=2 replication=sync backup=true
        queue q preset=sqs-standard
        external x
        cache k replicas=2
        s -> d id=save effect=write timeout=1s
        s -> q id=tell effect=write timeout=1s                        # FLAG REL-DA-001 high
        s -> q id=undeclared timeout=1s                               # FLAG REL-DA-001 high
        s -> q id=outbox effect=write timeout=1s outbox=true
        s -> q id=lossy effect=write timeout=1s lossOk=true
        s => hand id=hand-over effect=write timeout=1s
        reader -> d id=load effect=read timeout=1s
        reader -> q id=only effect=write timeout=1s
        hand -> x id=call effect=write timeout=1s
        hand -> k id=note effect=write timeout=1s
        hand -> q id=also effect=write timeout=1s
        c -> q id=from-outside effect=write timeout=1s
        """);
  }

  @Test
  void anUpsertIsAChangeAndACriticalJourneyRaisesIt() {
    Reviewed.expectFlags(
        RULE,
        """
        service s replicas=2
        relational-db d replicas=2 replication=sync backup=true
        topic t preset=sns
        s -> d id=save effect=idempotent-write timeout=1s
        s -> t id=tell effect=write timeout=1s                        # FLAG REL-DA-001 critical
        journey j path=tell class=soft importance=critical
        """);
  }

  @Test
  void anAnnotatedQueueIsASend() {
    Finding finding =
        Reviewed.of(
                """
                service s
                service t
                relational-db d
                s -> d effect=write
                s -> t id=l coupling=loose-async effect=write
                """)
            .only(RULE);
    assertThat(finding.subject()).isEqualTo("l");
    assertThat(finding.message())
        .isEqualTo("When s dies between two writes, d and the queue on l disagree for good");
  }

  @Test
  void eachFixRemovesIt() {
    EachFix.removes(
        RULE,
        "service s\nrelational-db d\nqueue q\ns -> d effect=write\ns -> q id=l effect=write",
        "AddOutbox(l)",
        "SetLossOk(l)");
  }

  @Test
  void withoutAChangeItDoesNotApply() {
    assertThat(Reviewed.of("service s\nqueue q\ns -> q effect=write").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }
}

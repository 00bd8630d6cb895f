package dev.stillwater.rules.coupling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.LinkAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class PushedSubscriptionTest {
  private static final PushedSubscription RULE = new PushedSubscription();

  @Test
  void onlyPushesWithoutADeadLetterQueueAreDropped() {
    Reviewed.expectFlags(
        RULE,
        """
        topic t preset=sns dlq=dead
        event-bus bus preset=eventbridge
        stream s preset=kinesis
        queue q preset=sqs-standard
        queue dead preset=sqs-standard
        service a
        external x
        worker w
        function f
        t -> a id=ta                          # FLAG REL-LC-009 medium
        bus -> x id=bx                        # FLAG REL-LC-009 high
        t -> x id=tx dlq=dead
        t -> q id=tq
        t -> w id=tw
        bus -> f id=bf
        s -> a id=sa
        q -> a id=qa
        journey j path=bx importance=critical
        """);
  }

  @Test
  void anAnnotatedTopicPushesToo() {
    Reviewed before =
        Reviewed.of(
            """
            service a
            service b
            a -> b id=l coupling=loose-async via=sns effect=write need=later
            """);
    Finding finding = before.only(RULE);

    assertThat(finding.key()).isEqualTo("REL-LC-009@l");
    assertThat(before.after(finding.recommendations().getFirst().edit()).of(RULE)).isEmpty();
  }

  @Test
  void aQueueOrADeadLetterQueueKeepsTheMessage() {
    Reviewed before =
        Reviewed.of("topic t preset=sns\nservice a\nt -> a id=ta effect=idempotent-write\n");
    Finding finding = before.only(RULE);

    assertThat(finding.recommendations())
        .extracting(it -> it.edit().signature())
        .containsExactly("InsertQueue(ta)", "SetDlq(ta)");
    assertThat(finding.recommendations().getFirst().choice()).startsWith("A queue behind it");
    finding.recommendations().forEach(it -> assertThat(before.after(it.edit()).of(RULE)).isEmpty());
    assertThat(
            before
                .after(finding.recommendations().getLast().edit())
                .design()
                .links()
                .get("ta")
                .get(LinkAttributes.DLQ))
        .contains("ta-dlq");
  }

  @Test
  void itSaysWhenABusAndATopicGiveUp() {
    String design = "%s t\nservice a\nt -> a";
    assertThat(Reviewed.of(design.formatted("topic")).only(RULE).because().getFirst())
        .contains("the topic gives up after its retries");
    assertThat(Reviewed.of(design.formatted("event-bus")).only(RULE).because().getFirst())
        .contains("the bus gives up after its retries");
  }
}

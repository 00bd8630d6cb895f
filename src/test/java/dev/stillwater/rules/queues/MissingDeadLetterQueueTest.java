package dev.stillwater.rules.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class MissingDeadLetterQueueTest {
  private static final MissingDeadLetterQueue RULE = new MissingDeadLetterQueue();

  @Test
  void brokersThatHaveNowhereToPutWhatFails() {
    Reviewed.expectFlags(
        RULE,
        """
        queue q preset=sqs-standard                      # FLAG REL-QU-001 medium
        stream s preset=kinesis                          # FLAG REL-QU-001 medium
        event-bus b preset=eventbridge                   # FLAG REL-QU-001 medium
        topic t preset=sns                               # FLAG REL-QU-001 medium
        queue own preset=sqs-standard dlq=dead
        queue dead preset=sqs-standard
        queue by-link preset=sqs-standard
        queue half preset=sqs-standard                   # FLAG REL-QU-001 medium
        topic lossy delivery=at-most-once replicas=2
        queue unread preset=sqs-standard
        workflow w managed=true
        worker x replicas=2
        worker y replicas=2
        q -> x effect=read
        s -> x effect=read
        b -> x effect=read
        t -> x effect=read
        own -> x effect=read
        dead -> x effect=read
        by-link -> x effect=read dlq=dead
        half -> x effect=read dlq=dead
        half -> y effect=read
        lossy -> x effect=read
        w -> x effect=read timeout=1s
        """);
  }

  @Test
  void aTopicThatOnlyFeedsQueuesOfItsAccountRatesLow() {
    Reviewed.expectFlags(
        RULE,
        """
        zone ours kind=account
        zone theirs kind=account
        topic near preset=sns zones=ours             # FLAG REL-QU-001 low
        topic far preset=sns zones=theirs            # FLAG REL-QU-001 medium
        topic mixed preset=sns                       # FLAG REL-QU-001 medium
        queue q preset=sqs-standard zones=ours
        worker w replicas=2
        near -> q effect=read
        far -> q effect=read
        mixed -> q effect=read
        mixed -> w effect=read
        """);
  }

  @Test
  void anAnnotatedQueueIsAskedForOneOnItsLink() {
    Reviewed before =
        Reviewed.of(
            """
            service s replicas=2
            service t replicas=2
            s -> t id=l effect=idempotent-write coupling=loose-async via=sqs-standard timeout=1s
            """);
    Finding finding = before.only(RULE);
    assertThat(finding.subject()).isEqualTo("l");

    Reviewed after = before.after(finding.recommendations().getFirst().edit());
    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().links().get("l").get(LinkAttributes.DLQ)).contains("l-dlq");
  }

  @Test
  void theDeadLetterQueueKeepsForTwoWeeksAfterFiveTries() {
    Reviewed before =
        Reviewed.of(
            "queue q preset=sqs-fifo\nworker w\nq -> w effect=idempotent-write ordered=true");
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("q").attributes().toPlain())
        .containsEntry("maxReceives", 5L)
        .containsEntry("dlq", "q-dlq");
    assertThat(after.design().components().get("q-dlq").attributes().toPlain())
        .containsEntry("preset", "sqs-fifo")
        .containsEntry("retention", "14d");
    assertThat(after.design().components().get("q-dlq").get(ComponentAttributes.DLQ)).isEmpty();
  }

  @Test
  void aQueueOfDeadLettersNeedsNoneWhoeverNamesIt() {
    Reviewed.expectFlags(
        RULE,
        """
        queue a preset=sqs-standard dlq=named-by-a-queue
        queue b preset=sqs-standard
        queue named-by-a-queue preset=sqs-standard
        queue named-by-a-link preset=sqs-standard
        queue named-by-nobody preset=sqs-standard          # FLAG REL-QU-001 medium
        worker w replicas=2
        a -> w effect=read
        b -> w effect=read dlq=named-by-a-link
        named-by-a-queue -> w effect=read
        named-by-a-link -> w effect=read
        named-by-nobody -> w effect=read
        """);
  }

  @Test
  void itSaysWhenAMessageIsGivenUp() {
    String design = "queue q%s\nworker w\nq -> w effect=read";
    assertThat(Reviewed.of(design.formatted(" retention=4d")).only(RULE).because().getFirst())
        .contains("tried until it expires after 4 d, and");
    assertThat(Reviewed.of(design.formatted("")).only(RULE).because().getFirst())
        .contains("tried until it expires, and");
  }
}

package dev.stillwater.rules.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class OversizedMessageTest {
  private static final OversizedMessage RULE = new OversizedMessage();

  @Test
  void theSmallestLimitOnTheWayCounts() {
    Reviewed.expectFlags(
        RULE,
        """
        service s
        queue q preset=sqs-standard
        queue small maxBytes=1000
        queue any
        topic t preset=sns
        event-bus bus preset=eventbridge
        event-bus one
        event-bus two
        api-gateway gate preset=apigw-rest
        object-store store preset=s3
        worker w
        s -> q id=fits payload=1048576
        s -> q id=over payload=1048577               # FLAG REL-QU-011 high
        s -> any id=unlimited payload=9e9
        s -> q id=unknown
        s -> bus id=behind payload=300000            # FLAG REL-QU-011 critical
        s -> gate id=upload payload=20000000         # FLAG REL-QU-011 high
        s -> store id=put payload=20000000
        s -> one id=circle payload=2000              # FLAG REL-QU-011 high
        bus -> t id=on
        t -> q id=smaller payload=100
        t -> small id=cut payload=100
        one -> two
        two -> one id=back
        two -> small id=last
        q -> w
        journey j path=behind importance=critical
        """);
  }

  @Test
  void itNamesWhatIsNarrowest() {
    Finding finding =
        Reviewed.of(
                """
                service s
                event-bus bus preset=eventbridge
                topic t preset=sns
                s -> bus id=l payload=300000
                bus -> t
                """)
            .only(RULE);
    assertThat(finding.message()).isEqualTo("l carries more than t takes");
    assertThat(finding.because().getFirst()).contains("300,000 bytes", "t takes 262,144");
    assertThat(finding.components()).containsExactly("s", "bus", "t");
  }

  @Test
  void thePayloadGoesThroughAStore() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            service s
            queue q preset=sqs-standard
            worker w
            c -> s id=in
            s -> q id=l payload=2000000 rate=3 timeout=400ms
            q -> w id=m
            journey j path=in,l,m class=soft
            """);
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    Design design = after.design();
    assertThat(design.components().get("l-payloads").kind()).isEqualTo(ComponentKind.OBJECT_STORE);
    assertThat(design.links().get("l").attributes().toPlain()).containsEntry("payload", 1024L);
    assertThat(design.links().get("s>l-payloads").attributes().toPlain())
        .containsEntry("payload", 2000000L)
        .containsEntry("effect", "idempotent-write")
        .containsEntry("need", "ack-now")
        .containsEntry("rate", 3L)
        .containsEntry("timeout", "400ms");
    assertThat(design.links().get("w>l-payloads").attributes().toPlain())
        .containsOnlyKeys("timeout", "payload");
    assertThat(design.journeys().get("j").namedLinks())
        .containsExactly("in", "l", "s>l-payloads", "m", "w>l-payloads");
  }

  @Test
  void behindABrokerThoseWhoSendToItUseTheStore() {
    Reviewed before =
        Reviewed.of(
            """
            service a
            service b
            topic t
            queue q maxBytes=500
            worker w
            a -> t id=x
            b -> t id=y payload=9000
            t -> q id=l payload=9000
            q -> w id=m payload=8000
            """);
    Finding finding = before.find("REL-QU-011@l").orElseThrow();
    Reviewed after = before.after(finding.recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().links().ids())
        .contains("a>l-payloads", "b>l-payloads", "w>l-payloads")
        .doesNotContain("t>l-payloads", "q>l-payloads");
    for (String message : List.of("y", "l", "m")) {
      assertThat(after.design().links().get(message).attributes().toPlain())
          .containsEntry("payload", 500L);
    }
  }

  @Test
  void anAnnotatedQueueHasALimitToo() {
    Reviewed before =
        Reviewed.of(
            """
            service s
            worker w
            s -> w id=l effect=write coupling=loose-async via=sqs-standard payload=2000000
            """);
    assertThat(before.only(RULE).subject()).isEqualTo("l");
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().links().ids()).contains("s>l-payloads", "w>l-payloads");
  }

  @Test
  void withoutPayloadThereIsNothingToExamine() {
    assertThat(Reviewed.of("service s\nqueue q preset=sqs-standard\ns -> q").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }

  @Test
  void aMessageThatFitsIsPassedOnAndAConsumerIsNoBroker() {
    Reviewed.expectFlags(
        RULE,
        """
        service s
        queue q maxBytes=2000
        worker w
        external e maxBytes=10
        s -> q id=fits payload=2000
        q -> e id=delivered
        q -> w id=heavy payload=9000
        """);
  }

  @Test
  void theLimitOfTheFirstBrokerIsNamedWhereBothTakeAsMuch() {
    Finding finding =
        Reviewed.of(
                """
                service s
                topic t maxBytes=100
                queue q maxBytes=100
                s -> t id=l payload=101
                t -> q
                """)
            .only(RULE);
    assertThat(finding.message()).isEqualTo("l carries more than t takes");
  }
}

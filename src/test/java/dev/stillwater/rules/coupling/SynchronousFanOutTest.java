package dev.stillwater.rules.coupling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Design;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class SynchronousFanOutTest {
  private static final SynchronousFanOut RULE = new SynchronousFanOut();

  private static final String CHECKOUT =
      """
      client shopper
      service order replicas=2 concurrency=50 p99=40ms
      service email replicas=2 p99=1500ms
      service loyalty replicas=2 p99=200ms
      external analytics p99=300ms
      shopper -> order id=checkout rate=50 timeout=10s need=result-now effect=write
      order -> email id=mail need=later effect=write description="the receipt"
      order -> loyalty id=points need=ack-now effect=write timeout=2s calls=0.5
      order -> analytics id=track need=later effect=idempotent-write timeout=1s dependency=soft
      journey place-order path=checkout,mail,points class=hard importance=critical
      """;

  @Test
  void twoDifferentCalleesMakeAFanOut() {
    Reviewed.expectFlags(
        RULE,
        """
        service two replicas=2                     # FLAG REL-LC-003 medium
        service same replicas=2
        service mixed replicas=2
        service a replicas=2
        service b replicas=2
        relational-db db replicas=2
        cache near replicas=2
        two -> a effect=write need=later timeout=1s
        two -> b effect=write need=ack-now timeout=1s
        same -> a id=once effect=write need=later timeout=1s
        same -> a id=twice effect=write need=later timeout=1s
        mixed -> a effect=write need=later timeout=1s
        mixed -> b effect=write need=result-now timeout=1s
        mixed -> db effect=write need=ack-now timeout=1s
        mixed -> near effect=write need=ack-now timeout=1s
        """);
  }

  @Test
  void calleesAreListedOnceInTheOrderOfTheirIds() {
    Finding finding =
        Reviewed.of(
                """
                service s replicas=2
                service b replicas=2
                service a replicas=2
                s -> b id=x effect=write need=later timeout=1s
                s -> b id=y effect=write need=later timeout=1s
                s -> a id=z effect=write need=later timeout=1s
                """)
            .only(RULE);

    assertThat(finding.detail()).isEqualTo("a,b");
    assertThat(finding.message())
        .isEqualTo("s calls a and b one by one although nobody waits for them");
    assertThat(finding.links()).containsExactly("x", "y", "z");
  }

  @Test
  void aTopicTakesAllOfThemOffTheCaller() {
    Reviewed before = Reviewed.of(CHECKOUT);
    Finding finding = before.only(RULE);
    assertThat(finding.journeysLost()).containsExactly("place-order");
    Reviewed after = before.after(finding.recommendations().getFirst().edit());
    Design design = after.design();

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.of(new UnawaitedCall())).isEmpty();
    assertThat(after.context().stillLost(finding)).isEmpty();
    assertThat(design.components().ids())
        .contains("order-events", "order-events-dlq", "mail-queue", "points-queue", "track-queue");
    assertThat(design.links().get("mail").from()).isEqualTo("mail-queue");
    assertThat(design.links().get("mail").get(LinkAttributes.DESCRIPTION)).contains("the receipt");
    assertThat(design.journeys().get("place-order").namedLinks())
        .containsExactly(
            "checkout",
            "order>order-events",
            "order-events>mail-queue",
            "mail",
            "order-events>points-queue",
            "points");
  }

  @Test
  void subscribersGetAsManyMessagesAsTheyGotCalls() {
    Reviewed before = Reviewed.of(CHECKOUT);
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    for (String callee : new String[] {"email", "loyalty", "analytics"}) {
      assertThat(inflow(after, callee)).as(callee).isEqualTo(inflow(before, callee));
    }
  }

  private static double inflow(Reviewed reviewed, String component) {
    return reviewed.context().load().inflow(reviewed.context().graph().node(component));
  }

  @Test
  void consumersDoNotBecomeIdempotentByIt() {
    Reviewed before = Reviewed.of(CHECKOUT);
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.find("REL-ID-002@mail")).isPresent();
    assertThat(after.find("REL-ID-002@points")).isPresent();
    assertThat(after.find("REL-ID-002@track")).isEmpty();
  }

  @Test
  void thePatternFollowsFromOwnersAndOrder() {
    assertThat(first(CHECKOUT)).isEqualTo("ReplaceFanoutWithTopic(order)");
    assertThat(
            first(
                CHECKOUT
                    .replace("service email", "service email owner=mailing")
                    .replace("service loyalty", "service loyalty owner=crm")))
        .isEqualTo("ReplaceFanoutWithTopic(order, eventbridge)");
    assertThat(first(CHECKOUT.replace("id=points", "id=points ordered=true")))
        .isEqualTo("ReplaceFanoutWithTopic(order, kinesis)");
  }

  private static String first(String design) {
    return Reviewed.of(design).only(RULE).recommendations().getFirst().edit().signature();
  }

  @Test
  void aSubscriberThatCannotKeepUpIsScaledFirst() {
    String slow =
        CHECKOUT.replace("service email replicas=2", "service email replicas=2 capacity=9");
    Reviewed before = Reviewed.of(slow);

    assertThat(first(slow)).isEqualTo("ScaleOut(email, 9) + ReplaceFanoutWithTopic(order)");
    assertThat(before.after(before.only(RULE).recommendations().getFirst().edit()).of(RULE))
        .isEmpty();
  }

  @Test
  void whoTellsNobodyIsNotExamined() {
    assertThat(state("service a\nservice b\na -> b effect=write need=result-now"))
        .isEqualTo(RuleStatus.State.PASSED);
    assertThat(state("service a\nservice b\na -> b")).isEqualTo(RuleStatus.State.NOT_APPLICABLE);
    assertThat(state("service a\nrelational-db b\na -> b effect=write"))
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
    assertThat(state("client a\nservice b\na -> b effect=write"))
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }

  private static RuleStatus.State state(String design) {
    return Reviewed.of(design).status(RULE).state();
  }

  @Test
  void scalingComesInFromTheRateThatFillsASubscriber() {
    String design = CHECKOUT.replace("service email replicas=2", "service email capacity=%s");
    assertThat(signatures(design.formatted(51))).containsExactly("ReplaceFanoutWithTopic(order)");
    assertThat(signatures(design.formatted(50)))
        .containsExactly("ScaleOut(email, 2) + ReplaceFanoutWithTopic(order)");
  }

  private static List<String> signatures(String design) {
    return Reviewed.of(design).only(RULE).recommendations().stream()
        .map(it -> it.edit().signature())
        .toList();
  }
}

package dev.stillwater.edits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Design;
import dev.stillwater.model.Link;
import dev.stillwater.testing.DesignFixture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StructuralEditsTest {
  private static Design design(String text) {
    return DesignFixture.parse(text).design();
  }

  private static Map<String, Object> values(Design design, String link) {
    return design.links().get(link).attributes().toPlain();
  }

  @Test
  void aBalancerForwardsWhatTheCallerSent() {
    Design before =
        design(
            """
            service a
            service b replicas=2
            a -> b id=l mode=sync need=result-now effect=write timeout=3s retries=1 idempotency=token dependency=soft clientLb=true bulkhead=9
            """);
    Design after = InsertLoadBalancer.on(before, before.links().get("l")).apply(before);

    assertThat(values(after, "l"))
        .containsOnlyKeys(
            "need", "effect", "timeout", "retries", "idempotency", "dependency", "bulkhead");
    assertThat(values(after, "b-lb>b"))
        .containsExactly(
            Map.entry("need", "result-now"),
            Map.entry("effect", "write"),
            Map.entry("timeout", "2.4s"),
            Map.entry("idempotency", "token"),
            Map.entry("dependency", "soft"));
  }

  @Test
  void aSharedBalancerKnowsTheStrongestEffect() {
    Design before =
        design(
            """
            service a
            load-balancer lb preset=alb
            service b replicas=2
            lb -> b id=forward effect=read
            a -> b id=l effect=write
            """);
    Design after = InsertLoadBalancer.on(before, before.links().get("l")).apply(before);

    assertThat(after.components()).isEqualTo(before.components());
    assertThat(after.links().get("l").to()).isEqualTo("lb");
    assertThat(values(after, "forward")).containsEntry("effect", "write");
  }

  @Test
  void aBalancerThatServesOthersIsNotShared() {
    Design before =
        design(
            """
            service a
            load-balancer lb preset=alb
            service b replicas=2
            service other
            lb -> b id=forward
            lb -> other id=also
            a -> b id=l
            """);
    Design after = InsertLoadBalancer.on(before, before.links().get("l")).apply(before);

    assertThat(after.links().get("l").to()).isEqualTo("b-lb");
  }

  @Test
  void aBalancerThatIsAloneItselfIsNotShared() {
    Design before =
        design(
            """
            service a
            load-balancer lb
            service b replicas=2
            lb -> b id=forward
            a -> b id=l
            """);
    Design after = InsertLoadBalancer.on(before, before.links().get("l")).apply(before);

    assertThat(after.links().get("l").to()).isEqualTo("b-lb");
  }

  @Test
  void theTopicPublishesWithTheCareOfAllCalls() {
    Design before =
        design(
            """
            service s
            service a p99=100ms
            external b
            s -> a id=x need=later effect=idempotent-write timeout=2s retries=1 idempotency=token lossOk=true payload=10 calls=0.2
            s -> b id=y need=ack-now effect=write timeout=1s retries=3 backoff=exp jitter=true idempotency=token lossOk=true payload=20 dependency=soft
            """);
    Design after = new ReplaceFanoutWithTopic("s", "s", List.of("a", "b")).apply(before);

    assertThat(values(after, "s>s-events"))
        .containsExactly(
            Map.entry("need", "ack-now"),
            Map.entry("effect", "write"),
            Map.entry("timeout", "1s"),
            Map.entry("retries", 3L),
            Map.entry("backoff", "exp"),
            Map.entry("jitter", true),
            Map.entry("idempotency", "token"),
            Map.entry("lossOk", true),
            Map.entry("payload", 20L));
    assertThat(values(after, "s-events>x-queue"))
        .containsExactly(
            Map.entry("effect", "idempotent-write"),
            Map.entry("calls", 0.2),
            Map.entry("payload", 10L));
    assertThat(values(after, "y"))
        .containsExactly(
            Map.entry("effect", "write"),
            Map.entry("idempotency", "token"),
            Map.entry("dependency", "soft"),
            Map.entry("lossOk", true),
            Map.entry("payload", 20L));
    assertThat(after.components().get("x-queue").attributes().toPlain())
        .containsEntry("visibility", "600ms")
        .containsEntry("dlq", "s-events-dlq");
  }

  @Test
  void aHandOverToComputeBecomesACall() {
    Design before = design("service a\nworker b\na => b id=l need=later outbox=true effect=write");
    Design after = new ReplaceAsyncHop("l", Optional.empty(), "a", "b").apply(before);
    assertThat(values(after, "l"))
        .containsExactly(
            Map.entry("mode", "sync"),
            Map.entry("need", "result-now"),
            Map.entry("effect", "write"));
  }

  @Test
  void theConsumersRecordOfRepeatsMovesToTheCall() {
    Design before =
        design(
            """
            service a
            queue q dlq=d
            queue d
            queue other dlq=d
            worker b
            a => q id=l effect=write
            q -> b id=m effect=write idempotency=dedup-store tokenTtl=5d
            """);
    Design after = new ReplaceAsyncHop("l", Optional.of("m"), "a", "b").apply(before);

    assertThat(after.components().ids()).containsExactly("a", "d", "other", "b");
    assertThat(after.links().ids()).containsExactly("l");
    assertThat(values(after, "l"))
        .containsEntry("idempotency", "dedup-store")
        .containsEntry("tokenTtl", "5d");
  }

  @Test
  void aJourneyByEntryIsSplitAtItsReach() {
    Design before =
        design(
            """
            client c
            service a
            queue q
            worker w
            key-value-store db
            c -> a id=in
            a => q id=send need=result-now
            q -> w id=take
            w -> db id=store
            a -> db id=load
            journey j entry=in class=hard
            """);
    Design after = new SplitJourneyAtAck("send", "j", "j").apply(before);

    assertThat(after.journeys().get("j").namedLinks()).containsExactly("in");
    assertThat(after.journeys().get("j-completion").namedLinks())
        .containsExactly("send", "take", "store");
    assertThat(values(after, "send")).containsEntry("need", "ack-now");
  }

  @Test
  void replicasKeepAJobThatHasThem() {
    Design two = design("service a replicas=2\nclient c\nc -> a id=l");
    assertThat(AddReplicas.of(two.components().get("a")).apply(two)).isSameAs(two);
  }

  @Test
  void whatHasADeadLetterQueueGetsNoSecond() {
    Design before = design("queue q dlq=d\nqueue d\nservice s");
    assertThat(new AddDlq("q", false, "q").apply(before)).isSameAs(before);
    assertThat(new AddDlq("s", false, "s").apply(before)).isSameAs(before);
    Design linked = design("service a\nservice b\na -> b id=l").with(new Link("m", "a", "b"));
    assertThat(new AddDlq("l", true, "l").apply(linked)).isSameAs(linked);
  }

  @Test
  void aGatewayHandsOverAndReadsTheStatusItself() {
    Design before =
        design(
            """
            client c
            api-gateway g preset=apigw-rest
            worker w p99=40s
            c -> g id=in
            g -> w id=l need=result-now effect=write timeout=20s retries=1 ordered=true
            journey j path=in,l class=hard
            journey k entry=in class=hard
            """);
    AsyncRequestReply edit = AsyncRequestReply.on(before, before.links().get("l")).orElseThrow();
    Design after = edit.apply(before);

    assertThat(edit.apply(after)).isEqualTo(after);
    assertThat(after.components().ids())
        .containsExactlyInAnyOrder("c", "g", "w", "l-queue", "l-dlq", "l-status");
    assertThat(values(after, "l"))
        .containsExactly(
            Map.entry("need", "ack-now"),
            Map.entry("effect", "write"),
            Map.entry("timeout", "20s"),
            Map.entry("retries", 1L));
    assertThat(values(after, "l-queue>w"))
        .containsExactly(Map.entry("effect", "write"), Map.entry("ordered", true));
    assertThat(values(after, "g>l-status")).containsEntry("effect", "read");
    assertThat(values(after, "w>l-status")).containsEntry("effect", "idempotent-write");
    assertThat(after.journeys().ids()).containsExactly("j", "k", "j-completion");
  }

  @Test
  void onlyRoutersGiveReceiptsForWhatTakesWork() {
    Design before =
        design(
            """
            api-gateway g
            service s
            relational-db d
            queue q
            g -> d id=store
            g -> q id=send
            s -> s id=self
            g -> s id=annotated coupling=loose-async
            """);
    for (Link link : before.links()) {
      assertThat(AsyncRequestReply.on(before, link)).as(link.id()).isEmpty();
    }
  }
}

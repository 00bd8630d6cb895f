package dev.stillwater.edits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Design;
import dev.stillwater.model.Ids;
import dev.stillwater.model.Link;
import dev.stillwater.testing.DesignFixture;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InsertQueueTest {
  private static Design apply(Design design, String link) {
    return InsertQueue.on(design, design.links().get(link)).apply(design);
  }

  private static Map<String, Object> values(Design design, String link) {
    return design.links().get(link).attributes().toPlain();
  }

  @Test
  void valuesGoToTheHalfThatTheySpeakOf() {
    Design design =
        DesignFixture.parse(
                """
                service order
                worker email p99=1500ms
                order -> email id=mail mode=sync need=later effect=write calls=0.5 timeout=2s retries=2 idempotency=token tokenTtl=24h bulkhead=20 maxConcurrency=5 payload=2000 clientLb=true dependency=soft description="the receipt"
                """)
            .design();
    Design queued = apply(design, "mail");

    assertThat(values(queued, "mail"))
        .containsOnlyKeys(
            "description",
            "need",
            "effect",
            "calls",
            "timeout",
            "retries",
            "idempotency",
            "tokenTtl",
            "dependency",
            "bulkhead",
            "payload");
    assertThat(values(queued, "mail-queue>email"))
        .containsOnlyKeys(
            "effect", "idempotency", "tokenTtl", "dependency", "maxConcurrency", "payload");
    assertThat(queued.components().get("mail-queue").attributes().toPlain())
        .containsExactly(
            Map.entry("preset", "sqs-standard"),
            Map.entry("visibility", "9s"),
            Map.entry("maxReceives", 5L),
            Map.entry("dlq", "mail-dlq"));
    assertThat(queued.components().get("mail-dlq").attributes().toPlain())
        .containsExactly(Map.entry("preset", "sqs-standard"), Map.entry("retention", "14d"));
  }

  @Test
  void theConsumerDoesNotBecomeIdempotent() {
    Design design =
        DesignFixture.parse("service a\nservice b\na -> b effect=write need=later").design();
    assertThat(values(apply(design, "a>b"), "a-b-queue>b")).containsOnlyKeys("effect");
  }

  @Test
  void aLinkThatNeedsOrderGetsAQueueThatKeepsIt() {
    Design queued =
        apply(
            DesignFixture.parse("service a\nservice b\na -> b id=l effect=write ordered=true")
                .design(),
            "l");
    assertThat(queued.components().get("l-queue").attributes().toPlain())
        .containsEntry("preset", "sqs-fifo");
    assertThat(queued.components().get("l-dlq").attributes().toPlain())
        .containsEntry("preset", "sqs-fifo");
    assertThat(values(queued, "l-queue>b")).containsEntry("ordered", true);
    assertThat(values(queued, "l")).doesNotContainKey("ordered");
  }

  @Test
  void theVisibilityFactorIsASetting() {
    Design queued =
        apply(
            DesignFixture.parse(
                    "settings visibilityFactor=2\nservice a\nservice b p99=1s\na -> b id=l")
                .design(),
            "l");
    assertThat(queued.components().get("l-queue").attributes().toPlain())
        .containsEntry("visibility", "2s");
  }

  @Test
  void namesThatAreTakenGetANumber() {
    Design queued =
        apply(
            DesignFixture.parse(
                    "service mail-queue\nservice b\nmail-queue -> b id=mail\njourney mail-dlq path=mail")
                .design(),
            "mail");
    assertThat(queued.components().ids())
        .containsExactly("mail-queue", "b", "mail-queue-2", "mail-dlq-2");
  }

  @Test
  void idsStayLegalHoweverLongTheyWere() {
    String a = "a".repeat(100);
    String b = "b".repeat(100);
    Design design = DesignFixture.parse("service " + a + "\nservice " + b).design();
    Design queued = apply(design.with(new Link("l".repeat(100), a, b)), "l".repeat(100));

    assertThat(queued.components().ids()).hasSize(4).allMatch(Ids::legal);
    assertThat(queued.links().ids()).hasSize(2).allMatch(Ids::legal);
  }

  @Test
  void journeysGoThroughTheQueue() {
    Design queued =
        apply(
            DesignFixture.parse(
                    """
                    client c
                    service a
                    service b
                    c -> a id=in
                    a -> b id=l
                    b -> a id=back
                    journey listed path=in,l,back
                    journey entered entry=in
                    """)
                .design(),
            "l");
    assertThat(queued.journeys().get("listed").namedLinks())
        .containsExactly("in", "l", "l-queue>b", "back");
    assertThat(queued.journeys().get("entered").namedLinks()).containsExactly("in");
  }

  @Test
  void aSubscriberGetsAQueueBetweenTopicAndItself() {
    Design queued =
        apply(
            DesignFixture.parse("topic t preset=sns\nservice s\nt -> s id=l effect=write").design(),
            "l");
    assertThat(queued.links().get("l").to()).isEqualTo("l-queue");
    assertThat(queued.links().get("l-queue>s").from()).isEqualTo("l-queue");
  }

  @Test
  void whereNoQueueCanStandNothingHappens() {
    Design design =
        DesignFixture.parse(
                """
                service a
                relational-db db
                load-balancer lb
                queue q
                service b
                config cfg
                a -> db id=store
                a -> lb id=route
                a -> q id=send
                q -> b id=deliver
                q -> q id=loop
                cfg -> b id=configure
                a -> b id=annotated coupling=loose-async
                """)
            .design();
    for (String link : new String[] {"store", "route", "send", "loop", "configure", "annotated"}) {
      assertThat(apply(design, link)).as(link).isSameAs(design);
    }
    assertThat(apply(design, "deliver")).isNotEqualTo(design);
  }
}

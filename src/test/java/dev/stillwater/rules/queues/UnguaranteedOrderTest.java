package dev.stillwater.rules.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Reviewed;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnguaranteedOrderTest {
  private static final UnguaranteedOrder RULE = new UnguaranteedOrder();

  @Test
  void orderedDeliveriesOfBrokersWithoutOrder() {
    Reviewed.expectFlags(
        RULE,
        """
        service s
        queue q preset=sqs-standard
        queue unknown
        queue fifo preset=sqs-fifo
        stream k preset=kinesis
        topic t preset=sns
        worker w
        s -> w id=l effect=write coupling=loose-async via=sqs-standard ordered=true   # FLAG REL-QU-006 high
        s -> w id=m effect=write coupling=loose-async via=sqs-fifo ordered=true
        q -> w id=a ordered=true                  # FLAG REL-QU-006 high
        q -> s id=b
        unknown -> w id=c ordered=true            # FLAG REL-QU-006 critical
        fifo -> w id=d ordered=true
        k -> w id=e ordered=true
        t -> w id=f ordered=true                  # FLAG REL-QU-006 high
        journey j path=c importance=critical
        """);
  }

  private static Reviewed broker(String kind) {
    return Reviewed.of(
        """
        service s
        %s
        queue d preset=sqs-standard
        worker w
        s -> b id=in effect=write
        b -> w id=l effect=write idempotency=dedup-store ordered=true
        """
            .formatted(kind));
  }

  private static Map<String, Object> values(Reviewed reviewed, int fix) {
    Reviewed after = reviewed.after(reviewed.only(RULE).recommendations().get(fix).edit());
    assertThat(after.of(RULE)).isEmpty();
    return after.design().components().get("b").attributes().toPlain();
  }

  @Test
  void aStandardQueueBecomesAnOrderedOne() {
    assertThat(values(broker("queue b preset=sqs-standard ordering=none dlq=d"), 0))
        .containsEntry("preset", "sqs-fifo")
        .doesNotContainKey("ordering");
  }

  @Test
  void anyOtherBrokerIsToldToKeepOrder() {
    assertThat(values(broker("queue b"), 0)).containsEntry("ordering", "per-key");
    assertThat(values(broker("topic b preset=sns"), 0))
        .containsEntry("ordering", "per-key")
        .containsEntry("preset", "sns");
  }

  @Test
  void anEventBusHasNoOrderSoTheConsumerChecks() {
    Reviewed before = broker("event-bus b preset=eventbridge");
    assertThat(before.only(RULE).recommendations())
        .extracting(fix -> fix.edit().signature())
        .containsExactly("AddVersionCheck(l)");
    values(before, 0);
  }

  @Test
  void aVersionCheckMakesOrderUnnecessary() {
    Reviewed before = broker("queue b preset=sqs-standard");
    Reviewed after = before.after(before.only(RULE).recommendations().get(1).edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().links().get("l").attributes().toPlain())
        .containsEntry("ordered", false)
        .containsEntry("effect", "idempotent-write")
        .containsEntry("idempotency", "dedup-store");
  }

  @Test
  void anAnnotatedQueueChangesItsPreset() {
    Reviewed before =
        Reviewed.of("service s\nservice t\ns -> t id=l coupling=loose-async ordered=true");
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().links().get("l").attributes().toPlain())
        .containsEntry("via", "sqs-fifo");
  }

  @Test
  void itSaysWhetherTheBrokerDeclaresItsOrder() {
    assertThat(broker("queue b ordering=none").only(RULE).because().getFirst())
        .contains("the order of b is none:");
    assertThat(broker("queue b").only(RULE).because().getFirst())
        .contains("the order of b is undeclared:");
  }
}

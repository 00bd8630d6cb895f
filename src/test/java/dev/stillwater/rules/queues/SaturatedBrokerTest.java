package dev.stillwater.rules.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Edit;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class SaturatedBrokerTest {
  private static final SaturatedBroker RULE = new SaturatedBroker();

  @Test
  void exactlyTheLimitIsAccepted() {
    Reviewed.expectFlags(
        RULE,
        """
        service s
        stream equal capacity=1000 replicas=2
        stream over capacity=1000 replicas=2             # FLAG REL-QU-017 critical
        queue none capacity=0                            # FLAG REL-QU-017 high
        queue unknown
        workflow flow capacity=10                        # FLAG REL-QU-017 high
        s -> equal rate=2000
        s -> over id=x rate=2001
        s -> none rate=1
        s -> unknown rate=1e6
        s -> flow rate=11
        journey j path=x importance=critical
        """);
  }

  private static final String BROKER = "service s\n%s\ns -> b rate=%s";

  private static Reviewed fixed(String broker, double rate, String... signatures) {
    Reviewed before = Reviewed.of(BROKER.formatted(broker, rate));
    assertThat(before.only(RULE).recommendations())
        .extracting(fix -> fix.edit().signature())
        .containsExactly(signatures);
    before
        .only(RULE)
        .recommendations()
        .forEach(fix -> assertThat(before.after(fix.edit()).of(RULE)).as(fix.title()).isEmpty());
    return before;
  }

  @Test
  void moreShardsTakeMore() {
    Reviewed before = fixed("stream b capacity=1000 replicas=2", 3000, "SetShards(b, 4)");
    assertThat(before.only(RULE).because().getFirst())
        .contains("3000 messages/s", "2000/s (1000 for each of two shards)");
  }

  @Test
  void aBrokerThatCompetesForAQueueMustTakeAllOfIt() {
    Reviewed before =
        Reviewed.of(
            """
            service s
            queue q
            topic b capacity=5
            worker w capacity=15
            s -> q rate=100
            q -> b
            q -> w
            """);
    Finding finding = before.only(RULE);
    assertThat(finding.because().getFirst()).contains("25 messages/s");
    Edit shards = finding.recommendations().getFirst().edit();
    assertThat(shards.title()).isEqualTo("Divide b into 25 parts");
    assertThat(before.after(shards).of(RULE)).isEmpty();
  }

  @Test
  void anOrderedQueueTakesBatchesFirst() {
    fixed(
        "queue b preset=sqs-fifo capacity=300",
        350,
        "HighThroughputFifo(b, 3000)",
        "SetShards(b, 2)");
    fixed("queue b preset=sqs-fifo capacity=300", 2401, "SetShards(b, 11)");
    fixed("queue b capacity=300", 350, "SetShards(b, 2)");
  }

  @Test
  void whereShardsDoNotHelpTheLimitIsRaised() {
    Reviewed before = Reviewed.of(BROKER.formatted("queue b capacity=0", 100));
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().components().get("b").get(ComponentAttributes.CAPACITY_RATE))
        .contains(125.0);
  }

  @Test
  void batchesAreAdvisedUpToWhatAllPartsTake() {
    fixed(
        "queue b preset=sqs-fifo capacity=300 replicas=2",
        2400,
        "HighThroughputFifo(b, 3000)",
        "SetShards(b, 10)");
    fixed(
        "queue b preset=sqs-fifo capacity=300 replicas=2",
        4800,
        "HighThroughputFifo(b, 3000)",
        "SetShards(b, 20)");
    fixed("queue b preset=sqs-fifo capacity=300 replicas=2", 4801, "SetShards(b, 21)");
  }

  @Test
  void theRaisedLimitIsThatOfOnePart() {
    fixed("queue b capacity=0 replicas=2", 100, "SetCapacity(b, 63)");
  }
}

package dev.stillwater.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stillwater.testing.DesignFixture;
import org.junit.jupiter.api.Test;

class ConsumersTest {
  private static final double HOUR = 3_600_000;

  private static Consumers of(String broker, String second, double rate) {
    DependencyGraph graph =
        DesignFixture.parse(
                """
                service s
                %s b
                worker one replicas=3 capacity=10
                worker two %s
                s -> b rate=%s
                b -> one id=a mode=deliver
                b -> one id=b mode=deliver
                b -> two id=c mode=deliver
                b -> one id=d mode=sync
                """
                    .formatted(broker, second, rate))
            .graph();
    return Consumers.of(graph, Load.of(graph), graph.node("b"));
  }

  @Test
  void consumersOfAQueueAddUpEachOnce() {
    assertThat(of("queue", "capacity=5", 1).capacity()).isEqualTo(35);
    assertThat(of("queue", "", 1).capacity()).isNaN();
    assertThat(of("queue", "", 1).deliveries()).extracting(Edge::id).containsExactly("a", "b", "c");
  }

  @Test
  void theSlowestKnownSubscriberCounts() {
    for (String broker : new String[] {"topic", "stream", "event-bus", "workflow"}) {
      assertThat(of(broker, "capacity=5", 1).capacity()).as(broker).isEqualTo(5);
      assertThat(of(broker, "", 1).capacity()).as(broker).isEqualTo(30);
    }
  }

  @Test
  void aBacklogDrainsWithWhatIsToSpare() {
    assertThat(of("queue", "capacity=5", 28).drain(HOUR)).isCloseTo(4 * HOUR, within(1e-3));
    assertThat(of("queue", "capacity=5", 35).drain(HOUR)).isInfinite();
    assertThat(of("queue", "capacity=5", 35).isOverloaded()).isTrue();
    assertThat(of("queue", "capacity=5", 34).isOverloaded()).isFalse();
    assertThat(of("queue", "", 28).drain(HOUR)).isNaN();
    assertThat(of("queue", "capacity=5", 0).drain(HOUR)).isNaN();
  }

  @Test
  void nobodyIsNoConsumer() {
    DependencyGraph graph = DesignFixture.parse("service s\nqueue q\ns -> q rate=5").graph();
    Consumers none = Consumers.of(graph, Load.of(graph), graph.node("q"));

    assertThat(none.isKnown()).isFalse();
    assertThat(none.isOverloaded()).isFalse();
  }
}

package dev.stillwater.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.testing.DesignFixture;
import org.junit.jupiter.api.Test;

class ResponseTimesTest {
  @Test
  void aResponseIsOwnWorkAndThatOfTheCallees() {
    times(
        """
        client c
        service a p99=10ms
        service b p99=20ms
        relational-db d
        queue q
        c -> a rate=10
        a -> b calls=3
        a => q
        b -> d calls=0.5
        """);
    assertThat(of("d")).isEqualTo(10);
    assertThat(of("b")).as("half a call counts as one: a p99 sees it").isEqualTo(30);
    assertThat(of("a")).as("a send is not waited for").isEqualTo(100);
    assertThat(of("c")).as("a client without p99 takes 50 ms itself").isEqualTo(150);
  }

  @Test
  void acalleeOfOneInAHundredRequestsDoesNotCount() {
    String design =
        """
        client c
        service a p99=10ms
        service b p99=20ms
        c -> a rate=1000
        a -> b calls=0.01
        """;
    times(design);
    assertThat(of("a")).isEqualTo(10);
    times(design + "settings minShare=0.005");
    assertThat(of("a")).isEqualTo(30);
  }

  @Test
  void onACycleTheSumGoesOverSimplePaths() {
    times(
        """
        service a p99=1ms
        service b p99=10ms
        service d p99=100ms
        relational-db s p99=1000ms
        a -> b calls=2
        b -> a
        b -> d
        d -> a
        a -> d
        d -> d
        d -> s
        """);
    assertThat(of("a")).isEqualTo(1 + 2 * (10 + 1100) + 1100);
    assertThat(of("b")).isEqualTo(10 + (1 + 1100) + (1100 + 1));
    assertThat(of("d")).isEqualTo(1100 + (1 + 2 * 10));
    assertThat(times.isBound(graph.node("a"))).isFalse();
  }

  @Test
  void tooManyPathsGiveALowerBoundThatSaysSo() {
    int members = 14;
    StringBuilder text = new StringBuilder("service caller p99=5ms\ncaller -> n1\n");
    for (int i = 0; i < members; i++) {
      text.append("service n%d p99=1ms\n".formatted(i));
      for (int j = 0; j < members; j++) {
        text.append(i == j ? "" : "n%d -> n%d\n".formatted(i, j));
      }
    }
    times(text.toString());
    assertThat(of("n3")).isEqualTo(members);
    assertThat(of("caller")).isEqualTo(members + 5);
    assertThat(times.isBound(graph.node("n3"))).isTrue();
    assertThat(times.isBound(graph.node("caller"))).isFalse();
  }

  private DependencyGraph graph = DesignFixture.parse("").graph();
  private ResponseTimes times = ResponseTimes.of(graph, Load.of(graph));

  private void times(String text) {
    graph = DesignFixture.parse(text).graph();
    times = ResponseTimes.of(graph, Load.of(graph));
  }

  private double of(String node) {
    return times.of(graph.node(node));
  }
}

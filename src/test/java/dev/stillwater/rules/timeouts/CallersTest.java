package dev.stillwater.rules.timeouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.testing.DesignFixture;
import org.junit.jupiter.api.Test;

class CallersTest {
  private static DependencyGraph graph(String design) {
    return DesignFixture.parse(design).graph();
  }

  private static double limit(DependencyGraph graph, String component) {
    return Callers.of(graph).limit(graph.node(component));
  }

  private static Edge edge(DependencyGraph graph, String link) {
    return graph.edgesOf(link).getFirst();
  }

  @Test
  void theLeastPatientRouterInFrontCounts() {
    DependencyGraph graph =
        graph(
            """
            client c
            api-gateway patient maxTimeout=30s
            load-balancer hasty idleTimeout=5s
            load-balancer plain
            service a
            service b
            service d
            queue q
            worker w
            c -> patient
            patient -> a
            plain -> a
            a -> b
            hasty -> b
            b -> d
            d => q
            q -> w
            """);
    assertThat(limit(graph, "a")).isEqualTo(30_000);
    assertThat(limit(graph, "b")).isEqualTo(5_000);
    assertThat(limit(graph, "d")).isEqualTo(5_000);
    assertThat(limit(graph, "patient")).as("nobody routes to it").isInfinite();
    assertThat(limit(graph, "c")).isInfinite();
    assertThat(limit(graph, "q")).as("a send is not waited for").isInfinite();
    assertThat(limit(graph, "w")).isInfinite();
  }

  @Test
  void aCircleBehindARouterEndsTheWalk() {
    DependencyGraph graph =
        graph(
            """
            api-gateway g maxTimeout=9s
            service a
            service b
            g -> a
            a -> b
            b -> a
            """);
    assertThat(limit(graph, "a")).isEqualTo(9_000);
    assertThat(limit(graph, "b")).isEqualTo(9_000);
  }

  @Test
  void bothCallsMustLieOnTheCircle() {
    DependencyGraph graph =
        graph(
            """
            client c
            service a
            service b
            service out
            queue q
            c -> a id=in
            a -> b id=there
            b -> a id=back
            b -> out id=leave
            out => q id=send
            q -> a id=deliver
            """);
    Callers callers = Callers.of(graph);
    assertThat(callers.areInOneCircle(edge(graph, "there"), edge(graph, "back"))).isTrue();
    assertThat(callers.areInOneCircle(edge(graph, "in"), edge(graph, "there"))).isFalse();
    assertThat(callers.areInOneCircle(edge(graph, "there"), edge(graph, "leave"))).isFalse();
  }
}

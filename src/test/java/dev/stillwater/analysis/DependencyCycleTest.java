package dev.stillwater.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.testing.DesignFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class DependencyCycleTest {
  @Test
  void aConsumerNeedsItsSource() {
    DependencyGraph graph =
        DesignFixture.parse(
                """
                config c
                service a
                service b
                c -> a id=load mode=config
                c -> b id=call mode=sync
                b -> a id=ask
                """)
            .graph();

    List<DependencyCycle> cycles = DependencyCycle.among(graph, edge -> true);

    assertThat(cycles).hasSize(1);
    assertThat(cycles.getFirst().members()).extracting(Node::id).containsExactly("a", "b", "c");
    assertThat(cycles.getFirst().edges())
        .extracting(Edge::id)
        .containsExactly("ask", "call", "load");
  }

  @Test
  void undrawnIntermediariesAreNoMembers() {
    DependencyGraph graph =
        DesignFixture.parse(
                """
                service a
                service b
                service alone
                a -> b id=there coupling=loose-sync
                b -> a id=back
                alone -> alone id=self coupling=loose-sync
                """)
            .graph();

    List<DependencyCycle> cycles = DependencyCycle.among(graph, edge -> true);

    assertThat(cycles).hasSize(1);
    assertThat(cycles.getFirst().members()).extracting(Node::id).containsExactly("a", "b");
  }
}

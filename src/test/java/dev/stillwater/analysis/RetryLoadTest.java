package dev.stillwater.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Dependency;
import dev.stillwater.model.Design;
import dev.stillwater.model.Index;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Presets;
import dev.stillwater.testing.DesignFixture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// Compared with every chain of calls, followed back one by one.
class RetryLoadTest {
  /// A call between two of few services.
  record Call(int from, int to, int rate, int retries, int guard) {}

  @Provide
  Arbitrary<List<Call>> calls() {
    Arbitrary<Integer> node = Arbitraries.integers().between(0, 5);
    return Combinators.combine(
            node,
            node,
            Arbitraries.of(0, 1, 10, 100),
            Arbitraries.of(0, 1, 2, 20, -1),
            Arbitraries.of(0, 0, 0, 0, 1, 2, 3))
        .as(Call::new)
        .list()
        .ofMaxSize(12);
  }

  @Property(seed = "20261129", tries = 2000)
  void onePassCountsAllChains(@ForAll("calls") List<Call> calls) {
    DependencyGraph graph = graph(6, calls);
    Load load = Load.of(graph);
    RetryLoad found = RetryLoad.of(graph, load);
    for (Node node : graph.nodes()) {
      double usual = 0;
      double failing = 0;
      for (Edge edge : graph.in(node)) {
        usual += load.rate(edge);
        failing += load.rate(edge) * amplify(graph, load, edge, new HashSet<>());
      }
      assertThat(found.usual(node)).isEqualTo(usual);
      assertThat(found.whileFailing(node)).isCloseTo(failing, within(1e-9 * Math.max(1, failing)));
    }
  }

  private static double amplify(DependencyGraph graph, Load load, Edge edge, Set<Node> passed) {
    double tries = RetryLoad.tries(edge, edge.attempts(), 10);
    Node caller = edge.from();
    double total = Stream.of(graph.in(caller)).mapToDouble(load::rate).sum();
    if (passed.contains(caller) || edge.isAbsorbable() || total == 0) {
      return tries;
    }
    Set<Node> more = new HashSet<>(passed);
    more.add(caller);
    double sum = 0;
    for (Edge before : graph.in(caller)) {
      sum += load.rate(before) * amplify(graph, load, before, more);
    }
    return tries * sum / total;
  }

  private static DependencyGraph graph(int services, List<Call> calls) {
    List<Component> components = new ArrayList<>();
    for (int i = 0; i < services; i++) {
      components.add(new Component("n" + i, ComponentKind.SERVICE));
    }
    List<Link> links = new ArrayList<>();
    for (Call call : calls) {
      Link link =
          new Link("l" + links.size(), "n" + call.from, "n" + call.to)
              .with(LinkAttributes.RATE, (double) call.rate)
              .with(LinkAttributes.RETRIES, call.retries);
      links.add(
          switch (call.guard) {
            case 1 -> link.with(LinkAttributes.BREAKER, true);
            case 2 -> link.with(LinkAttributes.RETRY_BUDGET, 0.1);
            case 3 -> link.with(LinkAttributes.DEPENDENCY, Dependency.SOFT);
            default -> link;
          });
    }
    Design design =
        Design.empty("calls").withComponents(Index.of(components)).withLinks(Index.of(links));
    return DependencyGraph.of(design, Presets.NONE);
  }

  @Test
  void callersAreAveragedByRate() {
    DependencyGraph graph =
        DesignFixture.parse(
                """
                client eager
                client calm
                service s
                relational-db d
                eager -> s id=a rate=30 retries=2
                calm -> s id=b rate=10
                s -> d id=l retries=1
                """)
            .graph();
    RetryLoad load = RetryLoad.of(graph, Load.of(graph));
    assertThat(load.usual(graph.node("d"))).isEqualTo(40);
    assertThat(load.attempts(graph.edgesOf("l").getFirst())).isEqualTo(2 * (30 * 3 + 10) / 40.0);
    assertThat(load.whileFailing(graph.node("d"))).isEqualTo(200);
    assertThat(RetryLoad.budgeted(graph, Load.of(graph), 0.1).whileFailing(graph.node("d")))
        .isCloseTo(40 * 1.1 * (30 * 1.1 + 10) / 40, within(1e-9));
  }

  @Test
  void aThousandLayersOfManyCallersTakeNoTime() {
    List<Call> calls = new ArrayList<>();
    for (int layer = 0; layer < 1000; layer++) {
      for (int parallel = 0; parallel < 4; parallel++) {
        calls.add(new Call(layer, layer + 1, 1, layer < 3 ? 1 : 0, 0));
      }
    }
    DependencyGraph graph = graph(1001, calls);
    assertThat(RetryLoad.of(graph, Load.of(graph)).whileFailing(graph.node("n1000")))
        .isEqualTo(4 * 8);
  }

  @Test
  void inATangleCallsCountTheirOwnTriesAtLeast() {
    List<Call> calls = new ArrayList<>();
    for (int from = 0; from < 30; from++) {
      for (int to = 0; to < 30; to++) {
        calls.add(new Call(from, to, 1, 1, 0));
      }
    }
    DependencyGraph graph = graph(30, calls);
    double failing = RetryLoad.of(graph, Load.of(graph)).whileFailing(graph.node("n0"));
    assertThat(failing).isEqualTo(30 * 2 * 2);
  }

  @Test
  void absurdProductsStayFinite() {
    List<Call> calls = new ArrayList<>();
    for (int layer = 0; layer < 400; layer++) {
      calls.add(new Call(layer, layer + 1, 100, -1, 0));
    }
    DependencyGraph graph = graph(401, calls);
    assertThat(RetryLoad.of(graph, Load.of(graph)).whileFailing(graph.node("n400"))).isFinite();
  }
}

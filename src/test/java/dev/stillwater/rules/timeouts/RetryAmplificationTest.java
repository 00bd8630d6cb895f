package dev.stillwater.rules.timeouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Index;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Presets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// Compared with every simple path, listed one by one.
class RetryAmplificationTest {
  /// A call from one of few services to another.
  record Call(int from, int to, int retries) {}

  @Provide
  Arbitrary<List<Call>> calls() {
    Arbitrary<Integer> node = Arbitraries.integers().between(0, 6);
    return net.jqwik.api.Combinators.combine(node, node, Arbitraries.of(0, 0, 1, 2, 4, -1))
        .as(Call::new)
        .list()
        .ofMaxSize(14);
  }

  @Property(seed = "20261129", tries = 2000)
  void theWorstPathIsTheWorstOfAll(@ForAll("calls") List<Call> calls) {
    DependencyGraph graph = graph(7, calls);
    RetryAmplification amplification = RetryAmplification.of(graph);
    double largestOffCycles = 1;
    for (Edge first : graph.edges()) {
      if (!reaches(graph, first.to(), first.from(), new HashSet<>())) {
        List<List<Edge>> paths = new ArrayList<>();
        extend(
            graph,
            new ArrayList<>(List.of(first)),
            new HashSet<>(Set.of(first.from(), first.to())),
            paths);
        Optional<List<Edge>> worst =
            paths.stream()
                .filter(path -> path.stream().filter(e -> e.attempts() > 1).count() > 1)
                .max(RetryAmplificationTest::compare);
        assertThat(amplification.worstFrom(first).map(RetryAmplificationTest::told))
            .isEqualTo(worst.map(RetryAmplificationTest::told));
        largestOffCycles =
            paths.stream()
                .mapToDouble(RetryAmplificationTest::product)
                .reduce(largestOffCycles, Math::max);
      }
    }
    assertThat(amplification.largest()).isGreaterThanOrEqualTo(largestOffCycles);
  }

  private static boolean reaches(DependencyGraph graph, Node from, Node to, Set<Node> seen) {
    if (from == to) {
      return true;
    }
    for (Edge edge : graph.out(from)) {
      if (seen.add(edge.to()) && reaches(graph, edge.to(), to, seen)) {
        return true;
      }
    }
    return false;
  }

  @Property(seed = "20261129", tries = 500)
  void theLargestProductIsThatOfTheWorstPathAnywhere(@ForAll("calls") List<Call> calls) {
    DependencyGraph graph = graph(7, calls);
    double largest = 1;
    for (Edge first : graph.edges()) {
      if (first.from() != first.to()) {
        List<List<Edge>> paths = new ArrayList<>();
        extend(
            graph,
            new ArrayList<>(List.of(first)),
            new HashSet<>(Set.of(first.from(), first.to())),
            paths);
        largest =
            Math.max(
                largest,
                paths.stream().mapToDouble(RetryAmplificationTest::product).max().orElse(1));
      }
    }
    assertThat(RetryAmplification.of(graph).largest()).isEqualTo(largest);
  }

  private static String told(RetryAmplification.Path path) {
    assertThat(path.isBound()).isFalse();
    assertThat(path.product()).isEqualTo(product(path.edges()));
    return path.product() + " " + path.edges().size() + " " + path.end().id();
  }

  private static String told(List<Edge> path) {
    return product(path) + " " + path.size() + " " + path.getLast().to().id();
  }

  private static int compare(List<Edge> a, List<Edge> b) {
    int byProduct = Double.compare(product(a), product(b));
    int byLength = Integer.compare(a.size(), b.size());
    return byProduct != 0
        ? byProduct
        : byLength != 0 ? byLength : a.getLast().to().id().compareTo(b.getLast().to().id());
  }

  private static double product(List<Edge> path) {
    return path.stream().mapToDouble(e -> Math.min(10, e.attempts())).reduce(1, (a, b) -> a * b);
  }

  private static void extend(
      DependencyGraph graph, List<Edge> path, Set<Node> seen, List<List<Edge>> all) {
    all.add(List.copyOf(path));
    for (Edge next : graph.out(path.getLast().to())) {
      if (seen.add(next.to())) {
        path.addLast(next);
        extend(graph, path, seen, all);
        path.removeLast();
        seen.remove(next.to());
      }
    }
  }

  private static DependencyGraph graph(int services, List<Call> calls) {
    List<Component> components = new ArrayList<>();
    for (int i = 0; i < services; i++) {
      components.add(new Component("n" + i, ComponentKind.SERVICE));
    }
    List<Link> links = new ArrayList<>();
    for (Call call : calls) {
      links.add(
          new Link("l" + links.size(), "n" + call.from, "n" + call.to)
              .with(LinkAttributes.RETRIES, call.retries));
    }
    Design design =
        Design.empty("calls").withComponents(Index.of(components)).withLinks(Index.of(links));
    return DependencyGraph.of(design, Presets.NONE);
  }

  @Test
  void aThousandLayersOfManyCallsTakeNoTime() {
    List<Call> calls = new ArrayList<>();
    for (int layer = 0; layer < 1000; layer++) {
      for (int parallel = 0; parallel < 4; parallel++) {
        calls.add(new Call(layer, layer + 1, parallel == 0 && layer < 20 ? 1 : 0));
      }
    }
    DependencyGraph graph = graph(1001, calls);

    RetryAmplification.Path worst =
        RetryAmplification.of(graph).worstFrom(graph.edgesOf("l0").getFirst()).orElseThrow();
    assertThat(worst.product()).isEqualTo(Math.pow(2, 20));
    assertThat(worst.edges()).hasSize(1000);
    assertThat(worst.isBound()).isFalse();
  }

  @Test
  void aTangleGetsALowerBoundAndSaysSo() {
    List<Call> calls = new ArrayList<>();
    for (int from = 0; from < 30; from++) {
      for (int to = 0; to < 30; to++) {
        calls.add(new Call(from, to, 1));
      }
    }
    calls.add(new Call(30, 0, 1));
    DependencyGraph graph = graph(31, calls);

    RetryAmplification amplification = RetryAmplification.of(graph);
    RetryAmplification.Path worst =
        amplification.worstFrom(graph.edgesOf("l900").getFirst()).orElseThrow();
    assertThat(worst.isBound()).isTrue();
    assertThat(worst.product()).as("all call all, so one way visits all").isEqualTo(1 << 30);
    assertThat(new HashSet<>(worst.edges().stream().map(Edge::to).toList())).hasSize(30);
    assertThat(worst.edges()).hasSize(30);
    assertThat(amplification.largest()).isEqualTo(1 << 30);
  }

  @Test
  void onlyLayersThatRepeatAreNamed() {
    DependencyGraph graph =
        graph(4, List.of(new Call(0, 1, 2), new Call(1, 2, 0), new Call(2, 3, 1)));
    RetryAmplification.Path worst =
        RetryAmplification.of(graph).worstFrom(graph.edgesOf("l0").getFirst()).orElseThrow();
    assertThat(worst.retrying()).extracting(Edge::subject).containsExactly("l0", "l2");
  }
}

package dev.stillwater.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stillwater.model.Design;
import dev.stillwater.model.Presets;
import dev.stillwater.testing.DesignFixture;
import dev.stillwater.testing.LargeDesigns;
import org.junit.jupiter.api.Test;

class LoadTest {
  @Test
  void aRateIsInflowTimesCallsTimesMisses() {
    Load load =
        load(
            """
            client c
            service a
            cache k hitRatio=0.9
            relational-db d
            c -> a rate=100
            a -> k calls=2
            a -> d calls=2 behindCache=k
            """);
    assertThat(rate("a>k")).isEqualTo(200);
    assertThat(rate("a>d")).isCloseTo(20, within(1e-9));
    assertThat(load.inflow(graph.node("a"))).isEqualTo(100);
    assertThat(load.share(edge("a>k"))).isEqualTo(1);
    assertThat(load.share(edge("a>d"))).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void aDeclaredRateHoldsEvenWhereItIsZero() {
    load(
        """
        client c
        service a
        service b
        c -> a rate=100
        a -> b rate=0
        """);
    assertThat(rate("a>b")).isZero();
  }

  @Test
  void competingConsumersDivideAQueueByCapacityAndATopicNotAtAll() {
    load(
        """
        client c
        queue q
        topic t
        worker small capacity=10 replicas=1
        worker large capacity=10 replicas=3
        worker unknown
        c => q rate=80
        c => t rate=80
        q -> small
        q -> large
        t -> small id=ts
        t -> unknown
        """);
    assertThat(rate("q>small")).isEqualTo(20);
    assertThat(rate("q>large")).isEqualTo(60);
    assertThat(rate("ts")).isEqualTo(80);
    assertThat(rate("t>unknown")).isEqualTo(80);
  }

  @Test
  void consumersOfUnknownCapacityDivideAQueueEvenly() {
    load(
        """
        client c
        queue q
        worker a capacity=10
        worker b
        c => q rate=80
        q -> a
        q -> b
        """);
    assertThat(rate("q>a")).isEqualTo(40);
    assertThat(rate("q>b")).isEqualTo(40);
  }

  @Test
  void aCycleThatShrinksHasTheSumOfItsGeometricSeries() {
    Load load =
        load(
            """
            client c
            service a
            service b
            c -> a rate=100
            a -> b calls=0.5
            b -> a calls=0.5
            """);
    assertThat(load.inflow(graph.node("a"))).isCloseTo(100 / (1 - 0.25), within(1e-6));
    assertThat(load.cut()).isEmpty();
  }

  @Test
  void aCycleThatDoesNotShrinkIsCutAtItsSmallestId() {
    Load load =
        load(
            """
            client c
            service a
            service b
            service d
            c -> a rate=100
            a -> b id=z1
            b -> a id=y2
            b -> d id=a0
            """);
    assertThat(load.cut()).extracting(Edge::id).containsExactly("y2");
    assertThat(rate("z1")).isEqualTo(100);
    assertThat(rate("y2")).isZero();
    assertThat(rate("a0")).isEqualTo(100);
  }

  @Test
  void aCycleBehindACutOneIsNotCutBecauseOfIt() {
    Load load =
        load(
            """
            client c
            service a
            service b
            service d
            service e
            c -> a rate=100
            a -> b id=x1
            b -> a id=x2
            b -> d id=x3 calls=2
            d -> e id=a1 calls=0.5
            e -> d id=a2 calls=0.5
            """);
    assertThat(load.cut()).extracting(Edge::id).containsExactly("x1");
    assertThat(rate("a1")).isZero();
  }

  @Test
  void aCycleIntoWhichNothingFlowsStandsStill() {
    Load load =
        load(
            """
            service a
            service b
            a -> b
            b -> a calls=5
            """);
    assertThat(load.cut()).isEmpty();
    assertThat(rate("a>b")).isZero();
  }

  @Test
  void aSelfLoopAndParallelLinksAreNoTrouble() {
    Load load =
        load(
            """
            client c
            service a
            service b
            c -> a rate=10
            a -> a calls=3
            a -> b id=p1
            a -> b id=p2 calls=4
            """);
    assertThat(load.cut()).extracting(Edge::id).containsExactly("a>a");
    assertThat(load.inflow(graph.node("b"))).isEqualTo(50);
  }

  @Test
  void absurdProductsOfCallsStayFinite() {
    StringBuilder text = new StringBuilder("client n0\nservice n1\nn0 -> n1 rate=1e12\n");
    for (int i = 1; i < 80; i++) {
      text.append("service n%d\nn%d -> n%d calls=1e6\n".formatted(i + 1, i, i + 1));
    }
    load(text.toString());
    assertThat(rate("n79>n80")).isFinite().isGreaterThan(1e17);
    assertThat(Load.of(graph).share(edge("n79>n80"))).isEqualTo(1);
    assertThat(ResponseTimes.of(graph, Load.of(graph)).of(graph.node("n1"))).isFinite();
  }

  @Test
  void aLargeTangleIsCutAtOnceAndWhatRemainsAddsUp() {
    Design design = LargeDesigns.of(2_000, 6, 0.5, 7);
    DependencyGraph large = DependencyGraph.of(design, Presets.NONE);
    Load load = Load.of(large);
    assertThat(load.cut()).hasSizeGreaterThan(LoadPass.ONE_BY_ONE);
    for (Node node : large.nodes()) {
      double sum = 0;
      for (Edge edge : large.in(node)) {
        sum += Load.carries(edge) ? load.rate(edge) : 0;
      }
      assertThat(load.inflow(node)).isFinite().isCloseTo(sum, within(1e-6 * sum + 1e-12));
    }
    for (Edge edge : large.edges()) {
      if (Double.isNaN(edge.declaredRate()) && edge.from().kind().isCompute()) {
        double expected = load.cut().contains(edge) ? 0 : load.inflow(edge.from()) * edge.calls();
        assertThat(load.rate(edge)).isCloseTo(expected, within(1e-6 * expected + 1e-12));
      }
    }
  }

  private DependencyGraph graph = DesignFixture.parse("").graph();

  private Load load(String text) {
    graph = DesignFixture.parse(text).graph();
    return Load.of(graph);
  }

  private Edge edge(String link) {
    return graph.edgesOf(link).getFirst();
  }

  private double rate(String link) {
    return Load.of(graph).rate(edge(link));
  }
}

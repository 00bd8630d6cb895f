package dev.stillwater.analysis.ripple;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Node;
import dev.stillwater.testing.DesignFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactTest {
  private static final String DESIGN = "service a\nservice b\na -> b id=l timeout=1s";

  private final DependencyGraph graph = DesignFixture.parse(DESIGN).graph();
  private final Node a = graph.node("a");
  private final Fact first = fact(1, a, Impact.ERR, "*", "it breaks", 1);

  private static Fact fact(
      double t, Node node, Impact impact, String scope, String why, double factor) {
    return new Fact(t, node, impact, scope, why, null, null, factor);
  }

  @Test
  void equalIsWhatSaysTheSameWhateverItFollowsFrom() {
    Node twin = DesignFixture.parse(DESIGN).graph().node("a");
    Fact same =
        new Fact(1, twin, Impact.ERR, "*", "it breaks", first, graph.edgesOf("l").getFirst(), 1);
    assertThat(same).isEqualTo(first).hasSameHashCodeAs(first);
    assertThat(first)
        .isNotEqualTo(fact(2, a, Impact.ERR, "*", "it breaks", 1))
        .isNotEqualTo(fact(1, graph.node("b"), Impact.ERR, "*", "it breaks", 1))
        .isNotEqualTo(fact(1, a, Impact.SLOW, "*", "it breaks", 1))
        .isNotEqualTo(fact(1, a, Impact.ERR, "j", "it breaks", 1))
        .isNotEqualTo(fact(1, a, Impact.ERR, "*", "it bends", 1))
        .isNotEqualTo(fact(1, a, Impact.ERR, "*", "it breaks", 2))
        .isNotEqualTo("it breaks");
    assertThat(first.hashCode()).isNotEqualTo(fact(2, a, Impact.ERR, "*", "", 1).hashCode());
  }

  @Test
  void aScopeIsEverybodyOrOneJourney() {
    Fact one = fact(1, a, Impact.ERR, "j", "it breaks", 1);
    assertThat(first.hurtsEverybody()).isTrue();
    assertThat(first.hurts("j")).isTrue();
    assertThat(one.hurtsEverybody()).isFalse();
    assertThat(one.hurts("j")).isTrue();
    assertThat(one.hurts("k")).isFalse();
  }

  @Test
  void aChainBeginsWithTheInjection() {
    Fact second = new Fact(2, graph.node("b"), Impact.ERR, "*", "it too", first, null, 1);
    Fact third = new Fact(3, a, Impact.DEGRADED, "*", "again", second, null, 1);
    assertThat(third.chain()).isEqualTo(List.of(first, second, third));
    assertThat(first.follows()).isEmpty();
    assertThat(third.follows()).containsSame(second);
    assertThat(third.carriedBy()).isEmpty();
    assertThat(first).hasToString("1.0 ms a ERR *: it breaks");
  }
}

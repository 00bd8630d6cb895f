package dev.stillwater.analysis.ripple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Progress;
import dev.stillwater.model.Design;
import dev.stillwater.testing.DesignFixture;
import dev.stillwater.testing.GoldenPresets;
import dev.stillwater.testing.SmallDesigns;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PairsTest {
  private static List<Node> all(Analysis analysis) {
    return analysis.graph().nodes().stream().filter(node -> !node.kind().isEdge()).toList();
  }

  private static final String TWO_CONSUMERS =
      """
      client shopper
      service order p99=40ms
      queue work buffer=1000 overflow=block
      worker left capacity=100 p99=10ms
      worker right capacity=100 p99=10ms
      shopper -> order id=buy rate=50 timeout=10s
      order => work id=put timeout=2s
      work -> left
      work -> right
      journey shop path=buy,put class=hard deadline=5s
      """;

  @Example
  void consumersThatStandInForEachOtherFailTogether() {
    Analysis analysis = DesignFixture.parse(TWO_CONSUMERS).analysis();
    Pairs pairs = Pairs.of(analysis, all(analysis), Pairs.MOST, Progress.UNWATCHED);

    assertThat(pairs.found().stream().map(toll -> toll.injection().target()))
        .contains("left+right");
    assertThat(pairs.found().getFirst().lost().getFirst().journey().id()).isEqualTo("shop");
  }

  @Example
  void theBoundIsSaid() {
    Analysis analysis = DesignFixture.parse(TWO_CONSUMERS).analysis();
    Pairs pairs = Pairs.of(analysis, all(analysis), 2, Progress.UNWATCHED);

    assertThat(pairs.followed()).isEqualTo(2);
    assertThat(pairs.near()).isGreaterThan(2);
  }

  @Example
  void itStopsWhenAsked() {
    Analysis analysis = DesignFixture.parse(TWO_CONSUMERS).analysis();
    Progress stopped =
        new Progress() {
          @Override
          public void report(int done, int total) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> Pairs.of(analysis, all(analysis), Pairs.MOST, stopped))
        .isInstanceOf(CancellationException.class);
  }

  /// What is left out because two failures do not come near each other is nothing.
  @Property(seed = "20261129", tries = 150)
  void allPairsThatCanDoHarmAreFollowed(@ForAll long seed) {
    Design design = SmallDesigns.any(seed);
    Analysis analysis = Analysis.of(design, GoldenPresets.ALL);
    List<Node> nodes = all(analysis);
    List<String> found =
        Pairs.of(analysis, nodes, Pairs.MOST, Progress.UNWATCHED).found().stream()
            .map(toll -> toll.injection().target() + told(toll))
            .sorted()
            .toList();
    List<String> expected = new ArrayList<>();
    for (int a = 0; a < nodes.size(); a++) {
      for (int b = a + 1; b < nodes.size(); b++) {
        String one = told(analysis.toll(new Injection(nodes.get(a).id(), Failure.CRASH)));
        String other = told(analysis.toll(new Injection(nodes.get(b).id(), Failure.CRASH)));
        Injection both =
            new Injection(List.of(nodes.get(a).id(), nodes.get(b).id()), Failure.CRASH);
        String more = "";
        for (Toll.Lost lost : analysis.toll(both).lost()) {
          String name = " " + lost.journey().id();
          if (!(one + " ").contains(name + " ") && !(other + " ").contains(name + " ")) {
            more += name;
          }
        }
        if (!more.isEmpty()) {
          expected.add(both.target() + more);
        }
      }
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String told(Toll toll) {
    StringBuilder result = new StringBuilder();
    toll.lost().forEach(lost -> result.append(' ').append(lost.journey().id()));
    return result.toString();
  }
}

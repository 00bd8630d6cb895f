package dev.stillwater.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.testing.DesignFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallChainTest {
  private static CallChain hops(String text) {
    return CallChain.hops(DesignFixture.parse(text).graph().journey("j"));
  }

  private static List<String> links(CallChain chain) {
    return chain.edges().stream().map(Edge::id).toList();
  }

  @Test
  void theLongestBranchCounts() {
    CallChain chain =
        hops(
            """
            client u
            service a
            service b
            service c
            service d
            relational-db db
            u -> a id=in
            a -> b id=ab
            a -> c id=ac
            c -> d id=cd
            c -> db id=save
            journey j entry=in
            """);

    assertThat(chain.weight()).isEqualTo(3);
    assertThat(links(chain)).containsExactly("in", "ac", "cd");
    assertThat(chain.atLeast(3)).extracting(Edge::id).containsExactly("in", "ac", "cd");
    assertThat(chain.atLeast(2)).extracting(Edge::id).contains("ab");
  }

  @Test
  void aDiamondIsFoundBehindAnEntryWhateverTheOrderOfLinks() {
    CallChain chain =
        hops(
            """
            client u
            service a
            service b
            service c
            service d
            u -> a id=in
            a -> c id=l1
            c -> d id=l2
            a -> b id=l3
            b -> c id=l4
            journey j entry=in
            """);

    assertThat(links(chain)).containsExactly("in", "l3", "l4", "l2");
  }

  @Test
  void aCircleBehindAnEntryIsCutWhereItLeadsBack() {
    CallChain chain =
        hops(
            """
            client u
            service a
            service b
            service c
            u -> a id=in
            a -> b id=ab
            b -> c id=bc
            c -> a id=back
            b -> b id=self
            journey j entry=in
            """);

    assertThat(links(chain)).containsExactly("in", "ab", "bc");
  }

  @Test
  void aListedCircleIsWalkedAsListed() {
    CallChain chain =
        hops(
            """
            client u
            service a
            service b
            u -> a id=in
            a -> b id=ab
            b -> a id=back
            journey j path=in,ab,back
            """);

    assertThat(chain.weight()).isEqualTo(3);
    assertThat(links(chain)).containsExactly("in", "ab", "back");
  }

  @Test
  void nothingIsWaitedForBehindAHandOver() {
    CallChain chain =
        hops(
            """
            client u
            queue q
            worker w
            service s
            u -> q id=in
            q -> w id=take
            w -> s id=call
            journey j entry=in
            """);

    assertThat(chain.weight()).isZero();
    assertThat(chain.edges()).isEmpty();
    assertThat(chain.atLeast(1)).isEmpty();
  }

  @Test
  void aChainOfManyThousandsIsWalkedWithoutRecursion() {
    StringBuilder text =
        new StringBuilder("client u\nservice s0\nu -> s0 id=in\njourney j entry=in\n");
    int length = 20_000;
    for (int i = 1; i < length; i++) {
      text.append("service s%d\ns%d -> s%d\n".formatted(i, i - 1, i));
    }
    assertThat(hops(text.toString()).weight()).isEqualTo(length);
  }
}

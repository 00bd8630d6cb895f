package dev.stillwater.rules.timeouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class ForgottenDeadlineTest {
  private static final ForgottenDeadline RULE = new ForgottenDeadline();

  private static final String CHAIN =
      """
      client u
      load-balancer lb
      service a
      service b
      external c
      queue q
      worker w
      service d
      u -> a id=in
      a -> b id=ab
      b -> c id=bc propagateDeadline=true
      a -> q id=send effect=write
      q -> w id=take
      w -> d id=wd
      """;

  @Test
  void threeHopsOnAHardJourneyAreDeep() {
    Finding finding =
        Reviewed.of(CHAIN + "journey j path=in,ab,bc class=hard importance=critical\n").only(RULE);

    assertThat(finding.subject()).isEqualTo("j");
    assertThat(finding.detail()).isEmpty();
    assertThat(finding.severity().word()).isEqualTo("low");
    assertThat(finding.links()).containsExactly("ab");
    assertThat(Reviewed.of(CHAIN + "journey j path=in,ab,bc class=soft\n").of(RULE)).isEmpty();
    assertThat(Reviewed.of(CHAIN + "journey j path=in,ab class=hard\n").of(RULE)).isEmpty();
  }

  @Test
  void whoPassesItOnIsNotBlamed() {
    assertThat(
            Reviewed.of(
                    CHAIN.replace("id=ab", "id=ab propagateDeadline=true")
                        + "journey j path=in,ab,bc class=hard\n")
                .of(RULE))
        .isEmpty();
  }

  @Test
  void behindAnEntryOnlyWhatIsWaitedForCounts() {
    Reviewed before = Reviewed.of(CHAIN + "journey j entry=in class=hard\n");

    assertThat(before.only(RULE).links()).containsExactly("ab");
    assertThat(before.after(before.only(RULE).recommendations().getFirst().edit()).of(RULE))
        .isEmpty();
  }
}

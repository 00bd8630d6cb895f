package dev.stillwater.rules.constantwork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Design;
import dev.stillwater.rules.EachFix;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class FallbackPathTest {
  private static final FallbackPath RULE = new FallbackPath();

  @Test
  void waysThatOnlyAFailureTriesOut() {
    Reviewed.expectFlags(
        RULE,
        """
        service s replicas=2
        service t replicas=2
        cache k replicas=2
        config cfg replicas=2
        s -> t id=other timeout=1s fallback=other-path           # FLAG REL-CW-003 low
        s -> k id=bypass timeout=1s fallback=bypass-cache        # FLAG REL-CW-003 low
        cfg -> s id=elsewhere mode=config fallback=other-path    # FLAG REL-CW-003 low
        s -> t id=fixed timeout=1s fallback=static
        s -> t id=old timeout=1s fallback=stale-cache
        cfg -> s id=last mode=config fallback=last-good
        cfg -> s id=again mode=config fallback=refresh
        s -> t id=none timeout=1s
        journey j path=other class=hard importance=critical
        """);
  }

  private static final String TWO =
      "client c\nservice s\nexternal a\nexternal b\nc -> s id=in rate=80\n";

  @Test
  void eachFixRemovesIt() {
    EachFix.removes(
        RULE,
        TWO + "s -> a id=l fallback=other-path fallbackTo=b timeout=1s",
        "ConvertFallbackToFailover(l)",
        "SetFallback(l, stale-cache)",
        "ClearFallback(l)");
    EachFix.removes(
        RULE,
        TWO + "s -> a id=l fallback=other-path fallbackTo=b effect=write",
        "ConvertFallbackToFailover(l)",
        "ClearFallback(l)");
    EachFix.removes(RULE, TWO + "s -> a id=l fallback=other-path effect=write", "ClearFallback(l)");
    EachFix.removes(
        RULE,
        TWO + "s -> a id=l fallback=other-path effect=write need=later",
        "SetDependency(l, soft)",
        "ClearFallback(l)");
    EachFix.removes(
        RULE,
        "topic t\nworker a\nworker b\nt -> a id=l fallback=other-path fallbackTo=b effect=write",
        "ClearFallback(l)");
    EachFix.removes(
        RULE,
        "config a\nservice s\na -> s id=l mode=config fallback=other-path",
        "SetFallback(l, last-good)",
        "ClearFallback(l)");
  }

  @Test
  void bothWaysShareTheCallsAndTheJourney() {
    Design after =
        EachFix.best(
                RULE,
                TWO
                    + "s -> a id=l fallback=other-path fallbackTo=b timeout=1s calls=3"
                    + " effect=write\n"
                    + "journey j path=in,l class=hard")
            .design();
    assertThat(after.links().get("l").attributes().toPlain())
        .containsEntry("calls", 1.5)
        .containsEntry("dependency", "soft")
        .containsEntry("clientLb", true)
        .doesNotContainKeys("fallback", "fallbackTo");
    assertThat(after.links().get("s>b").attributes())
        .isEqualTo(after.links().get("l").attributes());
    assertThat(after.journeys().get("j").namedLinks()).containsExactly("in", "l", "s>b");
  }

  @Test
  void aWayThatIsDrawnIsNotDrawnAgain() {
    Design after =
        EachFix.best(RULE, TWO + "s -> b id=m\ns -> a id=l fallback=other-path fallbackTo=b rate=8")
            .design();
    assertThat(after.links().ids()).containsExactly("in", "m", "l");
    assertThat(after.links().get("l").attributes().toPlain()).containsEntry("rate", 8L);
  }

  @Test
  void whereTheOtherWayCannotBeDrawnThereIsNoFailover() {
    for (String to : new String[] {"a", "c"}) {
      assertThat(
              Reviewed.of(TWO + "s -> a id=l fallback=other-path fallbackTo=" + to)
                  .only(RULE)
                  .recommendations()
                  .getFirst()
                  .edit()
                  .signature())
          .isEqualTo("SetFallback(l, stale-cache)");
    }
  }

  @Test
  void whatRunsOnceGetsASecondReplicaInstead() {
    Reviewed before =
        Reviewed.of("service s\nkey-value-store d\ns -> d id=l fallback=other-path effect=write");
    Design after = before.after(before.only(RULE).recommendations().getLast().edit()).design();
    assertThat(after.components().get("d").attributes().toPlain()).containsEntry("replicas", 2L);
  }

  @Test
  void itNamesTheLoadThatWouldMove() {
    Finding finding =
        Reviewed.of(TWO + "s -> a id=l fallback=other-path fallbackTo=b timeout=1s").only(RULE);
    assertThat(finding.because().getFirst()).contains("80 req/s move to b at once");
  }

  @Test
  void withoutAFallbackItDoesNotApply() {
    assertThat(Reviewed.of("service s\nservice t\ns -> t").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }
}

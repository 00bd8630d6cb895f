package dev.stillwater.rules.constantwork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import org.junit.jupiter.api.Test;

class StateAsDeltasTest {
  private static final StateAsDeltas RULE = new StateAsDeltas();

  @Test
  void configurationAndProbesThatCarryChanges() {
    Reviewed.expectFlags(
        RULE,
        """
        config cfg replicas=3
        monitor mon replicas=2
        service s replicas=4
        client c
        cfg -> s id=push mode=config shape=changes                 # FLAG REL-CW-001 low
        mon -> s id=probe mode=probe shape=changes                 # FLAG REL-CW-001 low
        cfg -> s id=table mode=config shape=constant
        c -> s id=call shape=changes timeout=1s
        journey j path=call,push class=hard importance=critical
        """);
  }

  @Test
  void fewItemsAreNoLoadUnlessAZoneTakesThemDownTogether() {
    Reviewed.expectFlags(
        RULE,
        """
        config cfg replicas=3
        service s replicas=4
        service zoned replicas=4 zones=a,b
        cfg -> s id=nine mode=config shape=changes itemCount=9
        cfg -> s id=ten mode=config shape=changes itemCount=10      # FLAG REL-CW-001 low
        cfg -> zoned id=together mode=config shape=changes itemCount=9   # FLAG REL-CW-001 low
        """);
  }

  @Test
  void whatExceedsTheBudgetAsASnapshotStaysAsItIs() {
    Reviewed.expectFlags(
        RULE,
        """
        config cfg replicas=3
        service s replicas=10
        cfg -> s id=within mode=config shape=changes itemCount=1000 payload=1000 period=10s    # FLAG REL-CW-001 low
        cfg -> s id=beyond mode=config shape=changes itemCount=1001 payload=1000 period=10s
        """);
  }

  @Test
  void itNamesTheSizeOfASnapshot() {
    Finding finding =
        Reviewed.of(
                """
                config cfg replicas=3
                service s replicas=100
                cfg -> s id=push mode=config shape=changes itemCount=100000 period=2s
                """)
            .only(RULE);
    assertThat(finding.detail()).isEqualTo("snapshot 12.5 KB");
    assertThat(finding.because().getFirst()).contains("up to 100000 changes at once");
  }

  @Test
  void theWholeStateRemovesItAndNothingElse() {
    Reviewed before =
        Reviewed.of(
            """
            config cfg replicas=3
            service s replicas=100
            cfg -> s id=push mode=config shape=changes itemCount=100000 period=2s jitter=true fallback=last-good
            """);
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());

    assertThat(after.results().findings()).isEmpty();
  }

  @Test
  void anUndeclaredShapeIsNotEnoughToJudge() {
    assertThat(Reviewed.of("config cfg\nservice s\ncfg -> s").status(RULE).state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
  }
}
